import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPublicCode } from '../platform/ids/ids.ts';
import { createSigningKey, jwks, type SigningKey } from '../platform/signing/item-signature.ts';
import { loadSiteAssets } from './sites.assets.ts';
import { buildSite } from './sites.build.ts';
import { loadSiteReference, siteContent } from './sites.content.ts';
import { signSnapshot, type UnsignedSnapshot } from './sites.signed-item.ts';
import { createSiteStore } from './sites.store.ts';
import { exampleSnapshot } from './testing/example-snapshot.ts';

const store = createSiteStore({ isSecure: false });
const live = exampleSnapshot();
const withdrawn = exampleSnapshot({ slug: 'bai-da-rut', state: 'withdrawn', withdrawalReason: 'Số liệu sai.' });
const removed = exampleSnapshot({
  slug: 'bai-da-go',
  state: 'removed',
  title: 'Bài bí mật',
  withdrawalReason: 'Luật.',
});
const pathOfStory = ({ slug, code }: UnsignedSnapshot) => `/tin/${slug}-${code.toLowerCase()}`;
let key: SigningKey;
let server: Server;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {} } = options;
    const sent = httpRequest({ port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

async function fill(items: readonly UnsignedSnapshot[]): Promise<void> {
  const { assets, address } = await loadSiteAssets();
  const content = siteContent({
    reference: await loadSiteReference(),
    snapshots: await Promise.all(items.map((item) => signSnapshot(key, item))),
    unitEntries: {},
    publicUrl: 'https://example.test',
    isExample: true,
    today: '2026-11-25',
    asset: address,
  });
  await store.fill(await buildSite({ content, keys: jwks([key]), assets }));
}

beforeAll(async () => {
  key = await createSigningKey({ isTest: true });
  server = createServer((request, response) => {
    if (!store.serve(request, response)) response.writeHead(299).end('not mine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect((await ask('/')).status, 'before the first build').toBe(299);
  await fill([live, withdrawn, removed]);
});
afterAll(() => void server.close());

describe('the store of public pages', () => {
  it('answers in the smallest coding that the reader takes, each with a strong tag of its own', async () => {
    const plain = await ask('/');
    const gzip = await ask('/', { headers: { 'accept-encoding': 'gzip' } });
    const br = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br;q=0.9, *;q=0.1' } });
    const brotli = await ask('/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([gzip, br, brotli].map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', 'gzip', 'br']);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(plain.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(plain.headers.vary).toBe('accept-encoding');
    const refused = await ask('/', { headers: { 'accept-encoding': 'gzip;q=0, br;q=0' } });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('answers 304 to a tag that still holds, and the page to one that does not', async () => {
    const headers = { 'accept-encoding': 'br' };
    const { etag } = (await ask('/', { headers })).headers;
    const again = await ask('/', { headers: { ...headers, 'if-none-match': `"other", W/${etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect((await ask('/', { headers: { 'if-none-match': `${etag}` } })).status, 'tag of another coding').toBe(200);
  });

  it('answers HEAD like GET without the body, and no other method', async () => {
    const get = await ask('/gioi-thieu');
    const head = await ask('/gioi-thieu', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(get.body.length));
    const put = await ask('/gioi-thieu', { method: 'PUT', body: 'x' });
    expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('leaves the paths of other parts of the program alone', async () => {
    for (const path of ['/api/stories', '/desk', '/desk/', '/openapi.json', '/healthz', '/files/a.webp', '/api?x'])
      expect((await ask(path)).status, path).toBe(299);
    expect((await ask('/apilog')).status).toBe(404);
  });

  it('has its own page for an unknown address, in the language of the address', async () => {
    const vietnamese = await ask('/khong-co');
    const english = await ask('/en/nothing');
    expect([vietnamese.status, english.status]).toEqual([404, 404]);
    expect(String(vietnamese.body)).toContain('Không có trang này');
    expect(String(english.body)).toContain('There is no such page');
    expect((await ask('/en')).headers.location).toBe('/en/');
    expect((await ask('/gioi-thieu/?a=1')).headers.location).toBe('/gioi-thieu?a=1');
  });

  it('keeps a withdrawn item readable and answers 410 for a removed one, without a word of it', async () => {
    expect((await ask(pathOfStory(live))).status).toBe(200);
    const gone = await ask(pathOfStory(removed));
    expect(gone.status).toBe(410);
    const kept = await ask(pathOfStory(withdrawn));
    expect([kept.status, String(kept.body).includes('Số liệu sai.')]).toEqual([200, true]);
    const everywhere = ['/', '/rss.xml', '/sitemap.xml', '/dinh-chinh', pathOfStory(removed)];
    for (const path of [...everywhere, `/xac-thuc/${removed.code}`, `/xac-thuc/${removed.code}.json`])
      expect(String((await ask(path)).body), path).not.toContain('Bài bí mật');
    expect(String((await ask('/rss.xml')).body)).not.toContain(withdrawn.code);
  });

  it('forbids scripts and whatever is written inline, and asks for pages again each time', async () => {
    const { headers, body } = await ask('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['set-cookie']).toBeUndefined();
    expect(String(body)).not.toMatch(/ style=|<style|<script(?! type="application\/ld\+json")| on\w+=/);
    const sheet = /href="(\/assets\/site-[^"]+)"/.exec(String(body))?.[1] ?? '';
    expect((await ask(sheet)).headers['cache-control']).toContain('immutable');
  });

  it('leads from a typed code to the item, and says what is wrong with another one', async () => {
    const typed = `${live.code.slice(0, 4)}-${live.code.slice(4)}`.toLowerCase();
    const found = await ask(`/xac-thuc?code=${typed}`);
    expect([found.status, found.headers.location]).toEqual([303, `/xac-thuc/${live.code}`]);
    expect(String((await ask('/xac-thuc?code=123')).body)).toContain('Mã này không đúng');
    const unknown = await ask(`/en/verify?code=${newPublicCode()}`);
    expect(String(unknown.body)).toContain('No item of this portal bears that code');
    expect(unknown.headers['cache-control']).toBe('no-store');
  });

  it('compares a pasted text word for word and refuses a huge one', async () => {
    const paste = (path: string, text: string) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ text }).toString() });
    const path = `/xac-thuc/${live.code}`;
    expect(String((await paste(path, 'Hội kéo dài ba ngày.')).body)).toContain('có nguyên văn');
    expect(String((await paste(path, 'Hội kéo dài bốn ngày.')).body)).toContain('1 trên 1 câu');
    expect((await paste(path, 'a'.repeat(300_000))).status).toBe(413);
    expect((await paste(`/xac-thuc/${removed.code}`, 'x')).status).toBe(405);
  });

  it('shows that what stands here is what was signed, and when it is not', async () => {
    expect(String((await ask(`/xac-thuc/${live.code}`)).body)).toContain('Chữ ký khớp, nhưng ký bằng khóa thử');
    const set: unknown = JSON.parse(String((await ask('/.well-known/jwks.json')).body));
    expect(set).toEqual(jwks([key]));
    key = await createSigningKey({ isTest: true });
    const { address, assets } = await loadSiteAssets();
    const signed = await signSnapshot(key, live);
    const content = siteContent({
      reference: await loadSiteReference(),
      snapshots: [{ ...signed, title: 'Đã bị sửa' }],
      unitEntries: {},
      publicUrl: 'https://example.test',
      isExample: true,
      today: '2026-11-25',
      asset: address,
    });
    await store.fill(await buildSite({ content, keys: jwks([key]), assets }));
    expect(String((await ask(`/xac-thuc/${live.code}`)).body)).toContain('Chữ ký không khớp');
    expect((await ask(pathOfStory(withdrawn))).status, 'what is no longer built is gone').toBe(404);
  });
});
