import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { askToSend } from './keep-sending.ts';
import {
  type EvidenceWords,
  type QueuedEvidence,
  type QueuedFile,
  queueStore,
  syncTag,
  tellQueueChanged,
} from './queue.ts';

export interface PreparedFile {
  readonly id: string;
  readonly fileName: string;
  readonly content: Blob;
}

/** Puts evidence into the queue of this device; it is safe there when this answers. Then it is sent, now or later. */
export async function handIn(input: {
  readonly personId: string;
  readonly task: { readonly id: string; readonly unitId: string; readonly title: string };
  readonly words: EvidenceWords;
  readonly files: readonly PreparedFile[];
  /** The piece that the server refused and the person has mended. */
  readonly mends?: QueuedEvidence | undefined;
}): Promise<void> {
  const { task, mends } = input;
  const isTaken = mends?.failure?.code === 'plan.evidence_id_taken';
  const isFileTaken = mends?.failure?.code === 'media.id_taken';
  // Uploaded long ago and never handed in, a file is gone there (plan.retention.ts); the device still has it.
  const isFileGone = mends?.failure?.code === 'plan.asset_unknown';
  const fileBefore = (id: string) => mends?.files.find((file) => file.id === id);
  const files = input.files.map(
    (file): QueuedFile => ({
      ...file,
      id: isFileTaken ? newClientId(Date.now()) : file.id,
      isUploaded: !isFileTaken && !isFileGone && fileBefore(file.id)?.isUploaded === true,
    }),
  );
  const item: QueuedEvidence = {
    // A refused piece is not stored there, so it keeps its id, unless the id itself was the reason.
    id: mends === undefined || isTaken ? newClientId(Date.now()) : mends.id,
    personId: input.personId,
    taskId: task.id,
    unitId: task.unitId,
    taskTitle: task.title,
    words: input.words,
    files,
    state: 'waiting',
    attempts: 0,
    nextTryAt: 0,
    failure: null,
    createdAt: mends?.createdAt ?? Date.now(),
  };
  await queueStore.put(item);
  if (mends !== undefined && mends.id !== item.id) await queueStore.remove(mends.id);
  // Asked once, so that the browser does not throw the queue away when the phone runs full.
  void navigator.storage?.persist?.().catch(() => false);
  tellQueueChanged();
  askToSend();
  await askForBackgroundSync();
}

/** Where the browser can (Chromium), the service worker sends even after the page is closed. */
async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
    await sync?.register(syncTag);
  } catch {
    // Not allowed, or not there: it is sent when the page is next open.
  }
}

export async function throwAway(id: string): Promise<void> {
  await queueStore.remove(id);
  tellQueueChanged();
}
