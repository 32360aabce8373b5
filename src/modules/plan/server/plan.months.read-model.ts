// Joins a table of an earlier module: clause (directives).
import { sql } from 'kysely';
import type { z } from 'zod';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { MatrixRow, monthMatrix } from '../plan.contract.ts';
import { monthStateOf } from './plan.cell-state.ts';
import { emptyCounts, gapsFirst, type MatrixFilter, readLeafClauses, readThemes } from './plan.matrix.read-model.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

interface MonthRow {
  clause_id: string;
  month: number;
  accepted: number;
  waiting: number;
  open_tasks: number;
  periodic_tasks: number;
  overdue_tasks: number;
}

/** Clauses × the twelve months of the year of the plan. */
export async function readMonthMatrix(context: Context, filter: MatrixFilter): Promise<z.infer<typeof monthMatrix>> {
  const plan = await readPlanSummary(context, filter.planId);
  if (!plan) throw notFound();
  const today = dayInDepartment(context.clock.now());
  const leaves = await readLeafClauses(context, plan, filter.themeId);
  const months = await readMonths(context, { ...plan, today, unitId: filter.unitId });
  const counts = emptyCounts();
  for (const cells of months.values())
    for (const cell of Object.values(cells)) if (cell.state !== 'none') counts[cell.state] += 1;
  const rows = leaves.map((leaf) => ({ ...leaf, cells: months.get(leaf.clauseId) ?? {} }));
  return {
    plan,
    today,
    rows: filter.gapsFirst ? gapsFirst(rows) : rows,
    counts,
    themes: await readThemes(context, plan.id),
  };
}

/** By clause id: cells with the keys `1` … `12`. */
export async function readMonths(
  context: Context,
  filter: {
    id: string;
    directiveId: string;
    year: number;
    startedOn: string;
    today: string;
    unitId?: string | undefined;
    clauseId?: string | undefined;
  },
): Promise<Map<string, MatrixRow['cells']>> {
  const unit = filter.unitId ?? null;
  const rows = await sql<MonthRow>`
    with asked as (
      select clause_id, count(*)::int as open_tasks, count(*) filter (where rhythm in ('weekly', 'monthly', 'quarterly') and state not in ('proposed', 'done'))::int as periodic_tasks
      from task where plan_id = ${filter.id} and state not in ('cancelled', 'declined') and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'task.unit_id')} group by clause_id),
    due as (
      select clause_id, extract(month from due_on)::int as month, count(*)::int as overdue_tasks
      from task where plan_id = ${filter.id} and state in ('sent', 'accepted', 'in_progress', 'returned') and due_on < ${filter.today}::date and extract(year from due_on) = ${filter.year}
        and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'task.unit_id')}
        and (select count(*) from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id and evidence.state = 'accepted') < task.expected_count
      group by 1, 2),
    proof as (
      select clause_id, extract(month from occurred_on)::int as month, count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting
      from evidence where extract(year from occurred_on) = ${filter.year} and (${unit}::text is null or unit_id = ${unit}) and ${visibleTasks(context.actor, 'evidence.unit_id')} group by 1, 2)
    select clause.id as clause_id, month.month, coalesce(accepted, 0) as accepted, coalesce(waiting, 0) as waiting, coalesce(open_tasks, 0) as open_tasks,
      coalesce(periodic_tasks, 0) as periodic_tasks, coalesce(overdue_tasks, 0) as overdue_tasks
    from clause cross join generate_series(1, 12) as month(month)
    left join asked on asked.clause_id = clause.id left join due on due.clause_id = clause.id and due.month = month.month left join proof on proof.clause_id = clause.id and proof.month = month.month
    where clause.directive_id = ${filter.directiveId} and clause.is_leaf and (${filter.clauseId ?? null}::uuid is null or clause.id = ${filter.clauseId ?? null}::uuid)`.execute(
    context.db,
  );
  const result = new Map<string, MatrixRow['cells']>();
  for (const row of rows.rows) {
    const state = monthStateOf({
      month: `${filter.year}-${String(row.month).padStart(2, '0')}`,
      currentMonth: filter.today.slice(0, 7),
      firstMonth: filter.startedOn.slice(0, 7),
      openTasks: row.open_tasks,
      periodicTasks: row.periodic_tasks,
      overdueTasks: row.overdue_tasks,
      accepted: row.accepted,
      waiting: row.waiting,
    });
    const cells = result.get(row.clause_id) ?? {};
    if (state !== 'none') cells[String(row.month)] = { state, count: row.accepted, waiting: row.waiting };
    result.set(row.clause_id, cells);
  }
  return result;
}
