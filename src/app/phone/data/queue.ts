import type { HandedInKind } from '../../../modules/plan/plan.evidence.contract.ts';
import { recordStore } from './database.ts';

export interface QueuedFile {
  /** Made on the device, once: sent again after a lost answer, it is the same file. */
  readonly id: string;
  readonly fileName: string;
  /** Gone once the evidence is sent. */
  readonly content: Blob;
  readonly isUploaded: boolean;
}

export interface EvidenceWords {
  readonly kind: HandedInKind;
  readonly title: string;
  readonly url: string;
  readonly figure: number | null;
  readonly figureUnit: string;
  readonly note: string;
  /** Missing in what an earlier version put here. */
  readonly showsPeople?: boolean;
  readonly occurredOn: string;
}

/** One piece of evidence on its way. It stays here until the server has it, or the person throws it away. */
export interface QueuedEvidence {
  /** Made on the device, once (uuid v7): the server stores one row for it, however often it is sent. */
  readonly id: string;
  /** Whose it is: sent only while this person is signed in. */
  readonly personId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly taskTitle: string;
  readonly words: EvidenceWords;
  readonly files: readonly QueuedFile[];
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly attempts: number;
  /** Not before this moment, in milliseconds; a change of the network or a tap does not wait for it. */
  readonly nextTryAt: number;
  /** Why the last attempt failed, as the server said it. */
  readonly failure: { readonly code: string; readonly details: Record<string, unknown> } | null;
  readonly createdAt: number;
}

export interface QueueStore {
  all(): Promise<QueuedEvidence[]>;
  get(id: string): Promise<QueuedEvidence | undefined>;
  put(item: QueuedEvidence): Promise<void>;
  remove(id: string): Promise<void>;
}

export const queueStore: QueueStore = recordStore<QueuedEvidence>('lantoa-queue');

/** Pages and the service worker tell each other that something moved. */
const channelName = 'lantoa-queue';
export function tellQueueChanged(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}
export function onQueueChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}

export const syncTag = 'lantoa-evidence';

export function isUnsent(item: QueuedEvidence): boolean {
  return item.state !== 'sent';
}
