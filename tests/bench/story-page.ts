import { get } from 'node:http';
import { createSigningKey, jwks } from '../../src/platform/signing/item-signature.ts';
import { loadSiteAssets } from '../../src/sites/sites.assets.ts';
import { buildSite } from '../../src/sites/sites.build.ts';
import { loadSiteReference, siteContent } from '../../src/sites/sites.content.ts';
import { signSnapshot } from '../../src/sites/sites.signed-item.ts';
import { createSiteStore } from '../../src/sites/sites.store.ts';
import { exampleSnapshot } from '../../src/sites/testing/example-snapshot.ts';
import { listen, requestsPerSecond } from './load.ts';
import { compare, report } from './measure.ts';

/** A story page from the store beside a bare server that sends the same bytes. */
export async function benchStoryPage(): Promise<void> {
  const key = await createSigningKey({ isTest: true });
  const { assets, address } = await loadSiteAssets();
  const snapshot = await signSnapshot(key, exampleSnapshot());
  const content = siteContent({
    reference: await loadSiteReference(),
    snapshots: [snapshot],
    unitEntries: {},
    publicUrl: 'http://example.test',
    isExample: true,
    today: '2026-11-25',
    asset: address,
  });
  const store = createSiteStore({ isSecure: false });
  await store.fill(await buildSite({ content, keys: jwks([key]), assets }));
  const ours = await listen((request, response) => {
    store.serve(request, response);
  });
  const path = `/tin/${snapshot.slug}-${snapshot.code.toLowerCase()}`;
  const body = await fetchPage(ours.port, path);
  const bare = await listen((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': body.length,
    });
    response.end(body);
  });
  const load = (port: number) => () => requestsPerSecond({ port, path, requests: 4_000, connections: 16 });
  await load(ours.port)();
  await load(bare.port)();
  const result = await compare({ ours: load(ours.port), baseline: load(bare.port) });
  const figures = `${result.ours.toFixed(0)} / ${result.baseline.toFixed(0)} = ${result.ratio.toFixed(2)}`;
  report('public story page, requests a second', figures, '≥ 0.70 of a bare server');
  ours.server.close();
  bare.server.close();
}

function fetchPage(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'br' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('end', () => resolve(Buffer.concat(pieces)));
    }).once('error', reject);
  });
}
