import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Endpoint, EndpointOutput } from '../http/contract.ts';
import { type ApiError, callEndpoint, type EndpointCall } from './api-client.ts';

/** The cache key of an endpoint; without a call it covers every call of it. */
export function endpointKey<E extends Endpoint>(endpoint: E, call?: { params?: unknown; query?: unknown }): unknown[] {
  const key: unknown[] = [endpoint.method, endpoint.path];
  if (call !== undefined) key.push(call.params ?? null, call.query ?? null);
  return key;
}

type Loose = (endpoint: Endpoint, call?: object) => Promise<unknown>;

export interface UseEndpointOptions {
  readonly enabled?: boolean;
  /** Keep what is shown while the next page or filter loads. */
  readonly keepPrevious?: boolean;
  /** Ask again after so many milliseconds. */
  readonly refetchInterval?: number;
}

/** Reads an endpoint: `const plan = useEndpoint(getPlan, { params: { planId } })`. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  ...[call, options]: Record<string, never> extends EndpointCall<E>
    ? [EndpointCall<E>?, UseEndpointOptions?]
    : [EndpointCall<E>, UseEndpointOptions?]
): UseQueryResult<EndpointOutput<E>, ApiError> {
  return useQuery<unknown, ApiError>({
    queryKey: endpointKey(endpoint, call ?? {}),
    queryFn: ({ signal }) => (callEndpoint as Loose)(endpoint, { ...call, signal }),
    enabled: options?.enabled ?? true,
    ...(options?.refetchInterval === undefined ? {} : { refetchInterval: options.refetchInterval }),
    ...(options?.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<EndpointOutput<E>, ApiError>;
}

export interface UseEndpointMutationOptions<E extends Endpoint> {
  /** Endpoints whose answers are out of date after a success. */
  readonly invalidates?: readonly Endpoint[];
  readonly onSuccess?: (output: EndpointOutput<E>, call: EndpointCall<E>) => void | Promise<void>;
  readonly onError?: (error: ApiError, call: EndpointCall<E>) => void;
}

/** Changes something: `const confirm = useEndpointMutation(confirmPlan, { invalidates: [getPlan] }); confirm.mutate({ params, body })`. */
export function useEndpointMutation<E extends Endpoint>(
  endpoint: E,
  options: UseEndpointMutationOptions<E> = {},
): UseMutationResult<EndpointOutput<E>, ApiError, EndpointCall<E>> {
  const queryClient = useQueryClient();
  return useMutation<EndpointOutput<E>, ApiError, EndpointCall<E>>({
    mutationFn: (call) => (callEndpoint as Loose)(endpoint, call) as Promise<EndpointOutput<E>>,
    onSuccess: async (output, call) => {
      await Promise.all(
        (options.invalidates ?? []).map((one) => queryClient.invalidateQueries({ queryKey: endpointKey(one) })),
      );
      await options.onSuccess?.(output, call);
    },
    onError: (error, call) => options.onError?.(error, call),
  });
}
