import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareTemplate } from '../../src/app/prepare-template.ts';
import { readMatrix } from '../../src/modules/plan/server/plan.matrix.read-model.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { systemActor } from '../../src/platform/context.ts';
import { startCluster } from '../../src/platform/database/cluster.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { compare, report, timeOf } from './measure.ts';

/** A matrix of 60 clauses × 60 units with 20,000 pieces of evidence, beside a plain count of the same rows. */
export async function benchMatrix(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'));
  const cluster = await startCluster({ dataFolder: folder, log: () => undefined });
  const connection = { ...cluster.connection, database: 'bench' };
  const client = new pg.Client({ ...cluster.connection, database: 'postgres' });
  await client.connect();
  await client.query('create database bench');
  await client.end();
  await prepareTemplate(connection);
  const { db, pool, close } = openDatabase(connection, () => undefined);
  await pool.query(madeData);
  const { rows } = await pool.query<{ id: string }>('select id from plan');
  const jobs = { enqueue: async () => undefined, subscribersOf: () => [] };
  const context = { db, actor: systemActor, clock: systemClock, requestId: 'bench', jobs, origin: null };
  const planId = rows[0]?.id ?? '';
  const ours = () => timeOf(() => readMatrix(context, { planId }));
  const baseline = () =>
    timeOf(() => pool.query('select clause_id, unit_id, count(*) from evidence group by clause_id, unit_id'));
  await ours();
  const result = await compare({ ours, baseline });
  report('matrix of 60 × 60', `${result.ours.toFixed(1)} ms, ${result.ratio.toFixed(2)} × plain count`, '≤ 200 ms');
  await close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

const madeData = `
  insert into unit (id, kind, names, short_names, is_own, source, position)
    select 'made-' || n, 'commune', jsonb_build_object('vi', 'Xã ' || n), jsonb_build_object('vi', 'X. ' || n), false, 'bench', 100 + n from generate_series(1, 16) n;
  insert into directive (id, subject, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (gen_random_uuid(), 'Văn bản thử', 'confirmed', '', '', 'x', '{}', 'so-vhttdl', now());
  insert into clause (id, directive_id, path, parent_path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
    select gen_random_uuid(), id, 'I.' || n, null, n, 1, '', 'Nội dung ' || n, 'Nội dung ' || n, 'assignment', true, 0, 0, now() from directive, generate_series(1, 60) n;
  insert into plan (id, directive_id, title, year, state, created_at) select gen_random_uuid(), id, 'Kế hoạch thử', 2026, 'confirmed', now() from directive;
  insert into task (id, plan_id, clause_id, unit_id, mode, state, title, created_at)
    select gen_random_uuid(), plan.id, clause.id, unit.id, 'requested', 'accepted', 'Việc', now() from plan, clause, (select id from unit order by position desc limit 60) unit;
  insert into evidence (id, clause_id, unit_id, task_id, kind, title, occurred_on, is_by_system, state, created_at)
    select gen_random_uuid(), task.clause_id, task.unit_id, task.id, 'note', 'Minh chứng', date '2026-01-01' + (n * 50), false, 'accepted', now() from task, generate_series(1, 6) n;
  analyze;`;
