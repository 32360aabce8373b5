import type { z } from 'zod';
import type { Endpoint, EndpointOutput, ErrorAnswer } from '../http/contract.ts';

/** An answer of the interface that is not a success. `code` is the key of its text (`platform.not_found`). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  readonly requestId: string | undefined;
  constructor(answer: { code: string; status: number; details?: Record<string, unknown>; requestId?: string }) {
    super(answer.code);
    this.name = 'ApiError';
    this.code = answer.code;
    this.status = answer.status;
    this.details = answer.details ?? {};
    this.requestId = answer.requestId;
  }
}

type Declared<Schema> = Schema extends z.ZodType ? (z.ZodType extends Schema ? never : z.input<Schema>) : never;
type Required<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]: Value };
type Optional<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]?: Value };

/** What a caller sends: only the parts that the endpoint declares. */
export type EndpointCall<E extends Endpoint> = Required<'params', Declared<E['params']>> &
  Optional<'query', Declared<E['query']>> &
  Required<'body', Declared<E['body']>> & { readonly file?: File | Blob; readonly signal?: AbortSignal };

interface LooseCall {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: File | Blob;
  readonly signal?: AbortSignal;
}

function asFields(value: unknown): [string, unknown][] {
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

/** The address of an endpoint, for links and downloads. */
export function endpointUrl<E extends Endpoint>(endpoint: E, call: Pick<LooseCall, 'params' | 'query'> = {}): string {
  const params = Object.fromEntries(asFields(call.params));
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of asFields(call.query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const tail = search.toString();
  return tail === '' ? path : `${path}?${tail}`;
}

function asForm(call: LooseCall): FormData {
  const form = new FormData();
  // Text fields stand before the file, so that the server knows them when the file begins to arrive.
  for (const [name, value] of asFields(call.body)) {
    if (value !== undefined && value !== null) form.append(name, String(value));
  }
  if (call.file !== undefined) form.append('file', call.file);
  return form;
}

async function errorOf(response: Response): Promise<ApiError> {
  const answer = (await response.json().catch(() => undefined)) as Partial<ErrorAnswer> | undefined;
  if (answer?.error?.code !== undefined) return new ApiError({ ...answer.error, status: response.status });
  // A proxy or a stopped server answers without our shape.
  const code = response.status >= 502 ? 'platform.network_away' : 'platform.unexpected';
  return new ApiError({ code, status: response.status });
}

type Listener = (error: ApiError) => unknown;
const listeners = new Set<Listener>();

/** The shell listens here for answers that concern the whole desk: no session, server away. */
export function onApiError(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function report(error: ApiError): ApiError {
  for (const listener of listeners) listener(error);
  return error;
}

/** Calls one endpoint. Throws ApiError; a server that cannot be reached is `platform.network_away`. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  ...[given]: Record<string, never> extends EndpointCall<E> ? [EndpointCall<E>?] : [EndpointCall<E>]
): Promise<EndpointOutput<E>> {
  const call: LooseCall = given ?? {};
  // A custom header cannot be sent from another site without a CORS answer: with SameSite cookies the guard against CSRF.
  const headers: Record<string, string> = { 'x-lantoa-request': 'desk', accept: 'application/json' };
  let body: BodyInit | undefined;
  if (endpoint.upload === 'file') body = asForm(call);
  else if (call.body !== undefined) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(call.body);
  }
  let response: Response;
  try {
    response = await fetch(endpointUrl(endpoint, call), {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw report(new ApiError({ code: 'platform.network_away', status: 0 }));
  }
  if (!response.ok) throw report(await errorOf(response));
  if (response.status === 204) return undefined as EndpointOutput<E>;
  if (endpoint.answers === 'binary') return (await response.blob()) as EndpointOutput<E>;
  return (await response.json()) as EndpointOutput<E>;
}
