import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { addEvidence, readMe, uploadAsset } from '../endpoints.ts';
import { queueStore, tellQueueChanged } from './queue.ts';
import { type SendOutcome, type SendPorts, sendQueue } from './send-queue.ts';

const ports: SendPorts = {
  store: queueStore,
  whoIsSignedIn: async () => (await callEndpoint(readMe)).person.id,
  upload: async (item, file) => {
    const asset = await callEndpoint(uploadAsset, {
      body: { id: file.id, ownerUnitId: item.unitId, purpose: 'evidence', altVi: item.words.title },
      file: new File([file.content], file.fileName, { type: file.content.type }),
    });
    if (asset.id !== file.id) throw new Error('this answer is not of our server');
  },
  handIn: async ({ id, taskId, words, files }) => {
    const { url, ...rest } = words;
    const body = {
      id,
      taskId,
      ...rest,
      url: words.kind === 'link' ? url : null,
      assetIds: files.map((file) => file.id),
    };
    const answer = await callEndpoint(addEvidence, { body });
    if (answer.id !== id) throw new Error('this answer is not of our server');
  },
  now: () => Date.now(),
  random: () => Math.random(),
  tellChanged: tellQueueChanged,
};

let isRunningHere = false;

/** Runs the work while nobody else on this device sends: two pages and the service worker share one queue. */
export async function underQueueLock<T>(work: () => Promise<T>, how: { wait: boolean }): Promise<T | 'busy'> {
  if (navigator.locks !== undefined)
    return navigator.locks.request('lantoa-queue', { ifAvailable: !how.wait }, async (lock) =>
      lock === null ? ('busy' as const) : work(),
    );
  // Plain http has no locks and no service worker: only this page sends.
  if (isRunningHere && !how.wait) return 'busy';
  isRunningHere = true;
  try {
    return await work();
  } finally {
    isRunningHere = false;
  }
}

export function sendNow(how: { readonly isForced: boolean }): Promise<SendOutcome | 'busy'> {
  return underQueueLock(() => sendQueue(ports, how), { wait: false });
}
