import { syncTag } from '../data/queue.ts';
import { sendNow } from '../data/sender.ts';
import type { ServiceWorkerScope } from './service-worker.ts';

/** Written by the build (vite.phone.config.ts): the files of this version and a name that changes with any of them. */
declare const precachedFiles: readonly string[];
declare const buildVersion: string;

const scope = self as unknown as ServiceWorkerScope;
const page = '/desk/phone';
const prefix = 'lantoa-phone-';
const cacheName = prefix + buildVersion;

// Only the program itself is kept here, the same for everybody. What a person read stands in IndexedDB, under that
// person, and leaves with the sign-out; no answer of the interface ever comes into this cache.
scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...precachedFiles])));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
      await Promise.all(names.map((name) => caches.delete(name)));
      await scope.clients.claim();
    })(),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const isPage = request.mode === 'navigate' && (url.pathname === page || url.pathname.startsWith(`${page}/`));
  if (isPage) event.respondWith(fromCache(page, request));
  else if (precachedFiles.includes(url.pathname)) event.respondWith(fromCache(url.pathname, request));
});

async function fromCache(path: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(path);
  return kept ?? fetch(request);
}

scope.addEventListener('sync', (event) => {
  if (event.tag !== syncTag) return;
  event.waitUntil(
    sendNow({ isForced: true }).then((outcome) => {
      // A failed sync is tried again by the browser, with pauses of its own.
      if (outcome === 'away' && !event.lastChance) throw new Error('not sent yet');
    }),
  );
});
