import { CompiledQuery } from 'kysely';
import type { PoolConfig } from 'pg';
import { PgBoss } from 'pg-boss';
import type { Clock } from '../clock/clock.ts';
import { type Context, systemActor } from '../context.ts';
import type { Database } from '../database/tables.ts';
import type { EventHandler } from '../events/events.ts';
import { newId } from '../ids/ids.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobDefinition, JobQueue } from './job-queue.ts';

export interface BossQueue extends JobQueue {
  start(): Promise<void>;
  work(): Promise<void>;
  stop(): Promise<void>;
}

export interface BossOptions {
  readonly db: Database;
  /** The queue keeps connections of its own: one listens, so that work begins within milliseconds. */
  readonly connection: PoolConfig;
  readonly clock: Clock;
  readonly jobHandlers: readonly JobHandler[];
  readonly eventHandlers: readonly EventHandler[];
  readonly log: (level: 'info' | 'error', message: string, error?: unknown) => void;
}

// A worker that was killed falls silent: after ten seconds (the shortest that pg-boss takes) another one has its jobs.
const queueSettings = { retryDelay: 1, retryBackoff: true, notify: true, heartbeatSeconds: 10 };

/** The one door to pg-boss: jobs live in the same PostgreSQL and are enqueued in the caller's transaction. */
export function createBossQueue(options: BossOptions): BossQueue {
  const handlers = [...options.jobHandlers, ...options.eventHandlers.map((subscription) => subscription.handler)];
  assertUniqueJobs(handlers);
  const boss = new PgBoss({
    ...connectionOf(options.connection),
    max: 4,
    schema: 'pgboss',
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  boss.on('error', (error: unknown) => options.log('error', 'pg-boss', error));

  const queue: BossQueue = {
    async start() {
      await boss.start();
      const existing = new Set((await boss.getQueues()).map((known) => known.name));
      for (const { job } of handlers) {
        const settings = { ...queueSettings, retryLimit: job.retryLimit };
        if (existing.has(job.id)) await boss.updateQueue(job.id, settings);
        else await boss.createQueue(job.id, settings);
      }
    },
    async work() {
      for (const handler of handlers) {
        await boss.work(
          handler.job.id,
          { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, batchSize: 20, perJobResults: true },
          (jobs: { id: string; data: unknown }[]) => runEach(handler, jobs),
        );
        if (handler.job.schedule)
          await boss.schedule(handler.job.id, handler.job.schedule, {}, { tz: 'Asia/Ho_Chi_Minh' });
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, close: true });
    },
    async enqueue(context, job, data, enqueueOptions = {}) {
      await boss.send(job.id, data as object, {
        ...(enqueueOptions.startAfter ? { startAfter: enqueueOptions.startAfter } : {}),
        ...(enqueueOptions.singletonKey ? { singletonKey: enqueueOptions.singletonKey } : {}),
        db: {
          executeSql: async (text: string, values?: unknown[]) => {
            const { rows } = await context.db.executeQuery(CompiledQuery.raw(text, values ?? []));
            return { rows };
          },
        },
      });
    },
    subscribersOf(eventName): readonly JobDefinition[] {
      return options.eventHandlers
        .filter((subscription) => subscription.event.name === eventName)
        .map((subscription) => subscription.job);
    },
  };

  // One after the other, each with an outcome of its own: a job that fails does not take its neighbours along.
  async function runEach(handler: JobHandler, jobs: readonly { id: string; data: unknown }[]) {
    const results: { id: string; status: 'completed' | 'failed'; output?: { message: string } }[] = [];
    for (const { id, data } of jobs) {
      try {
        await handler.run(jobContext(id), data);
        results.push({ id, status: 'completed' });
      } catch (error) {
        options.log('error', `${handler.job.id} [job-${id}]`, error);
        results.push({
          id,
          status: 'failed',
          output: { message: error instanceof Error ? error.message : String(error) },
        });
      }
    }
    return results;
  }

  function jobContext(jobId: string): Context {
    return {
      db: options.db,
      actor: systemActor,
      clock: options.clock,
      requestId: `job-${jobId || newId(0)}`,
      jobs: queue,
      origin: null,
    };
  }
  return queue;
}

// pg-boss takes fewer settings than the driver; undefined ones must be left out.
function connectionOf(
  config: PoolConfig,
): { connectionString: string } | { host: string; port: number; user: string; database: string } {
  if (config.connectionString) return { connectionString: config.connectionString };
  const { host = '', port = 5432, user = '', database = '' } = config;
  return { host, port, user, database };
}

function assertUniqueJobs(handlers: readonly JobHandler[]): void {
  const seen = new Set<string>();
  for (const { job } of handlers) {
    if (seen.has(job.id)) throw new Error(`two handlers for job ${job.id}`);
    seen.add(job.id);
  }
}
