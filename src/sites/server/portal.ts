import { type Clock, dayInDepartment, systemClock } from '../../platform/clock/clock.ts';
import { isDatabaseAway } from '../../platform/database/database.ts';
import type { Database } from '../../platform/database/tables.ts';
import { loadSiteAssets } from '../sites.assets.ts';
import { buildSite, type VerificationCache } from '../sites.build.ts';
import { loadSiteReference, siteContent } from '../sites.content.ts';
import { loadSnapshots, loadUnitEntries, readPublishedMark } from '../sites.read-model.ts';
import type { Snapshot } from '../sites.snapshot.ts';
import { createSiteStore, type SiteStore } from '../sites.store.ts';
import type { Signing } from './signing-key.ts';

export interface PortalOptions {
  readonly db: Database;
  readonly signing: Pick<Signing, 'keys'>;
  readonly publicUrl: string;
  readonly isExample: boolean;
  readonly log: (level: 'info' | 'error', message: string, error?: unknown) => void;
  readonly clock?: Clock;
  /** How often it asks whether another process has published. */
  readonly pollEvery?: number;
}

export interface Portal extends Pick<SiteStore, 'serve' | 'read'> {
  /** Brings the pages up to what is published now. Calls that come while one is running share the next one. */
  rebuild(): Promise<void>;
  /** Builds the pages, then keeps looking for changes and for the next day. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether a readable item shows the file at this path (`/files/…`). */
  showsFile(path: string): boolean;
}

/**
 * The portal: public pages built from published snapshots and served from memory. The database is needed to change them,
 * never to show them.
 */
export function createPortal(options: PortalOptions): Portal {
  const { db, log, clock = systemClock, pollEvery = 500 } = options;
  const store = createSiteStore({ isSecure: options.publicUrl.startsWith('https:') });
  const cache: VerificationCache = new Map();
  let builtFrom = '';
  let shownFiles: ReadonlySet<string> = new Set();
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isStopped = false;
  let lastProblem = '';

  const today = (): string => dayInDepartment(clock.now());

  async function build(): Promise<void> {
    const day = today();
    // Read before the rows: a change in between makes one build too many, never one too few.
    const mark = await readPublishedMark(db);
    const [reference, { assets, address }] = await Promise.all([loadSiteReference(), loadSiteAssets()]);
    const snapshots = await loadSnapshots(db, (message) => log('error', message));
    const content = siteContent({
      reference,
      snapshots,
      unitEntries: await loadUnitEntries(db),
      publicUrl: options.publicUrl,
      isExample: options.isExample,
      today: day,
      asset: address,
    });
    await store.fill(await buildSite({ content, keys: options.signing.keys, assets, cache }));
    shownFiles = filesShownBy(snapshots);
    builtFrom = `${day} ${mark}`;
  }

  function rebuild(): Promise<void> {
    if (!running) {
      running = build().finally(() => {
        running = null;
      });
      return running;
    }
    // What is running may have read before this change, so it does not count for it.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return rebuild();
      });
    return next;
  }

  async function look(): Promise<void> {
    try {
      if (`${today()} ${await readPublishedMark(db)}` !== builtFrom) await rebuild();
      lastProblem = '';
    } catch (error) {
      const problem = isDatabaseAway(error) ? 'database away' : String(error);
      // Once for each problem, not twice a second: readers still get the pages that are built.
      if (problem !== lastProblem && !isStopped)
        log('error', 'cổng đang phục vụ từ bộ nhớ / the portal is served from memory', error);
      lastProblem = problem;
    }
  }

  function lookLater(): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      looking = look().finally(lookLater);
    }, pollEvery);
    timer.unref();
  }

  return {
    serve: store.serve,
    read: store.read,
    rebuild,
    showsFile: (path) => shownFiles.has(path),
    async start() {
      await rebuild();
      lookLater();
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await looking;
      await running?.catch(() => undefined);
    },
  };
}

function filesShownBy(snapshots: readonly Snapshot[]): ReadonlySet<string> {
  const readable = snapshots.filter(({ state }) => state !== 'removed');
  return new Set(
    readable.flatMap(({ cover, bodyHtml }) => [
      ...(cover ? [cover.src] : []),
      ...[...bodyHtml.matchAll(/ src="(\/files\/[^"]+)"/g)].map(([, path = '']) => path),
    ]),
  );
}
