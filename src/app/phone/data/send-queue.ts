import { ApiError } from '../../../platform/ui/api-client.ts';
import type { QueuedEvidence, QueuedFile, QueueStore } from './queue.ts';

export interface SendPorts {
  readonly store: QueueStore;
  /** The id of the person whose session this is; throws what the interface answers. */
  readonly whoIsSignedIn: () => Promise<string>;
  readonly upload: (item: QueuedEvidence, file: QueuedFile) => Promise<void>;
  readonly handIn: (item: QueuedEvidence) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  readonly tellChanged: () => void;
}

/** `away`: no answer, later again. `signed_out`: nobody is signed in, so nothing may be sent. */
export type SendOutcome = 'done' | 'away' | 'signed_out';

const firstPause = 5_000;
const longestPause = 15 * 60_000;
/** Pieces that arrived are shown as sent for a week. */
const keptFor = 7 * 24 * 60 * 60_000;

/**
 * Sends what waits, the oldest first, for the person who is signed in and for nobody else. Call it under the lock only.
 * Safe to stop anywhere: ids are fixed, so whatever is sent again is the same file and the same evidence.
 */
export async function sendQueue(ports: SendPorts, how: { readonly isForced: boolean }): Promise<SendOutcome> {
  const all = await ports.store.all();
  for (const old of all)
    if (old.state === 'sent' && old.createdAt < ports.now() - keptFor) await ports.store.remove(old.id);
  // What is still called sending was cut off: the lock is ours, so nobody else is sending it.
  const open = all.filter((item) => item.state === 'waiting' || item.state === 'sending');
  if (open.length === 0) return 'done';
  let personId: string;
  try {
    personId = await ports.whoIsSignedIn();
  } catch (error) {
    return outcomeOf(error) === 'signed_out' ? 'signed_out' : 'away';
  }
  const due = open
    .filter((item) => item.personId === personId && (how.isForced || item.nextTryAt <= ports.now()))
    .sort((left, right) => left.createdAt - right.createdAt);
  for (const item of due) {
    const outcome = await sendOne(ports, item);
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}

async function sendOne(ports: SendPorts, queued: QueuedEvidence): Promise<SendOutcome> {
  // Thrown away or mended since the list was read: then the newest word counts.
  let item = (await ports.store.get(queued.id)) ?? null;
  if (item === null || item.state === 'sent' || item.state === 'refused') return 'done';
  const save = async (change: Partial<QueuedEvidence>) => {
    item = { ...(item as QueuedEvidence), ...change };
    await ports.store.put(item);
    ports.tellChanged();
  };
  await save({ state: 'sending' });
  try {
    for (const file of item.files.filter((each) => !each.isUploaded)) {
      await ports.upload(item, file);
      await save({ files: item.files.map((each) => (each.id === file.id ? { ...each, isUploaded: true } : each)) });
    }
    await ports.handIn(item);
    await save({ state: 'sent', failure: null, files: [] });
    return 'done';
  } catch (error) {
    const outcome = outcomeOf(error);
    const failure = error instanceof ApiError ? { code: error.code, details: error.details } : null;
    if (outcome === 'refused') {
      await save({ state: 'refused', failure });
      return 'done';
    }
    const attempts = item.attempts + 1;
    await save({ state: 'waiting', attempts, nextTryAt: ports.now() + pauseAfter(attempts, ports.random()), failure });
    return outcome;
  }
}

/** Pure: twice as long after each attempt, up to a quarter of an hour, spread so that forty phones do not come at once. */
export function pauseAfter(attempts: number, random: number): number {
  return Math.min(longestPause, firstPause * 2 ** (attempts - 1)) * (0.75 + random / 2);
}

/** Pure: only a clear word of our own server is a refusal; anything else (no network, a login page of a hotspot) is later. */
export function outcomeOf(error: unknown): 'away' | 'signed_out' | 'refused' {
  if (!(error instanceof ApiError)) return 'away';
  if (error.status === 401) return 'signed_out';
  const isClear = error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429;
  return isClear && error.code !== 'platform.unexpected' ? 'refused' : 'away';
}
