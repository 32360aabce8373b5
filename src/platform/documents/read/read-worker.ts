import { parentPort } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import { DocumentReadError, type ReadDocument, type ReadErrorCode, type ReadLimits } from './read-types.ts';

export type WorkerOrder = { readonly bytes: Uint8Array; readonly limits: ReadLimits };
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly document: ReadDocument }
  | {
      readonly kind: 'refused';
      readonly code: ReadErrorCode;
      readonly details: Readonly<Record<string, string | number>>;
    };

/** The thread in which documents are read: whatever a file does to it, the server goes on. */
parentPort?.on('message', async ({ bytes, limits }: WorkerOrder) => {
  const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);
  try {
    const document = await readBytes(bytes, limits, (done, total) => answer({ kind: 'progress', done, total }));
    answer({ kind: 'read', document });
  } catch (error) {
    const known = error instanceof DocumentReadError ? error : null;
    answer({ kind: 'refused', code: known?.code ?? 'platform.document_damaged', details: known?.details ?? {} });
  }
});
