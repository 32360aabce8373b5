import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { readPeopleInUnits } from '../../accounts/index.ts';
import { readEditionsWaiting } from '../../newsroom/index.ts';
import { readEvidenceWaiting, readTasksToFollowUp } from '../../plan/index.ts';
import { planReminders } from './plan-reminders.ts';
import { addDays, catchUpDays } from './reminder-days.ts';
import { toldRoles } from './reminder-recipients.ts';
import { readRules } from './reminder-rules.ts';
import { tellPeople } from './tell-people.ts';

/** Public holidays between two days, as the calendar knows them. */
export type DaysOff = (context: Context, input: { from: string; to: string }) => Promise<ReadonlySet<string>>;

const dayLength = 86_400_000;

/**
 * Looks for what is due, late or waiting and tells who has to know, each once. One query a step; all in one transaction, so
 * that a reminder and its mail exist together or not at all, and a run that was killed is simply run again.
 */
export async function remindPeople(outer: Context, input: { daysOff: DaysOff }): Promise<number> {
  return inTransaction(outer, async (context) => {
    const { db } = context;
    const now = context.clock.now();
    const today = dayInDepartment(now);
    const rules = await readRules(db);
    const ago = (days: number) => new Date(now.getTime() - days * dayLength);
    const oldest = Math.max(rules.escalateAfterDays, ...rules.afterDays) + catchUpDays;
    const people = await readPeopleInUnits(db, { roles: toldRoles, at: now });
    const reminders = planReminders({
      today,
      daysOff: await input.daysOff(context, { from: today, to: today }),
      rules,
      people,
      tasks: await readTasksToFollowUp(db, {
        today,
        from: addDays(today, -oldest),
        to: addDays(today, Math.max(0, ...rules.beforeDays)),
      }),
      evidence: await readEvidenceWaiting(db, { before: ago(rules.evidenceWaitingDays) }),
      editions: await readEditionsWaiting(db, { before: ago(rules.editionWaitingDays) }),
    });
    return tellPeople(context, { reminders, people });
  });
}
