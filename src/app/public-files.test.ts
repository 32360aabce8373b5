import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createFileStore } from '../platform/files/file-store.ts';
import { servePublicFiles } from './public-files.ts';

it('hands out a stored picture only while something public shows it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'public-files-'));
  const files = createFileStore(folder);
  const path = `/files/${await files.put(Buffer.from('picture'))}.webp`;
  const shown = new Set([path, `/files/${'0'.repeat(64)}.webp`, '/files/../secret']);
  const server = Fastify();
  servePublicFiles(server, { files, isShown: (candidate) => shown.has(candidate) });

  const answer = await server.inject(path);
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'image/webp', 'picture']);
  const headers = { 'if-none-match': String(answer.headers.etag) };
  expect((await server.inject({ url: path, headers })).statusCode).toBe(304);
  expect((await server.inject({ url: path, method: 'HEAD' })).body).toBe('');
  for (const other of [path.replace('webp', 'jpg'), `/files/${'0'.repeat(64)}.webp`, '/files/..%2fsecret', '/files/x'])
    expect((await server.inject(other)).statusCode, other).toBe(404);

  shown.delete(path);
  expect((await server.inject({ url: path, headers })).statusCode).toBe(404);
  await server.close();
  await rm(folder, { recursive: true });
});
