import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../platform/context.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { serveDesk } from './desk-files.ts';
import { servePhone } from './phone-files.ts';

const root = mkdtempSync(join(tmpdir(), 'lantoa-phone-'));
let server: FastifyInstance;

beforeAll(async () => {
  for (const part of ['desk', 'phone']) {
    mkdirSync(join(root, `dist/${part}/assets`), { recursive: true });
    writeFileSync(join(root, `dist/${part}/index.html`), `<title>${part}</title>`);
  }
  writeFileSync(join(root, 'dist/phone/assets/a-1.js'), 'export {};');
  writeFileSync(join(root, 'dist/phone/worker.js'), 'self;');
  server = await createHttpServer({
    routes: [],
    contextFor: (actor, requestId, origin) => ({ actor, requestId, origin }) as Context,
    actorFor: async () => null,
    anonymous: { personId: null, name: '', language: 'vi', grants: [] },
    servePublic: () => false,
    isSecure: true,
    trustProxy: false,
    log: () => undefined,
  });
  await serveDesk(server, root);
  await servePhone(server, root);
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test('the phone pages stand beside the desk, each address below them is their one page', async () => {
  for (const [url, title] of [
    ['/desk/phone', 'phone'],
    ['/desk/phone/', 'phone'],
    ['/desk/phone/tasks/1/evidence', 'phone'],
    ['/desk/phones', 'desk'],
    ['/desk/tasks/1', 'desk'],
  ]) {
    const answer = await server.inject({ url: url ?? '' });
    expect([url, answer.statusCode, answer.body]).toEqual([url, 200, `<title>${title}</title>`]);
    expect(answer.headers['content-security-policy']).toContain("worker-src 'self'");
  }
  expect((await server.inject({ url: '/desk/phone/assets/none.js' })).statusCode).toBe(404);
});

test('the service worker is asked for anew each time and may look after the phone pages only', async () => {
  const worker = await server.inject({ url: '/desk/phone/worker.js' });
  expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache', 'service-worker-allowed': '/desk/phone' });
  const asset = await server.inject({ url: '/desk/phone/assets/a-1.js' });
  expect(asset.headers['cache-control']).toContain('immutable');
  expect(asset.headers['service-worker-allowed']).toBeUndefined();
});
