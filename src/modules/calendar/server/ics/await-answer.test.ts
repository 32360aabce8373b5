import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitAnswer } from './await-answer.ts';
import type { IcsAnswer } from './ics-shapes.ts';

const allowed = { toBegin: 60_000, toAnswer: 5000 };
const answer: IcsAnswer = { kind: 'read', series: [] };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What has become of the file after the given steps. */
function watch() {
  const thread = new EventEmitter();
  const seen = { outcome: 'waits' };
  awaitAnswer(thread, allowed).then(
    () => {
      seen.outcome = 'read';
    },
    (error: { code: string }) => {
      seen.outcome = error.code;
    },
  );
  return { thread, outcome: async (later = 0) => vi.advanceTimersByTimeAsync(later).then(() => seen.outcome) };
}

test('a thread that a busy machine starts late still has its full five seconds for the file', async () => {
  const { thread, outcome } = watch();
  expect(await outcome(30_000)).toBe('waits');
  thread.emit('message', { kind: 'begun' });
  expect(await outcome(4900)).toBe('waits');
  thread.emit('message', answer);
  expect(await outcome()).toBe('read');
});

test('a file that keeps the thread busy for five seconds is refused', async () => {
  const { thread, outcome } = watch();
  thread.emit('message', { kind: 'begun' });
  expect(await outcome(5001)).toBe('calendar.file_too_costly');
});

test('a thread that never begins, or that ends without an answer, is refused in words', async () => {
  expect(await watch().outcome(60_001)).toBe('calendar.file_too_costly');
  const ended = watch();
  ended.thread.emit('exit', 1);
  expect(await ended.outcome()).toBe('calendar.file_too_costly');
});
