// Joins tables of earlier modules: clause (directives), unit (organisation).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { Rhythm } from '../plan.shapes.contract.ts';
import { eventPeriods } from './plan.event-dues.read-model.ts';
import './plan.tables.ts';

/** A task that somebody still has to do, and the day by which. Without a due day of its own it is the end of the period that runs. */
export interface TaskToFollowUp {
  readonly taskId: string;
  readonly clauseId: string;
  readonly path: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitNames: Record<string, string>;
  readonly supportingUnitIds: readonly string[];
  /** Ours: assigned, not requested. */
  readonly isOwn: boolean;
  readonly rhythm: Rhythm;
  readonly deadline: string;
}

/** Sent and not done, with a deadline between two days. Accepted evidence as much as was expected counts as done (plan.cell-state). */
export async function readTasksToFollowUp(
  db: Database,
  input: { today: string; from: string; to: string },
): Promise<TaskToFollowUp[]> {
  const { rows } = await sql<TaskToFollowUp>`
    select task.id as "taskId", task.clause_id as "clauseId", clause.path, task.title, task.unit_id as "unitId", unit.names as "unitNames",
      unit.is_own as "isOwn", array(select unit_id from task_supporting_unit where task_id = task.id order by unit_id) as "supportingUnitIds", task.rhythm, task.deadline::text as deadline
    from (
      select task.*, case task.rhythm when 'weekly' then 'week' when 'monthly' then 'month' when 'quarterly' then 'quarter' end as period,
        coalesce(task.due_on, case task.rhythm
          when 'weekly' then (date_trunc('week', ${input.today}::date) + interval '6 days')::date
          when 'monthly' then (date_trunc('month', ${input.today}::date) + interval '1 month - 1 day')::date
          when 'quarterly' then (date_trunc('quarter', ${input.today}::date) + interval '3 months - 1 day')::date end) as deadline
      from task where task.state in ('sent', 'accepted', 'in_progress', 'returned') and task.rhythm <> 'per_event'
        and ((task.due_on >= ${input.from}::date and task.due_on <= ${input.to}::date) or (task.due_on is null and task.rhythm in ('weekly', 'monthly', 'quarterly')))
    ) as task
    join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    where task.deadline <= ${input.to}::date
      and (select count(*) from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id and evidence.state = 'accepted'
        and (task.period is null or evidence.occurred_on >= date_trunc(task.period, ${input.today}::date))) < task.expected_count
    union all
    select task.id, task.clause_id, clause.path, task.title, task.unit_id, unit.names, unit.is_own,
      array(select unit_id from task_supporting_unit where task_id = task.id order by unit_id), task.rhythm, event_period.due_by::text
    from (${eventPeriods({ where: sql`task.state in ('sent', 'accepted', 'in_progress', 'returned')`, dueFrom: input.from })}) event_period
      join task on task.id = event_period.task_id join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    where event_period.due_by between ${input.from}::date and ${input.to}::date and event_period.accepted < event_period.expected_count
    group by task.id, clause.path, unit.id, event_period.due_by
    order by deadline, path, "unitId", "taskId"`.execute(db);
  return rows;
}

/** What a notice of one step says of its task. */
export type TaskOfNotice = Pick<
  TaskToFollowUp,
  'taskId' | 'path' | 'title' | 'unitId' | 'unitNames' | 'supportingUnitIds'
> & { readonly dueOn: string | null };

export async function readTaskOfNotice(db: Database, taskId: string): Promise<TaskOfNotice | null> {
  const { rows } = await sql<TaskOfNotice>`
    select task.id as "taskId", clause.path, task.title, task.unit_id as "unitId", unit.names as "unitNames", task.due_on as "dueOn",
      array(select unit_id from task_supporting_unit where task_id = task.id order by unit_id) as "supportingUnitIds"
    from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id where task.id = ${taskId}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** How much evidence of one unit and one person waits for a second person, and since when. */
export interface EvidenceWaiting {
  readonly unitId: string;
  readonly isCommune: boolean;
  readonly handedInBy: string | null;
  readonly count: number;
  readonly since: Date;
}

export async function readEvidenceWaiting(db: Database, input: { before: Date }): Promise<EvidenceWaiting[]> {
  const { rows } = await sql<EvidenceWaiting>`
    select evidence.unit_id as "unitId", unit.kind in ('commune', 'ward') as "isCommune", evidence.created_by as "handedInBy",
      count(*)::int as count, min(evidence.created_at) as since
    from evidence join unit on unit.id = evidence.unit_id
    where evidence.state = 'submitted' and evidence.created_at < ${input.before}
    group by evidence.unit_id, unit.kind, evidence.created_by
    order by evidence.unit_id, evidence.created_by`.execute(db);
  return rows;
}
