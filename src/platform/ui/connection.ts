import { useSyncExternalStore } from 'react';
import { type ApiError, onApiError } from './api-client.ts';

/** Whether the server, or its database, answers. One failure makes it away; one answer makes it back. */
export type Connection = 'here' | 'server_away' | 'database_away';

let state: Connection = 'here';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function connectionOf(error: ApiError): Connection {
  if (error.code === 'platform.network_away') return 'server_away';
  if (error.code === 'platform.database_away') return 'database_away';
  return 'here';
}

onApiError((error) => {
  const found = connectionOf(error);
  if (found !== 'here') setConnection(found);
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state);
}
