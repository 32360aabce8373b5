import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { confirmGuidance, type Journey, passwordOfAll, startJourney } from '../e2e/journey.ts';
import { median, report } from './measure.ts';

/** Slow 3G as Chromium's developer tools have it: 400 kbit/s each way, 400 ms for each way there and back. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const rounds = 5;

interface Visit {
  /** Until the task can be read and evidence handed in, in milliseconds. */
  readonly usableAfter: number;
  readonly bytes: number;
  readonly requests: number;
}

/** The phone page of a task: its weight at the first visit, and how soon it can be used, first, again and offline. */
export async function benchPhone(): Promise<void> {
  const journey = await startJourney();
  await confirmGuidance(journey);
  const { tasks } = await journey.api.commune.call<{ tasks: { id: string }[] }>('GET', '/api/tasks');
  const address = `${journey.program.address}/desk/phone/tasks/${tasks[0]?.id}`;
  const visits: { first: Visit; second: Visit; offline: Visit }[] = [];
  for (let round = 0; round < rounds; round += 1) visits.push(await visitThrice(journey, address));
  await journey.close();
  const of = (read: (each: (typeof visits)[number]) => number) => median(visits.map(read));
  const later = keptLater();
  const all = of((each) => each.first.bytes) + later;
  const requests = of((each) => each.first.requests);
  report('phone, task page, first visit in all', `${kilobytes(all)} in ${requests} requests`, '≤ 200 kB gzip');
  report('  of it for offline use, after the page', kilobytes(later), '');
  report(
    'phone, first visit on slow 3G, usable',
    `${of((each) => each.first.usableAfter).toFixed(0)} ms`,
    '≤ 5,000 ms',
  );
  report('phone, second visit on slow 3G, usable', `${of((each) => each.second.usableAfter).toFixed(0)} ms`, 'at once');
  report('phone, visit offline, usable', `${of((each) => each.offline.usableAfter).toFixed(0)} ms`, 'at once');
}

async function visitThrice(journey: Journey, address: string) {
  const context = await journey.browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  await context.request.post(`${journey.program.address}/api/sign-in`, {
    headers: { 'x-lantoa-request': 'desk' },
    data: { email: 'commune@thu.example', password: passwordOfAll },
  });
  const first = await visit(context, address, async (page) => {
    // The service worker takes its copy of the program.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForTimeout(2_000);
  });
  const second = await visit(context, address, async () => undefined);
  await context.setOffline(true);
  const offline = await visit(context, address, async () => undefined, { isOffline: true });
  await context.close();
  return { first, second, offline };
}

async function visit(
  context: BrowserContext,
  address: string,
  stay: (page: Page) => Promise<void>,
  how: { isOffline?: boolean } = {},
): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const traffic = await watchTraffic(session);
  if (how.isOffline !== true) await session.send('Network.emulateNetworkConditions', slow);
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Nộp minh chứng' }).waitFor();
  const usableAfter = performance.now() - start;
  await stay(page);
  await page.close();
  return { usableAfter, ...traffic };
}

async function watchTraffic(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const traffic = { bytes: 0, requests: 0 };
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    if (encodedDataLength > 0) traffic.requests += 1;
  });
  return traffic;
}

/** The service worker and what it fetches that the page itself did not need: English. The rest comes from the browser's cache. */
function keptLater(): number {
  const assets = readdirSync('dist/phone/assets').filter((name) => /^texts-en-.*\.js$/.test(name));
  const files = ['dist/phone/worker.js', 'dist/phone/mark.svg', ...assets.map((name) => `dist/phone/assets/${name}`)];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
