import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import { inTransaction } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type BossQueue, createBossQueue } from './boss-queue.ts';
import { handleJob } from './job-handler.ts';
import { defineJob } from './job-queue.ts';

const greet = defineJob({ id: 'test.greet', schema: z.object({ name: z.string() }), retryLimit: 5, schedule: null });

describe('jobs', () => {
  let database: TestDatabase;
  const greeted: string[] = [];
  const queues: BossQueue[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const queue of queues) await queue.stop();
    await database.close();
  });

  async function openQueue(run: (name: string) => Promise<void>): Promise<BossQueue> {
    const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
    const queue = createBossQueue({
      db: database.db,
      connection: { ...inject('database').connection, database: rows[0]?.name ?? '' },
      clock: systemClock,
      jobHandlers: [handleJob(greet, async (_context, { name }) => run(name))],
      eventHandlers: [],
      log: () => undefined,
    });
    await queue.start();
    queues.push(queue);
    return queue;
  }

  it('begin within moments of the change that asked for them, and never when it was rolled back', async () => {
    const queue = await openQueue(async (name) => {
      greeted.push(name);
    });
    await queue.work();
    const context = { ...database.context(), jobs: queue };
    await inTransaction(context, (inside) => queue.enqueue(inside, greet, { name: 'Sìn Hồ' }));
    const rolledBack = inTransaction(context, async (inside) => {
      await queue.enqueue(inside, greet, { name: 'không có' });
      throw new Error('lùi lại');
    });
    await expect(rolledBack).rejects.toThrow('lùi lại');
    await expect.poll(() => greeted, { timeout: 3_000 }).toEqual(['Sìn Hồ']);
  });

  it('that fail are tried again and do not take their neighbours along', async () => {
    const seen: string[] = [];
    let isBroken = true;
    const [former] = queues.splice(0);
    await former?.stop();
    const queue = await openQueue(async (name) => {
      seen.push(name);
      if (name === 'hỏng' && isBroken) throw new Error('hỏng');
    });
    const context = { ...database.context(), jobs: queue };
    for (const name of ['hỏng', 'lành']) await queue.enqueue(context, greet, { name });
    await queue.work();
    await expect.poll(() => seen, { timeout: 3_000 }).toContain('lành');
    isBroken = false;
    await expect.poll(() => seen.filter((name) => name === 'hỏng').length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(seen.filter((name) => name === 'lành')).toHaveLength(1);
  });

  it('of a worker that was killed are taken over by another one', async () => {
    const [former] = queues.splice(0);
    await former?.stop();
    const done: string[] = [];
    const queue = await openQueue(async (name) => {
      done.push(name);
    });
    await queue.enqueue(database.context(), greet, { name: 'bỏ dở' });
    // What a killed worker leaves: a job that is marked as being worked on, with a heartbeat that has stopped.
    await database.pool.query(
      "update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute' where name = 'test.greet' and state = 'created'",
    );
    await queue.work();
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(['bỏ dở']);
  }, 30_000);
});
