import { beforeEach, expect, test } from 'vitest';
import { ApiError } from '../../../platform/ui/api-client.ts';
import type { QueuedEvidence } from './queue.ts';
import { pauseAfter, type SendPorts, sendQueue } from './send-queue.ts';

const kept = new Map<string, QueuedEvidence>();
/** What the server was asked, in order, and what it answers to the next requests; nothing is a success. */
let asked: string[] = [];
let answers: unknown[] = [];
let now = 0;
let personId = 'May';

const answer = async (request: string) => {
  asked.push(request);
  const next = answers.shift();
  if (next !== undefined) throw next;
};
const ports: SendPorts = {
  store: {
    all: async () => [...kept.values()],
    get: async (id) => kept.get(id),
    put: async (item) => void kept.set(item.id, item),
    remove: async (id) => void kept.delete(id),
  },
  whoIsSignedIn: async () => personId,
  upload: (_item, file) => answer(`upload ${file.id}`),
  handIn: (item) => answer(`hand in ${item.id}`),
  now: () => now,
  random: () => 0.5,
  tellChanged: () => undefined,
};
const send = (isForced = false) => sendQueue(ports, { isForced });
const refusal = (code: string, status: number) => new ApiError({ code, status });
const away = refusal('platform.network_away', 0);

function queue(id: string, more: Partial<QueuedEvidence> = {}): void {
  kept.set(id, {
    id,
    personId: 'May',
    taskId: 'task',
    unitId: 'xa-03583',
    taskTitle: 'Việc',
    words: { kind: 'photo', title: 'Ảnh', url: '', figure: null, figureUnit: '', note: '', occurredOn: '2026-11-25' },
    files: ['1', '2'].map((number) => ({
      id: `${id}${number}`,
      fileName: 'a.jpg',
      content: new Blob(['x']),
      isUploaded: false,
    })),
    state: 'waiting',
    attempts: 0,
    nextTryAt: 0,
    failure: null,
    createdAt: kept.size,
    ...more,
  });
}
const stateOf = (id: string) => kept.get(id)?.state;

beforeEach(() => {
  kept.clear();
  asked = [];
  answers = [];
  now = 1_000_000;
  personId = 'May';
});

test('files go first, then the evidence that names them, the oldest piece first', async () => {
  queue('a');
  queue('b', { files: [] });
  expect(await send()).toBe('done');
  expect(asked).toEqual(['upload a1', 'upload a2', 'hand in a', 'hand in b']);
  expect([stateOf('a'), stateOf('b')]).toEqual(['sent', 'sent']);
  expect(await send(true)).toBe('done');
  expect(asked).toHaveLength(4);
});

test('a network that goes away in the middle loses nothing, and what arrived is not brought again', async () => {
  queue('a');
  answers = [undefined, away];
  expect(await send()).toBe('away');
  expect(kept.get('a')).toMatchObject({ state: 'waiting', attempts: 1, nextTryAt: now + 5_000 });
  now += 1_000;
  expect(await send()).toBe('done');
  expect(stateOf('a')).toBe('waiting');
  now += 5_000;
  await send();
  expect(asked).toEqual(['upload a1', 'upload a2', 'upload a2', 'hand in a']);
  expect(stateOf('a')).toBe('sent');
});

test('a program that was ended while sending goes on with the same ids', async () => {
  queue('a', { state: 'sending' });
  await send();
  expect(stateOf('a')).toBe('sent');
});

test('a refusal keeps the words of the server and everything the person gave, and stops nothing else', async () => {
  queue('a');
  queue('b', { files: [] });
  answers = [undefined, undefined, refusal('plan.evidence_in_future', 422)];
  expect(await send()).toBe('done');
  expect(kept.get('a')).toMatchObject({ state: 'refused', failure: { code: 'plan.evidence_in_future' } });
  expect(kept.get('a')?.files).toHaveLength(2);
  expect(stateOf('b')).toBe('sent');
  expect(await send(true)).toBe('done');
  expect(stateOf('a')).toBe('refused');
});

test('a server in trouble, a hotspot that answers something else and a full server are no refusal', async () => {
  for (const trouble of [
    refusal('platform.database_away', 503),
    refusal('platform.unexpected', 500),
    refusal('platform.unexpected', 403),
    refusal('accounts.too_many_attempts', 429),
    new SyntaxError('not JSON'),
  ]) {
    queue('a', { files: [] });
    answers = [trouble];
    expect(await send(true)).toBe('away');
    expect(stateOf('a')).toBe('waiting');
  }
});

test('evidence is sent for the person who is signed in, never for somebody else on the same phone', async () => {
  queue('a');
  personId = 'Páo';
  expect(await send(true)).toBe('done');
  expect(asked).toEqual([]);
  expect(stateOf('a')).toBe('waiting');
  const nobody = { ...ports, whoIsSignedIn: () => Promise.reject(refusal('platform.sign_in_required', 401)) };
  expect(await sendQueue(nobody, { isForced: true })).toBe('signed_out');
  expect(stateOf('a')).toBe('waiting');
});

test('the pause grows to a quarter of an hour and no further', () => {
  expect([1, 2, 3].map((attempts) => pauseAfter(attempts, 0.5))).toEqual([5_000, 10_000, 20_000]);
  expect(pauseAfter(30, 1)).toBe(15 * 60_000 * 1.25);
});

test('what arrived a week ago is no longer shown', async () => {
  queue('old', { state: 'sent', createdAt: 0 });
  now = 8 * 24 * 60 * 60_000;
  queue('new', { state: 'sent', createdAt: now });
  await send();
  expect([...kept.keys()]).toEqual(['new']);
});
