import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareTemplate } from '../../src/app/prepare-template.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { type Actor, type Context, systemActor } from '../../src/platform/context.ts';
import { startCluster } from '../../src/platform/database/cluster.ts';
import { openDatabase } from '../../src/platform/database/database.ts';

export interface BenchDatabase {
  readonly pool: pg.Pool;
  context(actor?: Actor): Context;
  close(): Promise<void>;
}

/** A migrated database of its own with units and reference data, filled by one script of SQL. */
export async function openBenchDatabase(madeData: string): Promise<BenchDatabase> {
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
  const jobs = { enqueue: async () => undefined, subscribersOf: () => [] };
  return {
    pool,
    context: (actor = systemActor) => ({ db, actor, clock: systemClock, requestId: 'bench', jobs, origin: null }),
    async close() {
      await close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
