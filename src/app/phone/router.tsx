import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

export const base = '/desk/phone';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
/** The path below /desk/phone, without a closing slash; the list of tasks is the empty path. */
export function pathNow(): string {
  return location.pathname.slice(base.length).replace(/\/+$/, '');
}
export function usePath(): string {
  return useSyncExternalStore(subscribe, pathNow);
}
export function go(path: string, how: { replace?: boolean } = {}): void {
  history[how.replace === true ? 'replaceState' : 'pushState'](null, '', base + path);
  for (const listener of listeners) listener();
  scrollTo(0, 0);
}

export function PhoneLink(props: {
  readonly to: string;
  readonly className?: string | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(props.to);
  };
  return (
    <a href={base + props.to} onClick={follow} className={props.className} aria-label={props.label}>
      {props.children}
    </a>
  );
}
