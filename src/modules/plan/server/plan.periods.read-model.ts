// Joins a table of an earlier module: clause (directives).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { readEventMonths } from './plan.event-dues.read-model.ts';
import { earlierDay, periodAround, periodsOf, type SteadyRhythm } from './plan.periods.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

export interface MonthFilter {
  readonly id: string;
  readonly directiveId: string;
  readonly year: number;
  readonly startedOn: string;
  readonly today: string;
  readonly unitId?: string | undefined;
  readonly clauseId?: string | undefined;
}
interface MonthRow {
  clause_id: string;
  month: number;
  accepted: number;
  waiting: number;
  open_tasks: number;
  overdue_tasks: number;
}
export interface DuePeriods {
  due: number;
  full: number;
  begun: number;
}
export const nothingDue: DuePeriods = { due: 0, full: 0, begun: 0 };

/** Each leaf clause × twelve months: evidence, open tasks, and tasks whose one due day passed in that month. */
export async function readMonthRows(context: Context, filter: MonthFilter): Promise<MonthRow[]> {
  const unit = filter.unitId ?? null;
  const clause = filter.clauseId ?? null;
  const rows = await sql<MonthRow>`
    with asked as (
      select clause_id, count(*)::int as open_tasks
      from task where plan_id = ${filter.id} and state not in ('cancelled', 'declined') and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'task.unit_id')} group by clause_id),
    due as (
      select clause_id, extract(month from due_on)::int as month, count(*)::int as overdue_tasks
      from task where plan_id = ${filter.id} and state in ('sent', 'accepted', 'in_progress', 'returned') and rhythm <> 'per_event' and due_on < ${filter.today}::date and extract(year from due_on) = ${filter.year}
        and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'task.unit_id')}
        and (select count(*) from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id and evidence.state = 'accepted') < task.expected_count
      group by 1, 2),
    proof as (
      select clause_id, extract(month from occurred_on)::int as month, count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting
      from evidence where extract(year from occurred_on) = ${filter.year} and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'evidence.unit_id')} group by 1, 2)
    select clause.id as clause_id, month.month, coalesce(accepted, 0) as accepted, coalesce(waiting, 0) as waiting, coalesce(open_tasks, 0) as open_tasks, coalesce(overdue_tasks, 0) as overdue_tasks
    from clause cross join generate_series(1, 12) as month(month)
    left join asked on asked.clause_id = clause.id left join due on due.clause_id = clause.id and due.month = month.month left join proof on proof.clause_id = clause.id and proof.month = month.month
    where clause.directive_id = ${filter.directiveId} and clause.is_leaf and (${clause}::uuid is null or clause.id = ${clause}::uuid)`.execute(
    context.db,
  );
  return rows.rows;
}

/**
 * What steady tasks and tasks per event owe, by `clause month` of the end of each period. Tasks that began and end alike are counted
 * together, so that 38 communes cost one row; only periods with evidence are read one by one.
 */
export async function readDuePeriods(context: Context, filter: MonthFilter): Promise<Map<string, DuePeriods>> {
  const asked = sql`
    select task.id, task.clause_id, task.unit_id, task.rhythm, task.expected_count,
      greatest(coalesce(task.sent_on, ${filter.startedOn}::date), make_date(${filter.year}, 1, 1)) as from_day, least(coalesce(task.due_on, make_date(${filter.year}, 12, 31)), make_date(${filter.year}, 12, 31)) as to_day,
      case task.rhythm when 'weekly' then 'week' when 'quarterly' then 'quarter' else 'month' end as step
    from task where task.plan_id = ${filter.id} and task.rhythm in ('weekly', 'monthly', 'quarterly') and task.state in ('sent', 'accepted', 'in_progress', 'returned')
      and (${filter.unitId ?? null}::text is null or task.unit_id = ${filter.unitId ?? null}) and (${filter.clauseId ?? null}::uuid is null or task.clause_id = ${filter.clauseId ?? null}::uuid)
      and ${visibleTasks(context.actor, 'task.unit_id')}`;
  const groups = await sql<{ clauseId: string; rhythm: SteadyRhythm; fromDay: string; toDay: string; tasks: number }>`
    with asked as (${asked}) select clause_id as "clauseId", rhythm, from_day as "fromDay", to_day as "toDay", count(*)::int as tasks from asked group by 1, 2, 3, 4`.execute(
    context.db,
  );
  const proof = await sql<{
    clauseId: string;
    rhythm: SteadyRhythm;
    startsOn: string;
    toDay: string;
    full: number;
    begun: number;
  }>`
    with asked as (${asked}), period as (
      select asked.clause_id, asked.rhythm, asked.to_day, asked.expected_count, date_trunc(asked.step, evidence.occurred_on)::date as starts_on,
        count(*) filter (where evidence.state = 'accepted')::int as accepted, count(*)::int as handed_in
      from asked join evidence on evidence.clause_id = asked.clause_id and evidence.unit_id = asked.unit_id
      where evidence.state in ('accepted', 'submitted') and evidence.occurred_on between date_trunc(asked.step, asked.from_day) and asked.to_day
      group by asked.id, asked.clause_id, asked.rhythm, asked.to_day, asked.expected_count, 5)
    select clause_id as "clauseId", rhythm, starts_on as "startsOn", to_day as "toDay", count(*) filter (where accepted >= expected_count)::int as full, count(*) filter (where handed_in > 0)::int as begun
    from period group by 1, 2, 3, 4`.execute(context.db);
  const months = new Map<string, DuePeriods>();
  const at = (clauseId: string, endsOn: string) => {
    const key = `${clauseId} ${endsOn.slice(0, 7)}`;
    const known = months.get(key) ?? { ...nothingDue };
    months.set(key, known);
    return known;
  };
  for (const group of groups.rows)
    for (const period of periodsOf({ rhythm: group.rhythm, from: group.fromDay, to: group.toDay }))
      at(group.clauseId, period.endsOn).due += group.tasks;
  for (const row of proof.rows) {
    const { endsOn } = periodAround(row.rhythm, row.startsOn);
    const cell = at(row.clauseId, earlierDay(endsOn, row.toDay));
    cell.full += row.full;
    cell.begun += row.begun;
  }
  const ofEvents = await readEventMonths(context.db, {
    where: sql`task.plan_id = ${filter.id} and (${filter.unitId ?? null}::text is null or task.unit_id = ${filter.unitId ?? null})
      and (${filter.clauseId ?? null}::uuid is null or task.clause_id = ${filter.clauseId ?? null}::uuid) and ${visibleTasks(context.actor, 'task.unit_id')}`,
    year: filter.year,
  });
  for (const { clauseId, month, due, full, begun } of ofEvents) {
    const cell = at(clauseId, month);
    cell.due += due;
    cell.full += full;
    cell.begun += begun;
  }
  return months;
}
