import { Worker } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import {
  DocumentReadError,
  defaultReadLimits,
  type ReadDocument,
  type ReadLimits,
  type ReportProgress,
} from './read-types.ts';
import type { WorkerAnswer, WorkerOrder } from './read-worker.ts';
import { isPlainText } from './recognise-kind.ts';

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
  readonly report?: ReportProgress;
  readonly signal?: AbortSignal;
}

const mostWaiting = 8;
const idleMilliseconds = 15_000;
const lookEveryMilliseconds = 100;
const megabyte = 1024 * 1024;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
let idle: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/**
 * Reads any document that people hand in: .docx, .odt, .pdf with a text layer, plain text. One at a time, in a thread of
 * its own that is ended when it takes too long, takes too much memory, or is no longer wanted. Throws DocumentReadError.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadDocument> {
  const limits = { ...defaultReadLimits, ...options.limits };
  if (bytes.length > limits.mostBytes)
    throw new DocumentReadError('platform.document_too_large', { megabytes: Math.round(limits.mostBytes / megabyte) });
  if (isPlainText(bytes, limits)) return readBytes(bytes, limits);
  if (waiting >= mostWaiting) throw new DocumentReadError('platform.document_busy');
  waiting += 1;
  const turn = last.then(() => readInThread(bytes, limits, options));
  last = turn.catch(() => {});
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

function takeWorker(limits: ReadLimits): Worker {
  if (idle) {
    clearTimeout(idle.timer);
    const { worker } = idle;
    idle = null;
    return worker;
  }
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.mostMegabytes, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
  });
  // Whoever waits hears of its death; with nobody waiting, it takes the server along if no one listens.
  worker.on('error', () => {});
  worker.on('exit', () => {
    if (idle?.worker === worker) idle = null;
  });
  return worker;
}

/** A thread that has read well waits a little for the next file; then its memory is given back. */
function keepIdle(worker: Worker): void {
  const timer = setTimeout(() => {
    idle = null;
    void worker.terminate();
  }, idleMilliseconds);
  timer.unref();
  worker.unref();
  idle = { worker, timer };
}

function readInThread(bytes: Uint8Array, limits: ReadLimits, options: ReadOptions): Promise<ReadDocument> {
  const { signal, report } = options;
  if (signal?.aborted) return Promise.reject(new DocumentReadError('platform.document_stopped'));
  return new Promise((resolve, reject) => {
    const worker = takeWorker(limits);
    worker.ref();
    const watch = watchMemory(worker, limits, () => fail(new DocumentReadError('platform.document_expands')));
    const seconds = Math.round(limits.mostMilliseconds / 1000);
    const clock = setTimeout(
      () => fail(new DocumentReadError('platform.document_too_slow', { seconds })),
      limits.mostMilliseconds,
    );
    const stop = () => fail(new DocumentReadError('platform.document_stopped'));
    const settle = (): void => {
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
    };
    const fail = (error: DocumentReadError): void => {
      settle();
      void worker.terminate();
      reject(error);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const onError = (error: unknown) => fail(explainDeath(error));
    const onExit = () => fail(new DocumentReadError('platform.document_damaged'));
    const onMessage = (answer: WorkerAnswer): void => {
      if (answer.kind === 'progress') {
        report?.(answer.done, answer.total);
        return;
      }
      settle();
      keepIdle(worker);
      if (answer.kind === 'read') resolve(answer.document);
      else reject(new DocumentReadError(answer.code, answer.details));
    };
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    worker.postMessage({ bytes, limits } satisfies WorkerOrder);
  });
}

/** The limit of a thread counts its objects, not its buffers: those are looked at from here. */
function watchMemory(worker: Worker, limits: ReadLimits, onTooMuch: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const heap = await worker.getHeapStatistics().catch(() => null);
    if (heap && heap.external_memory > limits.mostMegabytes * megabyte) onTooMuch();
  }, lookEveryMilliseconds);
}

function explainDeath(error: unknown): DocumentReadError {
  const isOutOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new DocumentReadError(isOutOfMemory ? 'platform.document_expands' : 'platform.document_damaged');
}
