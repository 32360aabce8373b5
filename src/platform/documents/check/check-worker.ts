import { parentPort } from 'node:worker_threads';
import { checkDocument, mendDocument } from './check-document.ts';
import type { CheckAnswer, CheckOrder } from './check-in-thread.ts';
import { UnreadableDocument } from './docx-package.ts';

/** The thread in which files of strangers are checked: whatever a file does to it, the server goes on. */
parentPort?.on('message', ({ bytes, mend }: CheckOrder) => {
  parentPort?.postMessage(answerFor(bytes, mend));
});

function answerFor(bytes: Uint8Array, mend: readonly string[] | null): CheckAnswer {
  try {
    if (mend === null) return { kind: 'checked', result: checkDocument(bytes) };
    return { kind: 'mended', bytes: mendDocument(bytes, mend) };
  } catch (error) {
    return { kind: 'refused', reason: error instanceof UnreadableDocument ? error.reason : 'damaged' };
  }
}
