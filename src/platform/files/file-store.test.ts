import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileStore } from './file-store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantoa-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a stored file comes back byte for byte, and the same bytes are stored once', async () => {
  const store = createFileStore(folder);
  const bytes = Buffer.from('Lai Châu');
  const [first, second] = await Promise.all([store.put(bytes), store.put(bytes)]);
  expect(first).toBe(second);
  const file = await store.open(first);
  expect(file?.bytes).toBe(bytes.length);
  expect(file && (await buffer(file.content)).equals(bytes)).toBe(true);
  expect(await readdir(join(folder, first.slice(0, 2)))).toEqual([first]);
});

test('an unknown hash and a name that is no hash give nothing', async () => {
  const store = createFileStore(folder);
  expect(await store.open('0'.repeat(64))).toBeNull();
  expect(await store.open('../../etc/passwd')).toBeNull();
});
