import { readMatrix } from '../../src/modules/plan/server/plan.matrix.read-model.ts';
import { openBenchDatabase } from './bench-database.ts';
import { compare, report, timeOf } from './measure.ts';
import { madePlans } from './plan-scale.data.ts';

/** A matrix of 60 clauses × 60 units with 20,000 pieces of evidence, beside a plain count of the same rows. */
export async function benchMatrix(): Promise<void> {
  const { pool, context, close } = await openBenchDatabase(madePlans({ plans: 1, evidenceEach: 6 }));
  const { rows } = await pool.query<{ id: string }>('select id from plan');
  const planId = rows[0]?.id ?? '';
  const ours = () => timeOf(() => readMatrix(context(), { planId }));
  const baseline = () =>
    timeOf(() => pool.query('select clause_id, unit_id, count(*) from evidence group by clause_id, unit_id'));
  await ours();
  const result = await compare({ ours, baseline });
  report('matrix of 60 × 60', `${result.ours.toFixed(1)} ms, ${result.ratio.toFixed(2)} × plain count`, '≤ 200 ms');
  await close();
}
