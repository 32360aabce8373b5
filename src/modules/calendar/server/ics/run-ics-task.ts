import { Worker } from 'node:worker_threads';
import { fileNotCalendar, fileTooLarge, fileTooManyEvents } from '../calendar.errors.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';
import { awaitAnswer } from './await-answer.ts';
import { type ExpandableRule, type IcsAnswer, type IcsSeries, type IcsTask, icsLimits } from './ics-shapes.ts';

const millisecondsAllowed = 5000;
const millisecondsToBegin = 60_000;
/** Rules that one thread expands: so a calendar of thousands is no more costly than its parts. */
const rulesOfThread = 200;

/**
 * Files of others are read in a thread of their own, which is ended after five seconds: a rule that never gives a day
 * keeps the library busy for ever, and the whole program with it.
 */
async function runIcsTask(task: IcsTask): Promise<IcsAnswer> {
  const worker = new Worker(new URL('./ics-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
  });
  try {
    return await awaitAnswer(worker, { toBegin: millisecondsToBegin, toAnswer: millisecondsAllowed });
  } finally {
    void worker.terminate();
  }
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
  rules: readonly ExpandableRule[],
  span: Span,
): Promise<readonly (readonly RuleDay[] | null)[]> {
  const days: (readonly RuleDay[] | null)[] = [];
  for (let first = 0; first < rules.length; first += rulesOfThread) {
    const answer = await runIcsTask({ kind: 'expand', rules: rules.slice(first, first + rulesOfThread), span });
    if (answer.kind === 'expand') days.push(...answer.days);
  }
  return days;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileNotCalendar();
  }
}
