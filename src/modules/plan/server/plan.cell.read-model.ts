import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { MatrixCellDetail } from '../plan.shapes.contract.ts';
import { readEvidenceOf } from './plan.evidence.read-model.ts';
import { readLeafClauses, readMatrix } from './plan.matrix.read-model.ts';
import { readMonths } from './plan.months.read-model.ts';
import { periodOfYear } from './plan.periods.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { presentEventPeriods, readTasks } from './plan.tasks.read-model.ts';

const nothing = { state: 'none' as const, count: 0, waiting: 0 };

/** What stands behind one cell: clause, task, twelve months, evidence. Without a unit: the clause in one month, all units. */
export async function readCell(
  context: Context,
  input: {
    planId: string;
    clauseId: string;
    unitId?: string | undefined;
    month?: number | undefined;
    period?: string | undefined;
  },
): Promise<MatrixCellDetail> {
  const plan = await readPlanSummary(context, input.planId);
  const clause = plan && (await readLeafClauses(context, plan)).find((each) => each.clauseId === input.clauseId);
  if (!plan || !clause) throw notFound();
  const today = dayInDepartment(context.clock.now());
  const months =
    (await readMonths(context, { ...plan, today, unitId: input.unitId, clauseId: input.clauseId })).get(
      input.clauseId,
    ) ?? {};
  const column =
    input.unitId === undefined
      ? null
      : await readColumnCell(context, {
          planId: plan.id,
          clauseId: input.clauseId,
          unitId: input.unitId,
          period: input.period,
        });
  const task =
    input.unitId === undefined
      ? undefined
      : (await readTasks(context, { planId: plan.id, clauseId: input.clauseId, unitId: input.unitId, page: 1 }))
          .tasks[0];
  const wanted = input.period ?? (input.month === undefined ? null : `m${input.month}`);
  const asked = wanted === null ? null : periodOfYear(plan.year, wanted);
  return {
    clauseId: clause.clauseId,
    path: clause.path,
    title: clause.title,
    text: clause.text,
    unitId: input.unitId ?? null,
    unitNames: column?.names ?? null,
    cell: column?.cell ?? months[String(input.month ?? 0)] ?? nothing,
    task: task
      ? {
          id: task.id,
          state: task.state,
          mode: task.mode,
          rhythm: task.rhythm,
          dueOn: task.dueOn,
          expectedOutput: task.expectedOutput,
          expectedCount: task.expectedCount,
          events: task.rhythm === 'per_event' ? await presentEventPeriods(context, task, today) : [],
        }
      : null,
    months: Array.from({ length: 12 }, (_, index) => months[String(index + 1)] ?? nothing),
    currentMonth: today.startsWith(String(plan.year)) ? Number(today.slice(5, 7)) : null,
    evidence: await readEvidenceOf(context, {
      clauseId: clause.clauseId,
      unitId: input.unitId,
      ...(asked === null ? {} : { between: asked }),
    }),
    abilities: {},
  };
}

async function readColumnCell(
  context: Context,
  input: { planId: string; clauseId: string; unitId: string; period: string | undefined },
) {
  const matrix = await readMatrix(context, input);
  const column = matrix.columns[0];
  if (!column) throw notFound();
  return {
    names: column.names,
    cell: matrix.rows.find((row) => row.clauseId === input.clauseId)?.cells[input.unitId] ?? nothing,
  };
}
