import { Worker } from 'node:worker_threads';
import { fileNotCalendar, fileTooCostly, fileTooLarge, fileTooManyEvents } from '../calendar.errors.ts';
import type { Span } from '../calendar.rule.ts';
import { type IcsAnswer, type IcsSeries, type IcsTask, icsLimits, type RepeatRule } from './ics-shapes.ts';

const millisecondsAllowed = 5000;

/**
 * Files of others are read in a thread of their own, which is ended after five seconds: a rule that never gives a day
 * keeps the library busy for ever, and the whole program with it.
 */
function runIcsTask(task: IcsTask): Promise<IcsAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ics-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
    });
    const end = (finish: () => void) => {
      clearTimeout(timer);
      finish();
      void worker.terminate();
    };
    const timer = setTimeout(() => end(() => reject(fileTooCostly())), millisecondsAllowed);
    worker.once('message', (answer: IcsAnswer) => end(() => resolve(answer)));
    worker.once('error', () => end(() => reject(fileTooCostly())));
    worker.once('exit', () => end(() => reject(fileTooCostly())));
  });
}

/** Reads an .ics file. Throws errors in words where it is too large, too costly, or none. */
export async function readIcsFile(bytes: Uint8Array, span: Span): Promise<readonly IcsSeries[]> {
  if (bytes.byteLength > icsLimits.bytes) throw fileTooLarge({ limitKb: icsLimits.bytes / 1024 });
  const text = decode(bytes);
  if (!/^BEGIN:VCALENDAR\s*$/im.test(text)) throw fileNotCalendar();
  const events = text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0;
  if (events > icsLimits.events) throw fileTooManyEvents({ limit: icsLimits.events });
  const answer = await runIcsTask({ kind: 'read', text, span });
  if (answer.kind === 'read') return answer.series;
  if (answer.kind === 'refused' && answer.code === 'too_many_events')
    throw fileTooManyEvents({ limit: icsLimits.events });
  throw fileNotCalendar();
}

/** The days of repeat rules, in their order; null for a rule that is none. */
export async function expandRepeats(
  rules: readonly RepeatRule[],
  span: Span,
): Promise<readonly (readonly string[] | null)[]> {
  if (rules.length === 0) return [];
  const answer = await runIcsTask({ kind: 'expand', rules, span });
  return answer.kind === 'expand' ? answer.days : [];
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileNotCalendar();
  }
}
