import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../platform/context.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { serveDesk } from './desk-files.ts';

const root = mkdtempSync(join(tmpdir(), 'lantoa-desk-'));
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(root, 'dist/desk/assets'), { recursive: true });
  writeFileSync(join(root, 'dist/desk/index.html'), '<title>bàn làm việc</title>');
  writeFileSync(join(root, 'dist/desk/assets/a-1.js'), 'export {};');
  writeFileSync(join(root, 'package.json'), '{"kín": true}');
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
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test('pages and files of the desk come with the policy, also those that are not there', async () => {
  const asked: [string, number, string][] = [
    ['/desk', 200, 'bàn làm việc'],
    ['/desk/stories/1', 200, 'bàn làm việc'],
    ['/desk/assets/a-1.js', 200, 'export'],
    ['/desk/assets/none.js', 404, ''],
  ];
  for (const [url, status, text] of asked) {
    const answer = await server.inject({ url });
    expect([url, answer.statusCode]).toEqual([url, status]);
    expect(answer.body).toContain(text);
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('no way of writing an address leads out of the folder of the desk', async () => {
  const ways = ['..', '%2e%2e', '..%2f..', '%2e%2e%2f%2e%2e', '..%5c..', '%252e%252e/%252e%252e', './/..//..'];
  for (const way of ways)
    for (const url of [`/desk/${way}/package.json`, `/desk/assets/${way}/../package.json`, `/desk/${way}%00.js`]) {
      const answer = await server.inject({ url });
      expect([url, answer.body.includes('kín')]).toEqual([url, false]);
      expect(answer.headers['content-security-policy']).toBeDefined();
    }
});
