import { useEffect, useSyncExternalStore } from 'react';

export interface Crumb {
  readonly label: string;
  /** Path below `/desk`; the last crumb, the page itself, has none. */
  readonly path?: string;
}

let current: readonly Crumb[] = [];
const listeners = new Set<() => void>();

function publish(crumbs: readonly Crumb[]): void {
  current = crumbs;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page says its title and where it stands; the header of the shell and the window show it. */
export function usePageHead(title: string, above: readonly Crumb[] = []): void {
  const key = JSON.stringify(above);
  useEffect(() => {
    document.title = `${title} | Lan Tỏa`;
    publish([...(JSON.parse(key) as Crumb[]), { label: title }]);
  }, [title, key]);
}

export function useCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(subscribe, () => current);
}
