import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from '../../app/prepare-template.ts';
import { startCluster } from '../database/cluster.ts';
import './test-database.ts';

const template = 'template_lantoa';

let stopCluster: () => Promise<void> = async () => undefined;

export async function teardown(): Promise<void> {
  await stopCluster();
}

/** One real PostgreSQL for the whole run; each test file clones the migrated template. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantoa-cluster-'));
  const cluster = await startCluster({ dataFolder: folder, log: () => undefined });
  const connection = { host: cluster.connection.host, port: cluster.connection.port, user: cluster.connection.user };
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await prepareTemplate({ ...connection, database: template });
  project.provide('database', { connection, template });
  stopCluster = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
