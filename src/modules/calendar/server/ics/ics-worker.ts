import { parentPort, workerData } from 'node:worker_threads';
import { isTooMuch, readIcs } from './ics-reader.ts';
import type { IcsAnswer, IcsTask } from './ics-shapes.ts';
import { expandRepeat } from './repeat-days.ts';

/** The thread of run-ics-task.ts: one task, then its end. */
function answer(task: IcsTask): IcsAnswer {
  if (task.kind === 'expand') return { kind: 'expand', days: task.rules.map((rule) => expandRepeat(rule, task.span)) };
  const series = readIcs(task.text, task.span);
  if (!series) return { kind: 'refused', code: 'not_calendar' };
  return isTooMuch(series) ? { kind: 'refused', code: 'too_many_events' } : { kind: 'read', series };
}

parentPort?.postMessage(answer(workerData as IcsTask));
