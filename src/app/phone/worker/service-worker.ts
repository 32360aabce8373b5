/** The parts of the Service Worker API that worker.ts uses; the compiler's own list of them clashes with that of pages. */
export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchAsked extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface SyncAsked extends Extendable {
  readonly tag: string;
  readonly lastChance: boolean;
}
export interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: FetchAsked) => void): void;
  addEventListener(name: 'sync', listener: (event: SyncAsked) => void): void;
}
