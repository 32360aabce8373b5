// Joins tables of earlier modules: clause (directives), unit (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { holdsRole } from '../../accounts/index.ts';
import { mayRunPlan } from './plan.policy.ts';

interface Waiting {
  id: string;
  path: string;
  title: string;
  unit: string;
  state: string;
  due_on: string | null;
}

/** What waits: plans to confirm and evidence to accept for planners; sent, returned and running tasks for the units' people. */
export async function readPlanHomeQueue(context: Context): Promise<HomeItem[]> {
  const today = dayInDepartment(context.clock.now());
  const language = context.actor.language === 'en' ? 'en' : 'vi';
  const items: HomeItem[] = [];
  if (mayRunPlan(context.actor)) {
    const plans = await context.db
      .selectFrom('plan')
      .select(['id', 'title'])
      .where('state', '=', 'proposed')
      .limit(10)
      .execute();
    items.push(
      ...plans.map((plan) => ({
        id: plan.id,
        group: 'today' as const,
        kind: 'plan.confirm',
        title: plan.title,
        subtitle: '',
        link: `/plans/${plan.id}`,
        dueOn: null,
      })),
    );
  }
  const runs = mayRunPlan(context.actor);
  const approverUnits = context.actor.grants
    .filter((grant) => grant.role === 'commune_approver')
    .flatMap((grant) => grant.unitIds);
  const evidence = await sql<Waiting>`
    select evidence.id, clause.path, evidence.title, coalesce(unit.names->>${language}, unit.names->>'vi') as unit, evidence.task_id as state, null as due_on
    from evidence join clause on clause.id = evidence.clause_id join unit on unit.id = evidence.unit_id
    where evidence.state = 'submitted' and (${runs} or evidence.unit_id = any(${approverUnits}::text[])) and evidence.created_by is distinct from ${context.actor.personId}::uuid
    order by evidence.created_at limit 20`.execute(context.db);
  items.push(
    ...evidence.rows.map((row) => ({
      id: row.id,
      group: 'today' as const,
      kind: 'plan.accept_evidence',
      title: row.title,
      subtitle: `${row.path} · ${row.unit}`,
      link: `/tasks/${row.state}`,
      dueOn: null,
    })),
  );
  const units = context.actor.grants
    .filter((grant) =>
      holdsRole({ ...context.actor, grants: [grant] }, [
        'publishing_editor',
        'division_officer',
        'commune_officer',
        'commune_approver',
        'partner_editor',
      ]),
    )
    .flatMap((grant) => grant.unitIds);
  const tasks = await sql<Waiting>`
    select task.id, clause.path, task.title, coalesce(unit.names->>${language}, unit.names->>'vi') as unit, task.state, task.due_on
    from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    where task.unit_id = any(${units}::text[]) and task.state in ('sent', 'accepted', 'in_progress', 'returned')
    order by task.due_on nulls last, clause.position limit 20`.execute(context.db);
  items.push(
    ...tasks.rows.map((row) => ({
      id: row.id,
      group: groupOf(row, today),
      kind: `plan.task_${row.state}`,
      title: row.title,
      subtitle: `${row.path} · ${row.unit}`,
      link: `/tasks/${row.id}`,
      dueOn: row.due_on,
    })),
  );
  return items.slice(0, 50);
}

function groupOf(task: { state: string; due_on: string | null }, today: string): HomeItem['group'] {
  if (task.due_on !== null && task.due_on < today) return 'overdue';
  if (task.state === 'returned' || task.due_on === today) return 'today';
  const days = task.due_on === null ? 30 : (Date.parse(task.due_on) - Date.parse(today)) / 86_400_000;
  return task.state === 'sent' || days <= 7 ? 'week' : 'later';
}
