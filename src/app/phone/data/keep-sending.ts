import { onQueueChanged, queueStore } from './queue.ts';
import { sendNow } from './sender.ts';

/** Sends on opening, when the network comes back, when the page comes to the front, and after each pause. Gives the stop. */
export function keepSending(onSignedOut: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function attempt(isForced: boolean): Promise<void> {
    clearTimeout(timer);
    const outcome = await sendNow({ isForced }).catch(() => 'away' as const);
    if (isOver) return;
    if (outcome === 'signed_out') onSignedOut();
    else await plan(outcome === 'busy');
  }
  async function plan(isBusy: boolean): Promise<void> {
    const items = await queueStore.all().catch(() => []);
    const waiting = items.filter((item) => item.state === 'waiting' || (isBusy && item.state === 'sending'));
    if (isOver || waiting.length === 0) return;
    const next = Math.min(...waiting.map((item) => item.nextTryAt)) - Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(false), Math.max(next, 2_000));
  }

  const now = () => void attempt(true);
  const shown = () => document.visibilityState === 'visible' && now();
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', shown);
  window.addEventListener('lantoa-send', now);
  const stopListening = onQueueChanged(() => void plan(true));
  now();
  return () => {
    isOver = true;
    clearTimeout(timer);
    window.removeEventListener('online', now);
    window.removeEventListener('lantoa-send', now);
    document.removeEventListener('visibilitychange', shown);
    stopListening();
  };
}

/** A tap on “send now”, and a new piece in the queue. */
export function askToSend(): void {
  window.dispatchEvent(new Event('lantoa-send'));
}
