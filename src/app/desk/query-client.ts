import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../platform/ui/api-client.ts';

/** Only a server that could not be reached is asked again; a clear refusal is shown at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (failures, error) => error instanceof ApiError && error.status === 0 && failures < 2,
      retryDelay: 600,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
