import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTestClock } from '../clock/clock.ts';
import { createOutbound, type OutboundRequest } from './outbound.ts';

const clock = createTestClock('2026-03-10T02:00:00Z');
const servers: Server[] = [];
const loopback = [{ address: '127.0.0.1', family: 4 as const }];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real server of our own network; `port`, what it was asked, and how many connections came. */
async function serve(answer: RequestListener) {
  const asked: { url: string; method: string; headers: IncomingMessage['headers']; body: string }[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    asked.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
    answer(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, asked, connections: () => connections };
}
const ask = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  url,
  method: 'GET',
  headers: {},
  body: null,
  timeoutMs: 5000,
  maximumBytes: 1000,
  ...more,
});
const say =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.end(text);
const outboundTo = (...ports: number[]) =>
  createOutbound({ allowedInside: ports.map((port) => `127.0.0.1:${port}`), clock });

test('what is listed of our own network is reached, with body, status and time', async () => {
  const { port, asked } = await serve((_request, response) => {
    response.writeHead(201, { 'x-kind': 'a' }).end('xin chào');
  });
  const answer = await outboundTo(port).request(
    ask(`http://127.0.0.1:${port}/a?b=c`, { method: 'POST', body: 'chữ', headers: { 'X-Key': 'k', Host: 'evil' } }),
  );
  expect(answer).toMatchObject({ status: 201, url: `http://127.0.0.1:${port}/a?b=c`, headers: { 'x-kind': 'a' } });
  expect(answer.body.toString()).toBe('xin chào');
  expect(answer.receivedAt).toEqual(clock.now());
  expect(asked).toMatchObject([{ url: '/a?b=c', method: 'POST', body: 'chữ' }]);
  expect(asked[0]?.headers).toMatchObject({ 'x-key': 'k', host: `127.0.0.1:${port}`, 'accept-encoding': 'identity' });
});

test('our own network is refused in every spelling before anything connects', async () => {
  const { port, connections } = await serve(say('bí mật'));
  const outbound = outboundTo(port + 1);
  const hosts = ['127.0.0.1', '127.1', '0x7f.0.0.1', '2130706433', '0177.0.0.1', 'localhost', '0.0.0.0'];
  for (const host of [...hosts, '[::1]', '[::]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '１２７.0.0.1'])
    await expect(outbound.request(ask(`http://${host}:${port}/`)), host).rejects.toThrow('platform.outbound_refused');
  for (const url of ['http://169.254.169.254/latest/meta-data/', 'https://10.0.0.1/', 'http://[fe80::1]/'])
    await expect(outbound.request(ask(url)), url).rejects.toThrow('platform.outbound_refused');
  expect(connections()).toBe(0);
});

test('a listed name does not open its other ports, nor the other names of its address', async () => {
  const { port, connections } = await serve(say(''));
  const outbound = createOutbound({ allowedInside: ['nha.example:1'], clock, resolve: async () => loopback });
  for (const host of ['nha.example', 'khac.example', '127.0.0.1'])
    await expect(outbound.request(ask(`http://${host}:${port}/`))).rejects.toThrow('platform.outbound_refused');
  expect(connections()).toBe(0);
});

test('a name that is answered differently the second time leads nowhere else: it is asked once a step', async () => {
  const { port, asked } = await serve(say('một lần'));
  const answers = [loopback, [{ address: '10.0.0.1', family: 4 as const }]];
  let times = 0;
  const resolve = async () => answers[times++] ?? [];
  const outbound = createOutbound({ allowedInside: [`nha.example:${port}`], clock, resolve });
  expect((await outbound.request(ask(`http://nha.example:${port}/`))).body.toString()).toBe('một lần');
  expect(times).toBe(1);
  expect(asked[0]?.headers.host).toBe(`nha.example:${port}`);
  const rebinding = createOutbound({ allowedInside: [], clock, resolve: async () => loopback });
  await expect(rebinding.request(ask(`http://doi.example:${port}/`))).rejects.toThrow('platform.outbound_refused');
  expect(asked).toHaveLength(1);
});

test('only the public ones of the addresses of a name are used', async () => {
  const { port, connections } = await serve(say(''));
  const mixed = [...loopback, { address: '::ffff:127.0.0.1', family: 6 as const }];
  const outbound = createOutbound({ allowedInside: [], clock, resolve: async () => mixed });
  await expect(outbound.request(ask(`http://lan.example:${port}/`))).rejects.toThrow('platform.outbound_refused');
  expect(connections()).toBe(0);
});

test('other schemes, passwords in the address and broken addresses are refused', async () => {
  const outbound = outboundTo();
  const urls = ['file:///etc/passwd', 'ftp://a.vn/', 'gopher://a.vn/', 'data:,a', 'http://a:b@c.vn/', 'http://a@c.vn/'];
  for (const url of [...urls, '', 'a.vn', '//a.vn/', 'http://', `http://a.vn/${'a'.repeat(5000)}`])
    await expect(outbound.request(ask(url)), url.slice(0, 40)).rejects.toThrow('platform.outbound_url_not_valid');
});

test('redirects are followed up to five, each checked', async () => {
  const { port, asked } = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end('đi tiếp');
    else response.end('đến nơi');
  });
  const outbound = outboundTo(port);
  const answer = await outbound.request(ask(`http://127.0.0.1:${port}/5`));
  expect([answer.body.toString(), answer.url]).toEqual(['đến nơi', `http://127.0.0.1:${port}/0`]);
  expect(asked).toHaveLength(6);
  await expect(outbound.request(ask(`http://127.0.0.1:${port}/6`))).rejects.toThrow('outbound_too_many_redirects');
});

test('a redirect into our own network, to another scheme or with a password is refused', async () => {
  const inside = await serve(say('bí mật'));
  const targets = [`http://127.0.0.1:${inside.port}/`, 'file:///etc/passwd', 'http://a:b@c.vn/', 'http://[::1]/'];
  const outer = await serve((request, response) => {
    response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end();
  });
  const outbound = outboundTo(outer.port);
  const codes = ['outbound_refused', 'outbound_url_not_valid', 'outbound_url_not_valid', 'outbound_refused'];
  for (const [index, code] of codes.entries())
    await expect(outbound.request(ask(`http://127.0.0.1:${outer.port}/${index}`))).rejects.toThrow(code);
  expect(inside.connections()).toBe(0);
});

test('a redirect takes keys and bodies to no other origin, and turns a form into a plain reading', async () => {
  const other = await serve(say('khác'));
  const first = await serve((request, response) => {
    const status = Number(request.url?.slice(1));
    response.writeHead(status, { location: `http://127.0.0.1:${other.port}/den` }).end();
  });
  const outbound = outboundTo(first.port, other.port);
  const headers = {
    authorization: 'Bearer k',
    cookie: 'a=b',
    'x-key': 'k',
    accept: 'text/html',
    'content-type': 'a/b',
  };
  const post = (status: number) =>
    outbound.request(ask(`http://127.0.0.1:${first.port}/${status}`, { method: 'POST', body: 'kín', headers }));
  expect((await post(303)).body.toString()).toBe('khác');
  expect(other.asked).toMatchObject([{ method: 'GET', body: '', headers: { accept: 'text/html' } }]);
  for (const name of ['authorization', 'cookie', 'x-key', 'content-type'])
    expect(other.asked[0]?.headers).not.toHaveProperty(name);
  expect((await post(307)).status).toBe(307);
  expect(other.asked).toHaveLength(1);
});

test('an answer that is too large, said or unsaid, is cut off', async () => {
  const { port } = await serve((request, response) => {
    if (request.url === '/said') response.writeHead(200, { 'content-length': '100000' });
    response.write('x'.repeat(600));
    response.end(request.url === '/fits' ? '' : 'x'.repeat(600));
  });
  const outbound = outboundTo(port);
  for (const path of ['said', 'unsaid'])
    await expect(outbound.request(ask(`http://127.0.0.1:${port}/${path}`))).rejects.toThrow('outbound_too_large');
  expect((await outbound.request(ask(`http://127.0.0.1:${port}/fits`))).body).toHaveLength(600);
  expect((await outbound.request(ask(`http://127.0.0.1:${port}/said`, { method: 'HEAD' }))).body).toHaveLength(0);
});

test('who is silent, drips, or has no name server that answers, is given up in time', async () => {
  const { port } = await serve((request, response) => {
    if (request.url !== '/drips') return;
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  });
  const outbound = outboundTo(port);
  for (const path of ['silent', 'drips'])
    await expect(outbound.request(ask(`http://127.0.0.1:${port}/${path}`, { timeoutMs: 150 }))).rejects.toThrow(
      'outbound_too_slow',
    );
  const nameless = createOutbound({ allowedInside: [], clock, resolve: () => new Promise(() => undefined) });
  await expect(nameless.request(ask('http://a.vn/', { timeoutMs: 50 }))).rejects.toThrow('outbound_too_slow');
});

test('who is not there, breaks off, speaks something else or has no name is told apart', async () => {
  const { port } = await serve((request, response) => {
    if (request.url === '/half') response.writeHead(200, { 'content-length': '10' }).write('half');
    if (request.url === '/switch')
      response.socket?.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
    else setTimeout(() => response.socket?.destroy(), 20);
  });
  const outbound = outboundTo(port, 1);
  for (const url of [`http://127.0.0.1:${port}/`, `http://127.0.0.1:${port}/half`, `http://127.0.0.1:${port}/switch`])
    await expect(outbound.request(ask(url)), url).rejects.toThrow('outbound_unreachable');
  await expect(outbound.request(ask('http://127.0.0.1:1/'))).rejects.toThrow('outbound_unreachable');
  const tls = createOutbound({ allowedInside: [`127.0.0.1:${port}`], clock });
  await expect(tls.request(ask(`https://127.0.0.1:${port}/`))).rejects.toThrow('outbound_unreachable');
  const unknown = createOutbound({ allowedInside: [], clock, resolve: () => Promise.reject(new Error('ENOTFOUND')) });
  await expect(unknown.request(ask('http://khong-co.example/'))).rejects.toThrow('outbound_name_unknown');
});

test('a list entry that is no host with a port is an error of the installation', () => {
  for (const entry of ['noi-bo', 'http://a:1', 'a:1/b', ''])
    expect(() => createOutbound({ allowedInside: [entry], clock })).toThrow('host:port');
  expect(() => createOutbound({ allowedInside: ['a:443', '[::1]:80', '10.0.0.1:8080'], clock })).not.toThrow();
});
