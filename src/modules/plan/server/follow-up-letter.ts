import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { addresseeOf } from '../../organisation/index.ts';
import { readLetter } from './letter-parts.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { openInWords } from './plan.letter-words.ts';
import { isOpenTask, type LetterTask, type LetterUnit, readLetterTasks } from './plan.letters.read-model.ts';
import { followUpLetter, type LetterDraft } from './plan.letters.ts';

export interface WrittenFollowUp {
  readonly letter: LetterDraft;
  readonly units: readonly LetterUnit[];
  readonly tasks: readonly LetterTask[];
}

/** The letter that urges these units with what is open; null when nothing is. Who may ask for it is decided by the caller. */
export async function composeFollowUp(
  context: Context,
  input: { planId: string; unitIds: readonly string[]; clauseIds: readonly string[] | null },
): Promise<WrittenFollowUp | null> {
  const today = dayInDepartment(context.clock.now());
  const tasks = (await readLetterTasks(context, { ...input, today })).filter((task) => isOpenTask(task, today));
  if (tasks.length === 0) return null;
  const { units, base } = await readLetter(context, {
    ...input,
    unitIds: [...new Set(tasks.map((task) => task.unitId))],
  });
  const listed = units.map((unit) => ({
    name: addresseeOf(unit),
    rows: tasks
      .filter((task) => task.unitId === unit.id)
      .map((task) => ({
        text: task.text,
        dueOn: task.dueOn,
        status: openInWords({ ...task, cell: cellStateOf({ ...task, taskState: task.state, today }), today }),
      })),
  }));
  return { letter: followUpLetter({ ...base, today, units: listed }), units, tasks };
}
