import { parentPort, workerData } from 'node:worker_threads';
import { isTooMuch, readIcs } from './ics-reader.ts';
import type { IcsAnswer, IcsTask } from './ics-shapes.ts';
import { expandRepeat } from './repeat-days.ts';
import { expandZoned } from './zoned-days.ts';

/** The thread of run-ics-task.ts: one task, then its end. */
function answer(task: IcsTask): IcsAnswer {
  if (task.kind === 'expand')
    return {
      kind: 'expand',
      days: task.rules.map((rule) =>
        rule.kind === 'zoned'
          ? expandZoned(rule, task.span)
          : (expandRepeat(rule, task.span)?.map((on) => ({ on })) ?? null),
      ),
    };
  const series = readIcs(task.text, task.span);
  if (!series) return { kind: 'refused', code: 'not_calendar' };
  return isTooMuch(series) ? { kind: 'refused', code: 'too_many_events' } : { kind: 'read', series };
}

// What it takes to load the library on a busy machine is not the file's fault: the clock runs from here.
parentPort?.postMessage({ kind: 'begun' } satisfies IcsAnswer);
parentPort?.postMessage(answer(workerData as IcsTask));
