import { Worker } from 'node:worker_threads';
import type { CheckResult } from './check-document.ts';
import { UnreadableDocument, type UnreadableReason } from './docx-package.ts';

export type CheckOrder = { readonly bytes: Uint8Array; readonly mend: readonly string[] | null };
export type CheckAnswer =
  | { readonly kind: 'checked'; readonly result: CheckResult }
  | { readonly kind: 'mended'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: UnreadableReason };

export interface CheckLimits {
  readonly mostMilliseconds: number;
  readonly mostMegabytes: number;
}
const usualLimits: CheckLimits = { mostMilliseconds: 30_000, mostMegabytes: 400 };

// One file at a time: each may take as much memory as the whole server.
let last: Promise<unknown> = Promise.resolve();

/** `checkDocument` for a file that somebody hands in: in a thread of its own, which is ended at its limits. */
export async function checkInThread(bytes: Uint8Array, limits: Partial<CheckLimits> = {}): Promise<CheckResult> {
  const answer = await inTurn({ bytes, mend: null }, limits);
  if (answer.kind !== 'checked') throw new UnreadableDocument('damaged');
  return answer.result;
}

export async function mendInThread(
  bytes: Uint8Array,
  ids: readonly string[],
  limits: Partial<CheckLimits> = {},
): Promise<Uint8Array> {
  const answer = await inTurn({ bytes, mend: ids }, limits);
  if (answer.kind !== 'mended') throw new UnreadableDocument('damaged');
  return answer.bytes;
}

async function inTurn(order: CheckOrder, limits: Partial<CheckLimits>): Promise<CheckAnswer> {
  const turn = last.then(() => runThread(order, { ...usualLimits, ...limits }));
  last = turn.catch(() => {});
  const answer = await turn;
  if (answer.kind === 'refused') throw new UnreadableDocument(answer.reason);
  return answer;
}

function runThread(order: CheckOrder, limits: CheckLimits): Promise<CheckAnswer> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.mostMegabytes, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
  });
  return new Promise<CheckAnswer>((resolve) => {
    const refuse = (reason: UnreadableReason) => resolve({ kind: 'refused', reason });
    const clock = setTimeout(() => refuse('too_large'), limits.mostMilliseconds);
    worker.on('message', resolve);
    // Out of memory, as a rule: a small file may unpack to a very large one.
    worker.on('error', () => refuse('too_large'));
    worker.on('exit', () => {
      clearTimeout(clock);
      refuse('damaged');
    });
    worker.postMessage(order);
  }).finally(() => void worker.terminate());
}
