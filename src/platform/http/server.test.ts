import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { notPermitted } from '../errors/errors.ts';
import { defineEndpoint, type Endpoint } from './contract.ts';
import { shortenAddress } from './network-address.ts';
import { type Route, route } from './route.ts';
import { createHttpServer } from './server.ts';

const person: Actor = { personId: 'p', name: 'Người thử', language: 'vi', grants: [] };
const nobody: Actor = { ...person, personId: null, name: '' };
const logged: string[] = [];
const response = z.object({ origin: z.string().nullable() });
const endpoint = <const E extends Pick<Endpoint, 'method' | 'path' | 'access'> & Partial<Endpoint>>(more: E) =>
  defineEndpoint({ summary: '', response, ...more });
const open = endpoint({ method: 'GET', path: '/api/open', access: 'public' });
const closed = endpoint({ method: 'GET', path: '/api/closed', access: 'session' });
const change = endpoint({ method: 'POST', path: '/api/change', access: 'session', body: z.object({ a: z.string() }) });
const signIn = endpoint({ method: 'POST', path: '/api/sign-in', access: 'public' });
const broken = endpoint({ method: 'GET', path: '/api/broken/:token', access: 'public' });
const refused = endpoint({ method: 'GET', path: '/api/refused', access: 'public' });
const foul = endpoint({ method: 'GET', path: '/api/foul', access: 'public' });
const picture = defineEndpoint({
  method: 'GET',
  path: '/api/picture',
  summary: '',
  access: 'public',
  response: z.unknown(),
  answers: 'binary',
});
const origin = async (context: Context) => ({ origin: context.origin });
const routes: readonly Route[] = [
  route(open, origin),
  route(closed, origin),
  route(change, origin),
  route(signIn, async (context, _input, reply) => {
    reply.setSessionCookie('bí-mật', new Date('2030-01-01'));
    return origin(context);
  }),
  route(broken, async () => {
    throw new Error('select * from person where password_hash');
  }),
  route(refused, async () => {
    throw notPermitted();
  }),
  route(foul, async () => {
    throw Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' });
  }),
  route(picture, async () => ({
    fileName: 'a"\r\nset-cookie: x=y.jpg',
    contentType: 'image/jpeg',
    content: Buffer.from('x'),
  })),
];

function serverWith(more: { isSecure?: boolean; trustProxy?: boolean } = {}): Promise<FastifyInstance> {
  return createHttpServer({
    routes,
    contextFor: (actor, requestId, from) => ({ actor, requestId, origin: from }) as Context,
    actorFor: async (token) => (token === 'right' ? person : null),
    anonymous: nobody,
    servePublic: () => false,
    isSecure: more.isSecure ?? true,
    trustProxy: more.trustProxy ?? false,
    log: (_level, message) => logged.push(message),
  });
}
let server: FastifyInstance;
beforeAll(async () => {
  server = await serverWith();
});
afterAll(() => server.close());
const desk = { 'x-lantoa-request': 'desk' };
const cookies = { lantoa_session: 'right' };

test('every answer, errors and what is not there too, has the policy and the headers of security', async () => {
  const paths = [
    'open',
    'closed',
    'refused',
    'foul',
    'broken/x',
    'picture',
    'nothing',
    `open/${'a'.repeat(200)}`,
    '%zz',
  ];
  const seen: [string, number][] = [];
  for (const path of paths) {
    const answer = await server.inject({ url: `/api/${path}` });
    seen.push([path.slice(0, 10), answer.statusCode]);
    expect([path, answer.headers['content-security-policy']]).toEqual([
      path,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age'),
    });
  }
  const expected = [200, 401, 403, 422, 500, 200, 404, 404, 404];
  expect(seen.map(([, status]) => status)).toEqual(expected);
});

test('without https nothing asks browsers for https', async () => {
  const plain = await serverWith({ isSecure: false });
  expect((await plain.inject({ url: '/api/open' })).headers).not.toHaveProperty('strict-transport-security');
  await plain.close();
});

test('an unexpected error tells its number and nothing else, and the log holds no word of the address', async () => {
  const answer = await server.inject({ url: '/api/broken/token-of-an-invitation' });
  expect(answer.json()).toEqual({ error: { code: 'platform.unexpected', requestId: expect.any(String) } });
  expect(answer.body).not.toContain('password_hash');
  expect(logged.join()).toContain('/api/broken/:token');
  expect(logged.join()).not.toContain('token-of-an-invitation');
  for (const url of ['/api/nothing', '/api/%zz'])
    expect((await server.inject({ url })).json()).toMatchObject({ error: { code: 'platform.not_found' } });
  expect((await server.inject({ url: '/api/foul' })).json()).toMatchObject({
    error: { code: 'platform.invalid_input' },
  });
});

test('what changes something needs the header of the desk, with whatever type of body, also to sign in', async () => {
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
  ];
  for (const type of types)
    for (const url of ['/api/change', '/api/sign-in']) {
      const answer = await server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': type },
        payload: '{}',
      });
      expect([403, 422]).toContain(answer.statusCode);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
  const change = (headers: Record<string, string>) =>
    server.inject({ method: 'POST', url: '/api/change', cookies, headers, payload: { a: 'b' } });
  expect((await change({})).json()).toMatchObject({ error: { code: 'platform.request_forged' } });
  expect((await change(desk)).statusCode).toBe(200);
  const preflight = await server.inject({
    method: 'OPTIONS',
    url: '/api/change',
    headers: { origin: 'https://xau.vn' },
  });
  expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
});

test('a session is asked for before the input is looked at', async () => {
  const answer = await server.inject({ method: 'POST', url: '/api/change', headers: desk, payload: { b: 1 } });
  expect(answer.json()).toMatchObject({ error: { code: 'platform.sign_in_required' } });
  expect((await server.inject({ url: '/api/closed', cookies: { lantoa_session: 'wrong' } })).statusCode).toBe(401);
  expect((await server.inject({ url: '/api/closed', cookies })).statusCode).toBe(200);
});

test('the cookie of a session is out of reach of scripts, other sites and plain http', async () => {
  const answer = await server.inject({ method: 'POST', url: '/api/sign-in', headers: desk });
  expect(answer.cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('a file name cannot add a header', async () => {
  const answer = await server.inject({ url: '/api/picture' });
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
});

test('the address of the reader is the one that our own proxy saw, not one that the reader wrote', async () => {
  const from = async (trustProxy: boolean) => {
    const one = await serverWith({ trustProxy });
    const answer = await one.inject({
      url: '/api/open',
      headers: { 'x-forwarded-for': '203.162.0.1, 198.51.100.77' },
      remoteAddress: '127.0.0.1',
    });
    await one.close();
    return answer.json<{ origin: string }>().origin;
  };
  expect(await from(true)).toBe('198.51.100.0');
  expect(await from(false)).toBe('127.0.0.0');
});

test('an address is shortened to its network, however it is written', () => {
  expect(shortenAddress('203.162.0.181')).toBe('203.162.0.0');
  expect(shortenAddress('::ffff:203.162.0.181')).toBe('203.162.0.0');
  for (const address of ['2405:4800:0:1::5', '2405:4800::1', '2405:4800:0:ffff:1:2:3:4'])
    expect(shortenAddress(address)).toBe('2405:4800:0::');
  expect(shortenAddress('2405:4800:12ab::1')).toBe('2405:4800:12ab::');
  expect(shortenAddress('fe80::1%eth0')).toBe('fe80:0:0::');
  expect(shortenAddress('::1')).toBe('0:0:0::');
});

test('broken HTTP is refused without a word about the program', async () => {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const text = await new Promise<string>((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nbad header\r\n\r\n'));
    socket.on('data', (part) => {
      received += String(part);
    });
    socket.on('close', () => resolve(received));
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).not.toMatch(/fastify|node_modules|\bat /i);
});
