import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '../http/contract.ts';
import { ApiError, callEndpoint, endpointUrl, onApiError } from './api-client.ts';

const readThing = defineEndpoint({
  method: 'GET',
  path: '/api/things/:id/parts/:path',
  summary: 'A thing',
  access: 'session',
  params: z.object({ id: z.string(), path: z.string() }),
  query: z.object({ tag: z.array(z.string()).optional(), page: z.number().optional() }),
  response: z.object({ name: z.string() }),
});
const uploadThing = defineEndpoint({
  method: 'POST',
  path: '/api/things',
  summary: 'Upload',
  access: 'session',
  upload: 'file',
  body: z.object({ title: z.string() }),
  response: z.object({}),
});
const call = { params: { id: 'a', path: 'II.1.đ/2' } };

function answer(status: number, body: unknown) {
  const seen = vi.fn(async (_url: string, _init?: RequestInit) => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', seen);
  return seen;
}

afterEach(() => vi.unstubAllGlobals());

test('an address carries its parameters escaped and leaves out what is not given', () => {
  expect(endpointUrl(readThing, { ...call, query: { tag: ['x', 'y'], page: undefined } })).toBe(
    '/api/things/a/parts/II.1.%C4%91%2F2?tag=x&tag=y',
  );
});

test('every call carries the header that a foreign page cannot send', async () => {
  const seen = answer(200, { name: 'n' });
  expect(await callEndpoint(readThing, call)).toEqual({ name: 'n' });
  expect(seen.mock.calls[0]?.[1]?.headers).toMatchObject({ 'x-lantoa-request': 'desk' });
});

test('an error answer becomes an ApiError with code, details and request id', async () => {
  answer(409, { error: { code: 'newsroom.version_conflict', details: { current: 3 }, requestId: 'r1' } });
  const error = await callEndpoint(readThing, call).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    code: 'newsroom.version_conflict',
    status: 409,
    details: { current: 3 },
    requestId: 'r1',
  });
});

test('a server that cannot be reached is told to the caller and to the shell', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const heard: string[] = [];
  const stop = onApiError((error) => heard.push(error.code));
  await expect(callEndpoint(readThing, call)).rejects.toMatchObject({ code: 'platform.network_away' });
  stop();
  expect(heard).toEqual(['platform.network_away']);
});

test('a proxy that answers for a stopped server counts as away', async () => {
  answer(502, 'Bad gateway');
  await expect(callEndpoint(readThing, call)).rejects.toMatchObject({ code: 'platform.network_away', status: 502 });
});

test('an upload sends its fields before the file', async () => {
  const seen = answer(200, {});
  await callEndpoint(uploadThing, { body: { title: 'Ảnh' }, file: new Blob(['x']) });
  const form = seen.mock.calls[0]?.[1]?.body;
  expect(form instanceof FormData ? [...form.keys()] : []).toEqual(['title', 'file']);
});
