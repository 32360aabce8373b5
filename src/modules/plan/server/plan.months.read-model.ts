import type { z } from 'zod';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { MatrixRow, monthMatrix } from '../plan.shapes.contract.ts';
import { monthStateOf } from './plan.cell-state.ts';
import { emptyCounts, gapsFirst, type MatrixFilter, readLeafClauses, readThemes } from './plan.matrix.read-model.ts';
import { type MonthFilter, nothingDue, readDuePeriods, readMonthRows } from './plan.periods.read-model.ts';
import { readPlanSummary } from './plan.read-model.ts';

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
export async function readMonths(context: Context, filter: MonthFilter): Promise<Map<string, MatrixRow['cells']>> {
  const rows = await readMonthRows(context, filter);
  const due = await readDuePeriods(context, filter);
  const result = new Map<string, MatrixRow['cells']>();
  for (const row of rows) {
    const month = `${filter.year}-${String(row.month).padStart(2, '0')}`;
    const periods = due.get(`${row.clause_id} ${month}`) ?? nothingDue;
    const state = monthStateOf({
      month,
      currentMonth: filter.today.slice(0, 7),
      firstMonth: filter.startedOn.slice(0, 7),
      openTasks: row.open_tasks,
      duePeriods: periods.due,
      fullPeriods: periods.full,
      begunPeriods: periods.begun,
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
