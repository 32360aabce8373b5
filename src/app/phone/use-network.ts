import { useSyncExternalStore } from 'react';

/** Away when the device says so or the last request got no answer; back with the next answer or the device's word. */
const pause = 10_000;
let lastFailed = false;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export function reportAnswer(hasAnswered: boolean): void {
  if (lastFailed === !hasAnswered) return;
  lastFailed = !hasAnswered;
  tell();
  if (lastFailed) setTimeout(() => void knock(), pause);
}

/** A device that has a network does not say when the server is back, so the page asks. */
async function knock(): Promise<void> {
  if (!lastFailed) return;
  const isBack = navigator.onLine && (await fetch('/healthz', { cache: 'no-store' }).catch(() => null))?.ok === true;
  if (isBack) reportAnswer(true);
  else setTimeout(() => void knock(), pause);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const back = () => {
    lastFailed = false;
    tell();
  };
  addEventListener('online', back);
  addEventListener('offline', tell);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', back);
    removeEventListener('offline', tell);
  };
}

export function useIsAway(): boolean {
  return useSyncExternalStore(subscribe, () => lastFailed || !navigator.onLine);
}
