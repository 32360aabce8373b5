import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { resolveDatabase } from './resolve-database.ts';

const log = () => undefined;

test('without DATABASE_URL the embedded server answers; with it the same server is reached as an external one', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lantoa-resolve-'));
  const embedded = await resolveDatabase({ databaseUrl: undefined, dataFolder, log });
  try {
    expect(embedded.mode).toBe('embedded');
    const databaseUrl = `postgres://lantoa@/lantoa?host=${encodeURIComponent(String(embedded.config.host))}`;
    const external = await resolveDatabase({ databaseUrl, dataFolder, log });
    expect(external.mode).toBe('external');
    await external.stop();
    const opened = openDatabase(embedded.config, log);
    expect((await opened.pool.query('select 1 as value')).rows).toEqual([{ value: 1 }]);
    await opened.close();
  } finally {
    await embedded.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
});

test('an external server that does not answer is named in both languages, without its password', async () => {
  const databaseUrl = 'postgres://lantoa:secret@127.0.0.1:1/lantoa';
  const refusal = await resolveDatabase({ databaseUrl, dataFolder: tmpdir(), log }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'ClusterError', code: 'server_unreachable' });
  expect(String(refusal)).toContain('Không kết nối được');
  expect(String(refusal)).not.toContain('secret');
});
