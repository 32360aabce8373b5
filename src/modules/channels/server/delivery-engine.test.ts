import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Actor, Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import type { Connector, LookUpOutcome, ReadBackOutcome, SendOutcome } from '../channels.port.ts';
import type { DeliveryOperation, ErrorClass } from '../channels.shapes.contract.ts';
import { enterReceipt, resolveUnconfirmed, retryFailed, skipDelivery } from './change-delivery.ts';
import { channelsHomeQueue } from './channels.home.ts';
import { loadChannels } from './channels.reference-data.ts';
import { chooseChannels } from './choose-channels.ts';
import { createDeliveries } from './create-deliveries.ts';
import { readBoard } from './delivery.board.read-model.ts';
import { readDeliveries, readDeliveryDetail } from './delivery.read-model.ts';
import type { Engine } from './delivery-claim.ts';
import { claimNext, runDueDeliveries } from './delivery-engine.ts';
import { handDelivery } from './hand-delivery.connector.ts';
import { pauseOrResumeChannel } from './pause-channel.ts';

let database: TestDatabase;
const clock = createTestClock('2026-11-25T01:00:00Z');
const editor = actorWith('publishing_editor', 'phong-ttbcxb');
let sent: string[] = [];
let answers: { send: SendOutcome[]; lookUp: LookUpOutcome[]; readBack: ReadBackOutcome[] };

const there = { publicUrl: 'https://cong.example.vn/tin/a', remoteId: 'a' };
const site: Connector = {
  kind: 'site',
  needsPerson: false,
  async send(delivery) {
    sent.push(`${delivery.operation} ${delivery.content.manifestHash}`);
    return answers.send.shift() ?? { status: 'delivered', ...there };
  },
  lookUp: async () => answers.lookUp.shift() ?? { status: 'found', ...there },
  readBack: async (delivery) =>
    answers.readBack.shift() ?? { status: 'same', contentHash: delivery.content.manifestHash },
};
const engine: Engine = { connectors: [site, handDelivery], random: () => 0 };
const settings = { connectors: engine.connectors, publicUrl: 'https://cong.example.vn' };
const context = (actor?: Actor): Context => ({ ...database.context(actor), clock });

beforeAll(async () => {
  database = await createTestDatabase();
  await loadChannels(context());
});
afterAll(() => database.close());
beforeEach(async () => {
  sent = [];
  answers = { send: [], lookUp: [], readBack: [] };
  clock.advance(86_400_000);
  // What earlier tests left waiting is not part of this one.
  await database.db.updateTable('delivery').set({ state: 'skipped' }).where('state', '=', 'waiting').execute();
});

async function publish(): Promise<{ storyId: string; editionId: string }> {
  const { db } = database;
  const now = clock.now();
  const [storyId, editionId] = [newId(now.getTime()), newId(now.getTime())];
  await db
    .insertInto('story')
    .values({
      id: storyId,
      kind: 'news',
      unit_id: 'tt-vhnt',
      working_title: 'Tin',
      no_clause_reason: null,
      created_by: null,
      created_at: now,
    })
    .execute();
  await db
    .insertInto('edition')
    .values({
      id: editionId,
      story_id: storyId,
      language: 'vi',
      code: editionId.slice(-10),
      slug: 'tin',
      work_state: 'approved',
      public_state: 'live',
      current_revision_id: null,
      live_revision_id: null,
      approved_manifest_id: null,
      not_before: null,
      source_revision_id: null,
      submitted_by: null,
      pending_change: null,
      pending_note: null,
      first_live_at: now,
      withdrawal_reason: null,
      created_at: now,
    })
    .execute();
  await go({ storyId, editionId }, 'create', 'h1');
  return { storyId, editionId };
}

async function go(
  story: { storyId: string; editionId: string },
  operation: DeliveryOperation,
  manifestHash: string,
): Promise<void> {
  const now = clock.now();
  const state = operation === 'withdraw' ? 'withdrawn' : 'live';
  const snapshot = JSON.stringify({
    title: 'Mùa lúa chín',
    lead: 'Dẫn',
    bodyHtml: '<p>Bài</p>',
    plainText: 'Bài',
    byUnit: 'Trung tâm',
    history: [],
    cover: null,
  });
  await database.db
    .insertInto('published_snapshot')
    .values({
      edition_id: story.editionId,
      code: story.editionId.slice(-10),
      language: 'vi',
      path: `/tin/${story.editionId}`,
      state,
      snapshot,
      manifest_hash: manifestHash,
      published_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet({ state, manifest_hash: manifestHash }))
    .execute();
  await createDeliveries(context(), { ...story, revisionId: newId(now.getTime()), manifestHash, operation });
}

async function deliveryOf(editionId: string, channelId = 'cong-ttdn') {
  return database.db
    .selectFrom('delivery')
    .selectAll()
    .where('subject_id', '=', editionId)
    .where('channel_id', '=', channelId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}
const run = () => runDueDeliveries(context(), engine);
const outcomes = async (id: string) =>
  (
    await database.db
      .selectFrom('delivery_attempt')
      .select('outcome')
      .where('delivery_id', '=', id)
      .orderBy('number')
      .execute()
  ).map((row) => row.outcome);

it('serves the seven channels of II.1.a/1: the portal by itself, six by hand, and the evidence comes once', async () => {
  const { editionId, storyId } = await publish();
  await createDeliveries(context(), {
    editionId,
    storyId,
    revisionId: editionId,
    manifestHash: 'h1',
    operation: 'create',
  });
  await run();
  const { deliveries } = await readDeliveries(context(editor), settings, { page: 1, storyId });
  expect(deliveries).toHaveLength(7);
  expect(deliveries.filter((one) => one.state === 'verified').map((one) => one.channelId)).toEqual(['cong-ttdn']);
  expect(deliveries.filter((one) => one.state === 'waiting' && one.needsPerson)).toHaveLength(6);
  expect(sent).toEqual(['create h1']);
  const events = await database.db
    .selectFrom('outbox_event')
    .selectAll()
    .where('name', '=', 'channels.delivery_verified')
    .execute();
  expect(events).toHaveLength(1);
});

it('looks up a delivery whose worker was killed between attempt and outcome, and does not send it again', async () => {
  const { editionId } = await publish();
  const claim = await claimNext(context(), engine);
  expect(claim?.work).toBe('send');
  await run();
  expect(sent).toEqual([]);
  clock.advance(121_000);
  await run();
  const row = await deliveryOf(editionId);
  expect(row.state).toBe('verified');
  expect(sent).toEqual([]);
  expect(await outcomes(row.id)).toEqual(['lost', 'found', 'same']);
});

it('asks a person when a lost delivery cannot be looked up; the person decides', async () => {
  const { editionId } = await publish();
  answers.send.push({ status: 'unknown', detail: 'connection reset' });
  answers.lookUp.push({ status: 'cannot_tell' });
  await run();
  const row = await deliveryOf(editionId);
  expect(row.state).toBe('unconfirmed');
  clock.advance(3_600_000);
  await run();
  expect(sent).toHaveLength(1);
  await expect(
    resolveUnconfirmed(context(actorWith('auditor', 'phong-ttbcxb')), settings, {
      id: row.id,
      decision: 'send_again',
      version: row.version,
      reason: 'chưa có',
    }),
  ).rejects.toThrow('platform.not_permitted');
  await resolveUnconfirmed(context(editor), settings, {
    id: row.id,
    decision: 'send_again',
    version: row.version,
    reason: 'chưa có trên trang',
  });
  await run();
  expect(sent).toHaveLength(2);
  expect((await deliveryOf(editionId)).state).toBe('verified');
});

it('does not send twice when two workers look at the same time', async () => {
  const stories = [await publish(), await publish(), await publish()];
  const two = await Promise.all([run(), run(), run()]);
  expect(two.reduce((sum, one) => sum + one, 0)).toBe(6);
  expect(sent).toHaveLength(3);
  for (const story of stories) expect((await deliveryOf(story.editionId)).state).toBe('verified');
});

it.each<[ErrorClass, string, number]>([
  ['transient', 'verified', 2],
  ['quota', 'verified', 2],
  ['token', 'failed', 1],
  ['permission', 'failed', 1],
  ['content', 'failed', 1],
])('after an error of class %s the delivery ends as %s', async (errorClass, state, sends) => {
  const { editionId } = await publish();
  answers.send.push({ status: 'error', errorClass, detail: 'no' });
  await run();
  const first = await deliveryOf(editionId);
  expect(first.state).toBe(state === 'verified' ? 'retrying' : 'failed');
  clock.advance(900_000);
  await run();
  expect(sent).toHaveLength(sends);
  const row = await deliveryOf(editionId);
  expect(row.state).toBe(state);
  if (state === 'failed') {
    await retryFailed(context(editor), settings, { id: row.id, version: row.version });
    await run();
    expect((await deliveryOf(editionId)).state).toBe('verified');
  }
});

it('gives a correction and a withdrawal a delivery of their own, in order, and leaves out what never left', async () => {
  const story = await publish();
  await run();
  clock.advance(1000);
  await go(story, 'correct', 'h2');
  await run();
  clock.advance(1000);
  await go(story, 'withdraw', 'h2');
  await go(story, 'withdraw', 'h2');
  await run();
  expect(sent).toEqual(['create h1', 'correct h2', 'withdraw h2']);
  const byHand = await database.db
    .selectFrom('delivery')
    .select(['operation', 'state'])
    .where('subject_id', '=', story.editionId)
    .where('channel_id', '=', 'trang-du-lich')
    .orderBy('id')
    .execute();
  expect(byHand).toEqual([
    { operation: 'create', state: 'skipped' },
    { operation: 'create', state: 'skipped' },
  ]);
});

it('lets the people of the channel enter the link of a hand delivery, and nobody else', async () => {
  const { editionId, storyId } = await publish();
  const row = await deliveryOf(editionId, 'fanpage-ubnd-tinh');
  const officer = actorWith('division_officer', 'phong-ttbcxb');
  const receipt = {
    id: row.id,
    version: row.version,
    publicUrl: 'https://www.facebook.com/ubndlaichau/posts/1',
    assetId: null,
    note: '',
  };
  await expect(enterReceipt(context(actorWith('division_officer', 'tt-vhnt')), settings, receipt)).rejects.toThrow(
    'platform.not_permitted',
  );
  await expect(enterReceipt(context(actorWith('division_officer', 'phong-qlvhgd')), settings, receipt)).rejects.toThrow(
    'platform.not_found',
  );
  await expect(enterReceipt(context(officer), settings, { ...receipt, publicUrl: null })).rejects.toThrow(
    'channels.receipt_missing',
  );
  await expect(enterReceipt(context(officer), settings, { ...receipt, version: 7 })).rejects.toThrow(
    'platform.version_conflict',
  );
  // A picture of a commune is unknown to the division, though it exists.
  const now = clock.now();
  const hidden = { id: newId(now.getTime()), owner_unit_id: 'xa-03388', created_by: null, created_at: now };
  const file = { sha256: 'ab', file_name: 'a.jpg', content_type: 'image/jpeg', bytes: 1, width: 1, height: 1 };
  await database.db
    .insertInto('asset')
    .values({ ...hidden, ...file })
    .execute();
  await expect(enterReceipt(context(officer), settings, { ...receipt, assetId: hidden.id })).rejects.toThrow(
    'channels.asset_unknown',
  );
  // All channels of one item are one piece of work: the named ones, then how many more.
  const before = await channelsHomeQueue(context(officer), settings.connectors);
  expect(before.at(-1)).toMatchObject({ group: 'today', kind: 'channels.hand_delivery' });
  expect(before.at(-1)?.subtitle).toContain(' · ');
  const detail = await enterReceipt(context(officer), settings, receipt);
  expect(detail).toMatchObject({
    state: 'verified',
    publicUrl: receipt.publicUrl,
    abilities: { enterReceipt: false, skip: false },
  });
  expect((await channelsHomeQueue(context(officer), settings.connectors)).some((item) => item.id === row.id)).toBe(
    false,
  );
  const screen = await deliveryOf(editionId, 'cum-ttdt-cong-cong');
  expect(
    (
      await skipDelivery(context(officer), settings, {
        id: screen.id,
        version: screen.version,
        reason: 'Màn hình đang sửa',
      })
    ).state,
  ).toBe('skipped');
  const board = await readBoard(context(editor), settings, { page: 1 });
  expect(board.rows.find((one) => one.storyId === storyId)?.deliveries).toHaveLength(7);
  expect((await readDeliveryDetail(context(officer), settings, row.id)).history.length).toBeGreaterThan(0);
});

it('waits while a channel is paused, and reads back five times before it says that something else stands there', async () => {
  const channel = await database.db
    .selectFrom('channel')
    .select('version')
    .where('id', '=', 'cong-ttdn')
    .executeTakeFirstOrThrow();
  const paused = await pauseOrResumeChannel(context(editor), settings, {
    id: 'cong-ttdn',
    version: channel.version,
    isPaused: true,
    reason: 'bảo trì',
  });
  const { editionId } = await publish();
  await run();
  expect(sent).toEqual([]);
  await pauseOrResumeChannel(context(editor), settings, { id: 'cong-ttdn', version: paused.version, isPaused: false });
  answers.readBack = Array.from({ length: 5 }, () => ({ status: 'different' as const, contentHash: 'x' }));
  for (let round = 0; round < 6; round += 1) {
    await run();
    clock.advance(3_600_000);
  }
  expect(sent).toHaveLength(1);
  expect((await deliveryOf(editionId)).state).toBe('failed');
});

it('delivers only to the channels that were chosen, the own portal always with them', async () => {
  const { storyId, editionId } = await publish();
  const chosen = await chooseChannels(context(editor), {
    storyId,
    editions: [{ editionId, channels: [{ channelId: 'trang-du-lich', dueAt: null }] }],
  });
  expect(chosen.editions[0]?.channels.filter((one) => one.isTaken).map((one) => one.channelId)).toEqual([
    'cong-ttdn',
    'trang-du-lich',
  ]);
  await expect(
    chooseChannels(context(editor), {
      storyId,
      editions: [{ editionId, channels: [{ channelId: 'khong-co', dueAt: null }] }],
    }),
  ).rejects.toThrow('channels.channel_unknown');
  await expect(chooseChannels(context(actorWith('auditor', 'so-vhttdl')), { storyId, editions: [] })).rejects.toThrow(
    'platform.not_permitted',
  );
});
