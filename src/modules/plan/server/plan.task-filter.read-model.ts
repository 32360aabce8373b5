// Joins tables of earlier modules: clause (directives), unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Actor, Context } from '../../../platform/context.ts';
import { holdsRole } from '../../accounts/index.ts';
import type { Priority, TaskSort, TaskState, TaskWaits } from '../plan.shapes.contract.ts';
import { eventPeriods } from './plan.event-dues.read-model.ts';
import { addDays, periodAround } from './plan.periods.ts';
import { doers } from './plan.policy.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

export interface TaskFilter {
  readonly taskId?: string;
  readonly planId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly clauseId?: string | undefined;
  readonly themeId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly state?: TaskState | undefined;
  readonly states?: readonly TaskState[] | undefined;
  readonly deadline?: 'late' | 'week' | 'month' | 'none' | undefined;
  readonly waits?: TaskWaits | undefined;
  readonly priority?: Priority | undefined;
  /** Led or supported by a unit in which the person does the work. */
  readonly isMine?: boolean | undefined;
  readonly sort?: TaskSort | undefined;
  readonly page: number;
}

/** Units in which the person does the work. */
export function workingUnitIds(actor: Actor): string[] {
  const grants = actor.grants.filter((grant) => holdsRole({ ...actor, grants: [grant] }, doers));
  return [...new Set(grants.flatMap((grant) => grant.unitIds))];
}

/** What is visible and asked for, each condition only where it is asked, so that the index of the rest is used. */
export function tasksWhere(context: Context, filter: TaskFilter): RawBuilder<boolean> {
  const today = dayInDepartment(context.clock.now());
  const conditions = [visibleTasks(context.actor, 'task.unit_id')];
  const add = (value: unknown, condition: RawBuilder<boolean>) => {
    if (value !== undefined && value !== false) conditions.push(condition);
  };
  add(filter.taskId, sql`task.id = ${filter.taskId}`);
  add(filter.planId, sql`task.plan_id = ${filter.planId}`);
  add(filter.unitId, sql`task.unit_id = ${filter.unitId}`);
  add(filter.clauseId, sql`task.clause_id = ${filter.clauseId}`);
  add(filter.themeId, sql`task.clause_id in (select clause_id from theme_clause where theme_id = ${filter.themeId})`);
  add(
    filter.campaignId,
    sql`task.clause_id in (select clause_id from campaign_clause where campaign_id = ${filter.campaignId})`,
  );
  add(filter.state, sql`task.state = ${filter.state}`);
  add(filter.states, sql`task.state = any(${filter.states}::text[])`);
  add(filter.priority, sql`task.priority = ${filter.priority}`);
  if (filter.isMine) {
    const units = workingUnitIds(context.actor);
    conditions.push(
      sql`(task.unit_id = any(${units}::text[]) or task.id in (select task_id from task_supporting_unit where unit_id = any(${units}::text[])))`,
    );
  }
  if (filter.waits) conditions.push(waitsCondition(filter.waits));
  if (filter.deadline) conditions.push(deadlineCondition(filter.deadline, today));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const isOpen = sql<boolean>`task.state in ('sent', 'accepted', 'in_progress', 'returned')`;

function waitsCondition(waits: TaskWaits): RawBuilder<boolean> {
  if (waits === 'work') return sql<boolean>`${isOpen}`;
  return waits === 'answer'
    ? sql<boolean>`(${isOpen} and task.id in (select task_id from task_question where answered_at is null))`
    : sql<boolean>`task.id in (select task_id from evidence where evidence.state = 'submitted')`;
}

function deadlineCondition(deadline: 'late' | 'week' | 'month' | 'none', today: string): RawBuilder<boolean> {
  if (deadline === 'none') return sql`task.due_on is null`;
  const last = deadline === 'week' ? addDays(today, 7) : periodAround('monthly', today).endsOn;
  const isThen = (day: 'task.due_on' | 'due_by') =>
    deadline === 'late'
      ? sql`${sql.ref(day)} < ${today}::date`
      : sql`${sql.ref(day)} between ${today}::date and ${last}::date`;
  return sql`${isOpen} and ((task.rhythm <> 'per_event' and ${isThen('task.due_on')}) or (task.rhythm = 'per_event' and task.id in (
    select task_id from (${eventPeriods({ where: isOpen, dueFrom: deadline === 'late' ? undefined : today })}) event_period where accepted < expected_count and ${isThen('due_by')})))`;
}

/** The order of a list: of one day, the same work side by side, unit by unit; the id makes it the same each time. */
export function tasksOrder(sort: TaskSort | undefined): RawBuilder<unknown> {
  if (sort === 'priority')
    return sql`array_position(array['high', 'normal', 'low'], task.priority), task.due_on, task.title, task.unit_id, task.id`;
  if (sort === 'unit') return sql`task.unit_id, task.due_on, task.title, task.id`;
  if (sort === 'newest') return sql`task.id desc`;
  return sql`task.due_on, task.title, task.unit_id, task.id`;
}

export function selectTaskIds(context: Context, filter: TaskFilter): RawBuilder<{ id: string }> {
  return sql`select task.id from task where ${tasksWhere(context, filter)} order by ${tasksOrder(filter.sort)}`;
}
