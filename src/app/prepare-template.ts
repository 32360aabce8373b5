import type { PoolConfig } from 'pg';
import { systemClock } from '../platform/clock/clock.ts';
import { systemActor } from '../platform/context.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { referenceModules } from './modules.ts';

/** Migrates a database and loads the reference data, without jobs: the template that tests are cloned from. */
export async function prepareTemplate(config: PoolConfig): Promise<void> {
  const { db, close } = openDatabase(config, () => undefined);
  const jobs = { enqueue: async () => undefined, subscribersOf: () => [] };
  await migrate(db);
  const context = { db, actor: systemActor, clock: systemClock, requestId: 'template', jobs, origin: null };
  for (const load of referenceModules()) await load(context);
  await close();
}
