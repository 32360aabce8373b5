import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeRest } from '../../../platform/module.ts';
import { evidenceWaits, mostOfAKind, questionWaits, unitsWork, workWaits } from './plan.home.read-model.ts';
import { mayRunPlan } from './plan.policy.ts';

/** More than the home screen shows, by kind, with the list that holds all: one count a kind. */
export async function readPlanHomeRest(context: Context): Promise<HomeRest[]> {
  const today = dayInDepartment(context.clock.now());
  const runs = mayRunPlan(context.actor);
  const counts = await sql<{ work: number; evidence: number; answers: number }>`
    ${unitsWork(context, today)}
    select (select count(*)::int from mine left join event_due on event_due.task_id = mine.id where ${workWaits(today)}) as work,
      (select count(*)::int from evidence where ${evidenceWaits(context, runs)}) as evidence,
      (select count(*)::int from task_question join task on task.id = task_question.task_id where ${runs} and ${questionWaits}) as answers`.execute(
    context.db,
  );
  const { work = 0, evidence = 0, answers = 0 } = counts.rows[0] ?? {};
  return [
    { kind: 'plan.rest_work', count: work - mostOfAKind, link: '/tasks?mine=true&waits=work' },
    { kind: 'plan.rest_answers', count: answers - mostOfAKind, link: '/tasks?waits=answer' },
    { kind: 'plan.rest_evidence', count: evidence - mostOfAKind, link: '/tasks?waits=evidence' },
  ].filter(({ count }) => count > 0);
}
