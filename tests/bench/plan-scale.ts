import { readCell } from '../../src/modules/plan/server/plan.cell.read-model.ts';
import { readEvidenceWaiting, readTasksToFollowUp } from '../../src/modules/plan/server/plan.follow-up.read-model.ts';
import { readPlanHomeQueue } from '../../src/modules/plan/server/plan.home.read-model.ts';
import { readLateUnits, readOwnCloth } from '../../src/modules/plan/server/plan.home-overview.read-model.ts';
import { readMatrix } from '../../src/modules/plan/server/plan.matrix.read-model.ts';
import { readMonthMatrix } from '../../src/modules/plan/server/plan.months.read-model.ts';
import { readPlanDetail } from '../../src/modules/plan/server/plan.read-model.ts';
import { readTaskDetail, readTasks } from '../../src/modules/plan/server/plan.tasks.read-model.ts';
import { dayInDepartment } from '../../src/platform/clock/clock.ts';
import type { Actor } from '../../src/platform/context.ts';
import { actorWith } from '../../src/platform/testing/actors.ts';
import { openBenchDatabase } from './bench-database.ts';
import { nearlySlowest, report, timeOf } from './measure.ts';
import { madePlans } from './plan-scale.data.ts';

const rounds = 20;

/** 50,000 tasks and 200,000 pieces of evidence over fourteen years: the slowest but one of 20 readings, beside a plain count of the tasks. */
export async function benchPlanScale(): Promise<void> {
  const { pool, context, close } = await openBenchDatabase(madePlans({ plans: 14, evidenceEach: 4 }));
  const counted = await pool.query<{ tasks: string; evidence: string }>(
    'select (select count(*) from task) as tasks, (select count(*) from evidence) as evidence',
  );
  process.stdout.write(`${counted.rows[0]?.tasks} tasks, ${counted.rows[0]?.evidence} pieces of evidence\n`);
  const { rows } = await pool.query<{ planId: string; clauseId: string; taskId: string }>(
    `select plan.id as "planId", task.clause_id as "clauseId", task.id as "taskId" from plan join task on task.plan_id = plan.id where task.unit_id = 'made-1' order by plan.year desc limit 1`,
  );
  const [{ planId, clauseId, taskId } = { planId: '', clauseId: '', taskId: '' }] = rows;
  const editor = actorWith('publishing_editor', 'phong-ttbcxb', { personId: crypto.randomUUID() });
  const officer = actorWith('commune_officer', 'made-1', { personId: crypto.randomUUID() });
  const readings: [string, Actor, () => Promise<unknown>][] = [];
  const add = (name: string, actor: Actor, read: (as: ReturnType<typeof context>) => Promise<unknown>) =>
    readings.push([name, actor, () => read(context(actor))]);
  add('matrix, clause × unit', editor, (as) => readMatrix(as, { planId }));
  add('matrix, clause × month', editor, (as) => readMonthMatrix(as, { planId }));
  add('one cell', editor, (as) => readCell(as, { planId, clauseId, unitId: 'made-1' }));
  add('tasks, first page', editor, (as) => readTasks(as, { page: 1 }));
  add('tasks, page 900', editor, (as) => readTasks(as, { page: 900 }));
  add('tasks of a plan', editor, (as) => readTasks(as, { planId, page: 3 }));
  add('tasks of a state', editor, (as) => readTasks(as, { state: 'returned', page: 1 }));
  add('tasks of a commune', officer, (as) => readTasks(as, { page: 1 }));
  add('one task', officer, (as) => readTaskDetail(as, taskId));
  add('one plan', editor, (as) => readPlanDetail(as, planId));
  add('home of an editor', editor, (as) => readPlanHomeQueue(as));
  add('home of a commune officer', officer, (as) => readPlanHomeQueue(as));
  add('late units beside the home queue', editor, (as) => readLateUnits(as));
  add('cloth of a commune', officer, (as) => readOwnCloth(as));
  const now = new Date();
  const day = (days: number) => dayInDepartment(new Date(now.getTime() + days * 86_400_000));
  add('reminders: tasks near or past their deadline', editor, (as) =>
    readTasksToFollowUp(as.db, { today: day(0), from: day(-21), to: day(7) }),
  );
  add('reminders: evidence that waits', editor, (as) => readEvidenceWaiting(as.db, { before: now }));
  for (const [name, , read] of readings) {
    await read();
    const baseline: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timeOf(read));
      baseline.push(await timeOf(() => pool.query('select count(*) from task')));
    }
    const [p95, plain] = [nearlySlowest(ours), nearlySlowest(baseline)];
    const aim = name.startsWith('matrix') ? '≤ 300 ms' : '≤ 200 ms';
    report(name, `p95 ${p95.toFixed(1)} ms, ${(p95 / plain).toFixed(1)} × plain count`, aim);
  }
  await close();
}
