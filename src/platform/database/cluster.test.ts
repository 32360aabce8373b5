import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';
import { findPostmaster, stopPostmaster } from './cluster-postmaster.ts';

let folder: string;
let clusters: Cluster[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantoa-cluster-'));
  clusters = [];
});

afterEach(async () => {
  for (const cluster of clusters) await cluster.stop();
  await stopPostmaster(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
});

async function start(dataFolder = folder): Promise<Cluster> {
  const cluster = await startCluster({ dataFolder, log: () => undefined });
  clusters.push(cluster);
  return cluster;
}

async function ask(cluster: Cluster, statement: string): Promise<string> {
  const client = new Client(cluster.connection);
  await client.connect();
  try {
    const answer = await client.query<{ value: unknown }>(statement);
    return String(answer.rows[0]?.value);
  } finally {
    await client.end();
  }
}

/** Another program on the same folder, which a test can kill without a word. */
async function startOtherProgram(dataFolder: string): Promise<ChildProcess> {
  const program = `
    const { startCluster } = await import(process.argv[1]);
    await startCluster({ dataFolder: process.argv[2], log: () => undefined });
    process.stdout.write('ready');
    setInterval(() => undefined, 1000);`;
  const words = ['--input-type=module', '-e', program, import.meta.resolve('./cluster.ts'), dataFolder];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', reject);
  });
  return child;
}

async function serverProcess(dataFolder = folder): Promise<number> {
  return (await findPostmaster(join(dataFolder, 'postgres')))?.processId ?? 0;
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a first start makes a UTF-8 database that lowers Vietnamese letters, syncs, and opens no network port', async () => {
  const cluster = await start();
  expect(await ask(cluster, `select lower('ĐỐI NGOẠI') as value`)).toBe('đối ngoại');
  expect(await ask(cluster, `select current_setting('server_encoding') as value`)).toBe('UTF8');
  expect(await ask(cluster, `select current_setting('fsync') as value`)).toBe('on');
  expect(await ask(cluster, `select current_setting('listen_addresses') as value`)).toBe('');
});

test('what was saved is there after a stop and a second start', async () => {
  const first = await start();
  await ask(first, 'create table note as select 42 as value');
  await first.stop();
  expect(await serverProcess()).toBe(0);
  expect(await ask(await start(), 'select value from note')).toBe('42');
});

test('a server that outlived its killed program is taken over, not started again', async () => {
  const other = await startOtherProgram(folder);
  const before = await serverProcess();
  other.kill('SIGKILL');
  const begin = performance.now();
  const cluster = await start();
  // 100 ms are promised; a loaded test machine gets some more.
  expect(performance.now() - begin).toBeLessThan(400);
  expect(await serverProcess()).toBe(before);
  expect(await ask(cluster, 'select 1 as value')).toBe('1');
});

test('a second program on the same data folder is refused in Vietnamese and English', async () => {
  await start();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'ClusterError', code: 'data_folder_in_use' });
  expect(String(refusal)).toContain('đang dùng thư mục dữ liệu');
  expect(String(refusal)).toContain('is using the data folder');
});

test('of two programs that start at once on a new folder one gets it, and the other is refused', async () => {
  const answers = await Promise.allSettled([start(), start()]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({ code: 'data_folder_in_use' });
});

test('a server that dies is started again, and the program hears of it', async () => {
  const cluster = await start();
  let losses = 0;
  cluster.onServerLost(() => {
    losses += 1;
  });
  const before = await serverProcess();
  process.kill(before, 'SIGKILL');
  await until(() => losses === 1);
  await until(async () => {
    const value = await ask(cluster, 'select 7 as value').catch(() => '');
    return value === '7';
  });
  expect(await serverProcess()).not.toBe(before);
});

test('a data folder with a long path gets its socket elsewhere, closed to others', async () => {
  const long = join(folder, 'thông-tin-đối-ngoại-'.repeat(5));
  await chmod(folder, 0o755);
  await mkdir(long);
  const cluster = await start(long);
  expect(cluster.connection.host).toMatch(/^\/tmp\/lantoa-[0-9a-f]{16}$/);
  expect(await ask(cluster, 'select 1 as value')).toBe('1');
  await cluster.stop();
  await rm(cluster.connection.host, { recursive: true });
});

test('a first start that was killed in the middle leaves nothing in the way of the next', async () => {
  await mkdir(join(folder, 'postgres.new-999999999-00000000', 'base'), { recursive: true });
  expect(await ask(await start(), 'select 1 as value')).toBe('1');
  expect((await readdir(folder)).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
});

test('a lock that names a process of somebody else does not stop the start', async () => {
  const first = await start();
  await first.stop();
  await writeFile(
    join(folder, 'postgres/postmaster.pid'),
    `${process.pid}\n${folder}/postgres\n0\n5432\n${folder}/run\n`,
  );
  expect(await ask(await start(), 'select 1 as value')).toBe('1');
});

test('a folder of another major version is refused', async () => {
  const first = await start();
  await first.stop();
  await writeFile(join(folder, 'postgres/PG_VERSION'), '15\n');
  await expect(start()).rejects.toMatchObject({ code: 'major_version_differs' });
  expect(await readFile(join(folder, 'postgres/PG_VERSION'), 'utf8')).toBe('15\n');
});
