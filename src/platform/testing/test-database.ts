import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import type { Actor, Context } from '../context.ts';
import { systemActor } from '../context.ts';
import { type OpenDatabase, openDatabase } from '../database/database.ts';
import type { JobDefinition, JobQueue } from '../jobs/job-queue.ts';

export interface TestDatabase extends OpenDatabase {
  context(actor?: Actor): Context;
  /** Jobs that were enqueued, in order; a test runs their handlers itself. */
  readonly enqueued: { job: string; data: unknown }[];
  readonly dataFolder: string;
}

/** A clone of the migrated template with reference data, for one test file. Close it in afterAll. */
export async function createTestDatabase(
  options: { subscribers?: Record<string, readonly JobDefinition[]>; connections?: number } = {},
): Promise<TestDatabase> {
  const { connection, template } = inject('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(connection, `create database ${name} template ${template}`);
  const opened = openDatabase({ ...connection, database: name, max: options.connections ?? 4 }, () => undefined);
  const enqueued: { job: string; data: unknown }[] = [];
  const jobs: JobQueue = {
    async enqueue(_context, job, data) {
      enqueued.push({ job: job.id, data });
    },
    subscribersOf: (event) => options.subscribers?.[event] ?? [],
  };
  return {
    ...opened,
    enqueued,
    dataFolder: mkdtempSync(join(tmpdir(), 'lantoa-test-')),
    context: (actor = systemActor) => ({
      db: opened.db,
      actor,
      clock: systemClock,
      requestId: 'test',
      jobs,
      origin: null,
    }),
    async close() {
      await opened.close();
      await administer(connection, `drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    database: { connection: { host: string; port: number; user: string }; template: string };
  }
}
