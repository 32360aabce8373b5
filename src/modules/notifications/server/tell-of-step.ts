import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { readPeopleInUnits } from '../../accounts/index.ts';
import { readTaskOfNotice } from '../../plan/index.ts';
import { toldRoles } from './reminder-recipients.ts';
import { type EvidenceStep, planStepNotices, planUrgeNotices, type TaskStep, type UrgedUnit } from './step-notices.ts';
import { tellPeople } from './tell-people.ts';

/** Tells who answers for a task of a step that another person took. Safe to run twice: a step is told to a person once. */
export async function tellOfStep(
  outer: Context,
  input: { taskId: string; step: TaskStep | EvidenceStep },
): Promise<number> {
  return inTransaction(outer, async (context) => {
    const task = await readTaskOfNotice(context.db, input.taskId);
    if (task === null) return 0;
    const people = await readPeopleInUnits(context.db, { roles: toldRoles, at: context.clock.now() });
    const reminders = planStepNotices(input.step, { task, people });
    return tellPeople(context, { reminders, people });
  });
}

/** Tells a unit that it was urged. Safe to run twice. */
export async function tellOfUrging(outer: Context, urged: UrgedUnit): Promise<number> {
  return inTransaction(outer, async (context) => {
    const people = await readPeopleInUnits(context.db, { roles: toldRoles, at: context.clock.now() });
    return tellPeople(context, { reminders: planUrgeNotices(urged, people), people });
  });
}
