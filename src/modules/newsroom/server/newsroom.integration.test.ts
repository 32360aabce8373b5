import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { createSigningKey, jwks, type SigningKey, signItem } from '../../../platform/signing/item-signature.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { signedItemOf } from '../../../sites/sites.signed-item.ts';
import { type Snapshot, snapshotSchema } from '../../../sites/sites.snapshot.ts';
import { verifySnapshot } from '../../../sites/sites.verify.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { addEdition } from './add-edition.ts';
import { approveEdition } from './approve-edition.ts';
import { confirmClauses } from './confirm-clauses.ts';
import { cancelChange, startChange } from './correct-edition.ts';
import { createStory } from './create-story.ts';
import { moveEdition } from './move-edition.ts';
import { readStoryClauses } from './newsroom.clauses.read-model.ts';
import { readNewsroomHomeQueue } from './newsroom.home.read-model.ts';
import { readStories } from './newsroom.list.read-model.ts';
import type { NewsroomPorts } from './newsroom.moves.ts';
import { readRevision, readStoryDetail } from './newsroom.read-model.ts';
import { isFilePublic, readStoriesForReport } from './newsroom.report.read-model.ts';
import { publishDueEditions } from './publish-due.ts';
import { publishUrgently } from './publish-urgently.ts';
import { returnEdition } from './return-edition.ts';
import { saveRevision } from './save-revision.ts';
import { submitEdition } from './submit-edition.ts';
import { withdrawEditions } from './withdraw-editions.ts';

let database: TestDatabase;
let key: SigningKey;
let ports: NewsroomPorts;
const clock = createTestClock('2026-03-10T02:00:00Z');
const ids = { officer: newId(1), editor: newId(2), leader: newId(3), translator: newId(4), commune: newId(5) };
const clauseId = newId(6);
const assetId = newId(7);
const file = 'ab'.repeat(32);

const as = (role: string, unitId: string, personId: string): Context => ({
  ...database.context(actorWith(role, unitId, { personId })),
  clock,
});
const officer = () => as('division_officer', 'phong-qlvhgd', ids.officer);
const editor = () => as('publishing_editor', 'phong-ttbcxb', ids.editor);
const leader = () => as('leader', 'so-vhttdl', ids.leader);
const translator = () => as('translator', 'phong-ttbcxb', ids.translator);
const commune = () => as('commune_officer', 'xa-03388', ids.commune);

beforeAll(async () => {
  database = await createTestDatabase();
  key = await createSigningKey({ isTest: true });
  ports = { signItem: (payload) => signItem(key, JSON.parse(JSON.stringify(payload))), isExample: false };
  const { db } = database;
  for (const [name, id] of Object.entries(ids))
    await sql`insert into person (id, full_name, email, created_at) values (${id}, ${name}, ${`${name}@example.vn`}, now())`.execute(
      db,
    );
  const directiveId = newId(8);
  await sql`insert into directive (id, subject, kind, number, symbol, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (${directiveId}, 'Hướng dẫn', 'HD', 12, 'HD-SVHTTDL', 2026, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`.execute(
    db,
  );
  await sql`insert into clause (id, directive_id, path, parent_path, position, depth, label, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
    values (${clauseId}, ${directiveId}, 'I.1.2/2', 'I.1.2', 1, 3, null, 'Bầu cử', 'Tuyên truyền đậm nét về cuộc bầu cử đại biểu Quốc hội khóa XVI; không khí phấn khởi của cử tri', 'Bầu cử', 'content', true, 0, 1, now())`.execute(
    db,
  );
  await sql`insert into asset (id, sha256, file_name, content_type, bytes, width, height, credit, alt_texts, owner_unit_id, created_at)
    values (${assetId}, ${'cd'.repeat(32)}, 'a.jpg', 'image/jpeg', 10, 1600, 900, 'Ảnh: A', '{"vi": "Cử tri bỏ phiếu"}', 'phong-qlvhgd', now())`.execute(
    db,
  );
  await sql`insert into asset_rendition (asset_id, name, sha256, content_type, width, height, bytes)
    values (${assetId}, 'large-jpeg', ${file}, 'image/jpeg', 1600, 900, 9)`.execute(db);
});
afterAll(() => database.close());

const bodyOf = (...lines: string[]) => ({
  type: 'doc' as const,
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const text = (line = 'Sáng nay, không khí phấn khởi của cử tri bầu cử đại biểu Quốc hội khóa XVI.') => ({
  title: 'Cử tri đi bầu',
  lead: 'Ngày hội',
  body: bodyOf(line),
  coverAssetId: null as string | null,
});
const first = (story: StoryDetail) => {
  const [edition] = story.editions;
  if (!edition) throw new Error('no edition');
  return edition;
};
const at = (story: StoryDetail, index = 0) => {
  const edition = story.editions[index];
  if (!edition) throw new Error('no edition');
  return { editionId: edition.id, version: edition.version };
};
const snapshotOf = async (editionId: string): Promise<Snapshot & { path: string }> => {
  const row = await database.db
    .selectFrom('published_snapshot')
    .selectAll()
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow();
  return { ...snapshotSchema.parse(row.snapshot), path: row.path };
};
const operations = async (): Promise<string[]> => {
  const rows = await sql<{ operation: string }>`
    select payload->>'operation' as operation from outbox_event where name = 'newsroom.edition_live' order by id`.execute(
    database.db,
  );
  return rows.rows.map((row) => row.operation);
};
const draft = async (context: Context, unitId: string, line?: string): Promise<StoryDetail> => {
  const story = await createStory(context, ports, { kind: 'news', unitId, workingTitle: 'Tin bầu cử', language: 'vi' });
  const saved = await saveRevision(context, { ...at(story), ...text(line) });
  return confirmClauses(context, {
    storyId: saved.id,
    version: saved.version,
    confirmed: [clauseId],
    declined: [],
    noClauseReason: null,
  });
};
const submitted = async (context: Context, unitId: string): Promise<StoryDetail> => {
  const story = await draft(context, unitId);
  return submitEdition(context, at(story));
};
const approval = (story: StoryDetail, publication: Parameters<typeof approveEdition>[2]['publication']) => ({
  ...at(story),
  revisionId: first(story).current.id,
  publication,
});

test('a story goes from the first word to the portal, is corrected in public and withdrawn with a notice', async () => {
  const id = newId(Date.now());
  const input = {
    id,
    kind: 'news',
    unitId: 'phong-qlvhgd',
    workingTitle: 'Tin bầu cử',
    language: 'vi',
  } as const;
  await createStory(officer(), ports, input);
  const created = await createStory(officer(), ports, input);
  expect(created.editions).toHaveLength(1);
  const saved = await saveRevision(officer(), { ...at(created), ...text(), coverAssetId: assetId });
  await expect(saveRevision(editor(), { ...at(created), ...text('Khác') })).rejects.toMatchObject({
    code: 'platform.version_conflict',
    details: { current: first(saved).version, savedBy: 'officer', savedAt: '2026-03-10T02:00:00.000Z' },
  });
  const again = await saveRevision(officer(), { ...at(saved), ...text(), coverAssetId: assetId });
  expect(first(again).revisions).toHaveLength(2);
  await expect(submitEdition(officer(), at(again))).rejects.toThrow('newsroom.clauses_missing');

  const { clauses } = await readStoryClauses(officer(), id);
  expect(clauses).toMatchObject([{ path: 'I.1.2/2', isSuggested: true, directive: 'HD 12/HD-SVHTTDL 2026' }]);
  const confirmed = await confirmClauses(officer(), {
    storyId: id,
    version: again.version,
    confirmed: [clauseId],
    declined: [],
    noClauseReason: null,
  });
  const sent = await submitEdition(officer(), at(confirmed));
  expect(first(sent)).toMatchObject({ workState: 'awaiting_approval', publicState: 'not_public' });
  await expect(approveEdition(officer(), ports, approval(sent, { when: 'now' }))).rejects.toThrow('not_permitted');
  expect((await readNewsroomHomeQueue(leader())).map((item) => item.kind)).toEqual(['newsroom.approve']);

  const live = await approveEdition(leader(), ports, approval(sent, { when: 'now' }));
  expect(first(live)).toMatchObject({ workState: 'approved', publicState: 'live', needsLaterApproval: false });
  const snapshot = await snapshotOf(first(live).id);
  expect(snapshot).toMatchObject({
    state: 'live',
    slug: 'cu-tri-di-bau',
    byUnit: 'Sở Văn hóa, Thể thao và Du lịch',
    history: [{ type: 'published', changes: [] }],
    cover: { src: `/files/${file}.jpg`, alt: 'Cử tri bỏ phiếu', credit: 'Ảnh: A' },
  });
  expect(snapshot.path).toBe(`/tin/cu-tri-di-bau-${first(live).code.toLowerCase()}`);
  expect(first(live).publicPath).toBe(snapshot.path);
  await expectGenuine(snapshot);
  expect(await isFilePublic(database.db, file)).toBe(true);
  expect(await isFilePublic(database.db, 'cd'.repeat(32))).toBe(false);

  await expect(saveRevision(officer(), { ...at(live), ...text('Mới') })).rejects.toThrow('transition_not_allowed');
  clock.advance(3_600_000);
  const change = await startChange(officer(), { ...at(live), kind: 'correction', note: 'Đính chính con số' });
  const corrected = await saveRevision(officer(), {
    ...at(change),
    ...text('Sáng nay, không khí phấn khởi của 500 cử tri bầu cử đại biểu Quốc hội khóa XVI.'),
    coverAssetId: assetId,
  });
  expect((await snapshotOf(first(live).id)).plainText).not.toContain('500');
  const resent = await submitEdition(officer(), at(corrected));
  const relive = await approveEdition(editor(), ports, approval(resent, { when: 'now' }));
  expect(first(relive)).toMatchObject({ publicState: 'live', pendingChange: null });
  const second = await snapshotOf(first(live).id);
  expect(second.history.at(-1)).toMatchObject({
    type: 'correction',
    note: 'Đính chính con số',
    changes: [{ before: '… phấn khởi của cử tri bầu …', after: '… phấn khởi của 500 cử tri bầu …' }],
  });
  expect(second.publishedAt).toBe(snapshot.publishedAt);
  expect(second.manifestHash).not.toBe(snapshot.manifestHash);
  await expectGenuine(second);

  clock.advance(3_600_000);
  await expect(
    withdrawEditions(officer(), ports, {
      storyId: id,
      mode: 'withdraw',
      editions: [{ id: first(relive).id, version: first(relive).version }],
      reason: 'Sai',
    }),
  ).rejects.toThrow('not_permitted');
  const withdrawn = await withdrawEditions(leader(), ports, {
    storyId: id,
    mode: 'withdraw',
    editions: [{ id: first(relive).id, version: first(relive).version }],
    reason: 'Nguồn tin rút lại',
  });
  expect(first(withdrawn)).toMatchObject({ publicState: 'withdrawn', withdrawalReason: 'Nguồn tin rút lại' });
  const third = await snapshotOf(first(live).id);
  expect(third).toMatchObject({ state: 'withdrawn', withdrawalReason: 'Nguồn tin rút lại' });
  expect(third.history.map((entry) => entry.type)).toEqual(['published', 'correction', 'withdrawal']);
  await expectGenuine(third);
  const removed = await withdrawEditions(leader(), ports, {
    storyId: id,
    mode: 'remove',
    editions: [{ id: first(withdrawn).id, version: first(withdrawn).version }],
    reason: 'Dữ liệu cá nhân',
  });
  const gone = await snapshotOf(first(removed).id);
  expect(gone).toMatchObject({ state: 'removed', title: '', bodyHtml: '', cover: null });
  expect(JSON.stringify(gone)).not.toContain('500 cử tri');
  await expectGenuine(gone);
  expect(await isFilePublic(database.db, file)).toBe(false);
  expect(await operations()).toEqual(['create', 'correct', 'withdraw', 'withdraw']);
  expect(removed.history.map((row) => row.action)).toContain('newsroom.live_correction');
  expect(await readStoriesForReport(database.db, { from: '2026-03-10', to: '2026-03-10' })).toEqual([
    { kind: 'news', language: 'vi', published: 1, withdrawn: 1 },
  ]);
});

test('a leader does not approve the text that they wrote or submitted, and is told why', async () => {
  const story = await draft(officer(), 'phong-qlvhgd');
  const written = await saveRevision(editor(), { ...at(story), ...text('Biên tập viên sửa') });
  const sent = await submitEdition(officer(), at(written));
  await expect(approveEdition(editor(), ports, approval(sent, { when: 'now' }))).rejects.toThrow('newsroom.own_work');
  expect(await readStoryDetail(editor(), sent.id)).toMatchObject({ editions: [{ abilities: { approve: false } }] });
  const own = await submitted(editor(), 'phong-ttbcxb');
  await expect(approveEdition(editor(), ports, approval(own, { when: 'now' }))).rejects.toThrow('newsroom.own_work');
  await expect(returnEdition(editor(), { ...at(own), reason: 'Tự trả' })).rejects.toThrow('newsroom.own_work');
});

test('returned with a reason, mended and handed in again; an approval of what was not read is refused', async () => {
  const sent = await submitted(officer(), 'phong-qlvhgd');
  const returned = await returnEdition(leader(), { ...at(sent), reason: 'Thiếu số liệu' });
  expect(first(returned)).toMatchObject({ workState: 'returned', returnReason: 'Thiếu số liệu' });
  expect((await readNewsroomHomeQueue(officer())).map((item) => item.kind)).toContain('newsroom.rework');
  const mended = await saveRevision(officer(), { ...at(returned), ...text('Đã bổ sung số liệu') });
  expect(first(mended)).toMatchObject({ workState: 'in_editing', returnReason: null });
  const again = await submitEdition(officer(), at(mended));
  await expect(
    approveEdition(leader(), ports, {
      ...approval(again, { when: 'now' }),
      revisionId: first(sent).current.id,
    }),
  ).rejects.toThrow('newsroom.revision_changed');
  await expect(approveEdition(leader(), ports, approval(sent, { when: 'now' }))).rejects.toThrow('version_conflict');
});

test('a scheduled story goes out when its time has come, once, and leaves the schedule when it is reopened', async () => {
  const [one, two] = [await submitted(officer(), 'phong-qlvhgd'), await submitted(officer(), 'phong-qlvhgd')];
  const publishAt = new Date(clock.now().getTime() + 60_000).toISOString();
  await expect(
    approveEdition(leader(), ports, approval(one, { when: 'at', publishAt: clock.now().toISOString() })),
  ).rejects.toThrow('newsroom.publish_time_passed');
  const scheduled = await approveEdition(leader(), ports, approval(one, { when: 'at', publishAt }));
  expect(first(scheduled)).toMatchObject({ publicState: 'scheduled', notBefore: publishAt });
  expect(database.enqueued.at(-1)?.job).toBe('newsroom.publish_due');
  const other = await approveEdition(leader(), ports, approval(two, { when: 'at', publishAt }));
  const reopened = await moveEdition(officer(), { ...at(other), action: 'reopen', reason: '' });
  expect(first(reopened)).toMatchObject({ workState: 'in_editing', publicState: 'not_public', notBefore: null });
  const system = { ...database.context(), clock };
  expect(await publishDueEditions(system, ports)).toBe(0);
  clock.advance(60_000);
  const runs = await Promise.all([publishDueEditions(system, ports), publishDueEditions(system, ports)]);
  expect(runs.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(first(await readStoryDetail(leader(), one.id)).publicState).toBe('live');
});

test('an urgent publication stays marked until another person approves what is live', async () => {
  const story = await draft(officer(), 'phong-qlvhgd');
  const revisionId = first(story).current.id;
  const input = { ...at(story), revisionId, reason: 'Cảnh báo mưa lũ' };
  await expect(publishUrgently(officer(), ports, input)).rejects.toThrow('not_permitted');
  const live = await publishUrgently(editor(), ports, input);
  expect(first(live)).toMatchObject({
    publicState: 'live',
    workState: 'awaiting_approval',
    needsLaterApproval: true,
    abilities: { approve: false },
  });
  const before = await snapshotOf(first(live).id);
  expect((await readNewsroomHomeQueue(leader())).map((item) => item.kind)).toContain('newsroom.approve_later');
  const events = (await operations()).length;
  const approved = await approveEdition(leader(), ports, approval(live, { when: 'now' }));
  expect(first(approved)).toMatchObject({ publicState: 'live', workState: 'approved', needsLaterApproval: false });
  expect(await snapshotOf(first(live).id)).toEqual(before);
  expect((await operations()).length).toBe(events);
});

test('a change that is given up leaves the live text as it was', async () => {
  const live = await approveEdition(
    leader(),
    ports,
    approval(await submitted(officer(), 'phong-qlvhgd'), { when: 'now' }),
  );
  const before = await snapshotOf(first(live).id);
  const change = await startChange(officer(), { ...at(live), kind: 'update', note: 'Thêm ảnh' });
  const saved = await saveRevision(officer(), { ...at(change), ...text('Bản khác') });
  const cancelled = await cancelChange(officer(), at(saved));
  expect(first(cancelled)).toMatchObject({ workState: 'approved', pendingChange: null, publicState: 'live' });
  expect(first(cancelled).current.id).toBe(first(live).current.id);
  expect(await snapshotOf(first(live).id)).toEqual(before);
});

test('a translator writes the English edition, which says when the source has moved on', async () => {
  const story = await draft(officer(), 'phong-qlvhgd');
  await expect(saveRevision(translator(), { ...at(story), ...text('Sửa bản gốc') })).rejects.toThrow('not_permitted');
  const both = await addEdition(translator(), { storyId: story.id, language: 'en', isMachineMade: true });
  expect(both.editions.map((edition) => [edition.language, edition.isSource, edition.isStale])).toEqual([
    ['vi', true, false],
    ['en', false, false],
  ]);
  await expect(addEdition(translator(), { storyId: story.id, language: 'en', isMachineMade: false })).rejects.toThrow(
    'newsroom.edition_exists',
  );
  await expect(addEdition(translator(), { storyId: story.id, language: 'xx', isMachineMade: false })).rejects.toThrow(
    'newsroom.language_unknown',
  );
  const moved = await saveRevision(officer(), { ...at(both), ...text('Bản gốc đã đổi') });
  expect(moved.editions[1]?.isStale).toBe(true);
  const translated = await saveRevision(translator(), {
    ...at(moved, 1),
    title: 'Voters go to the polls',
    lead: '',
    body: bodyOf('This morning'),
    coverAssetId: null,
    sourceRevisionId: first(moved).current.id,
  });
  expect(translated.editions[1]?.isStale).toBe(false);
  const sent = await submitEdition(translator(), at(translated, 1));
  const english = sent.editions[1];
  if (!english) throw new Error('no English edition');
  const live = await approveEdition(leader(), ports, {
    ...at(sent, 1),
    revisionId: english.current.id,
    publication: { when: 'now' },
  });
  const snapshot = await snapshotOf(english.id);
  expect(snapshot.path).toMatch(/^\/en\/news\/voters-go-to-the-polls-[0-9a-z]{10}$/);
  expect(snapshot.machineNotice).toContain('machine');
  expect(snapshot.byUnit).toBe('Department of Culture, Sports and Tourism');
  expect(live.editions[0]?.publicState).toBe('not_public');
});

test('the words of a cover are sealed with the submission: what is changed afterwards is not what was approved', async () => {
  const coverId = newId(9);
  await sql`insert into asset (id, sha256, file_name, content_type, bytes, width, height, credit, alt_texts, owner_unit_id, created_at)
    values (${coverId}, ${'ef'.repeat(32)}, 'b.jpg', 'image/jpeg', 10, 1600, 900, 'Ảnh: A', '{"vi": "Chợ phiên"}', 'phong-qlvhgd', now())`.execute(
    database.db,
  );
  await sql`insert into asset_rendition (asset_id, name, sha256, content_type, width, height, bytes)
    values (${coverId}, 'large-jpeg', ${'12'.repeat(32)}, 'image/jpeg', 1600, 900, 9)`.execute(database.db);
  const rename = (alt: string, credit: string) =>
    sql`update asset set alt_texts = ${JSON.stringify({ vi: alt })}, credit = ${credit} where id = ${coverId}`.execute(
      database.db,
    );
  const begun = await draft(officer(), 'phong-qlvhgd');
  const covered = await saveRevision(officer(), { ...at(begun), ...text(), coverAssetId: coverId });
  expect(first(covered).cover).toEqual({ alt: 'Chợ phiên', credit: 'Ảnh: A' });
  const sent = await submitEdition(officer(), at(covered));
  await rename('Lời khác', 'Ảnh: B');
  expect(first(await readStoryDetail(leader(), sent.id)).cover).toEqual({ alt: 'Chợ phiên', credit: 'Ảnh: A' });

  // Handed in again, the same revision carries the words that stand now.
  const back = await moveEdition(officer(), { ...at(sent), action: 'take_back', reason: '' });
  expect(first(back).cover).toEqual({ alt: 'Lời khác', credit: 'Ảnh: B' });
  const again = await submitEdition(officer(), at(back));
  await rename('Lời thứ ba', 'Ảnh: C');
  const live = await approveEdition(leader(), ports, approval(again, { when: 'now' }));
  expect(first(live).cover).toEqual({ alt: 'Lời khác', credit: 'Ảnh: B' });
  const before = await snapshotOf(first(live).id);
  expect(before.cover).toMatchObject({ alt: 'Lời khác', credit: 'Ảnh: B' });
  await expectGenuine(before);
  await expect(
    expectGenuine({ ...before, cover: before.cover && { ...before.cover, alt: 'Lời giả' } }),
  ).rejects.toThrow();

  // A change that is handed in with the same text and given up again leaves the approved words.
  const change = await startChange(officer(), { ...at(live), kind: 'update', note: 'Sửa ảnh' });
  const waiting = await submitEdition(officer(), at(change));
  expect(first(waiting).cover).toEqual({ alt: 'Lời thứ ba', credit: 'Ảnh: C' });
  const cancelled = await cancelChange(officer(), at(waiting));
  expect(first(cancelled).cover).toEqual({ alt: 'Lời khác', credit: 'Ảnh: B' });
  expect(await snapshotOf(first(live).id)).toEqual(before);
});

test('a cover without a word for it, a hidden picture and hostile characters are refused', async () => {
  const story = await draft(officer(), 'phong-qlvhgd');
  const english = await addEdition(translator(), { storyId: story.id, language: 'en', isMachineMade: false });
  const covered = await saveRevision(translator(), { ...at(english, 1), ...text('Text'), coverAssetId: assetId });
  await expect(submitEdition(translator(), at(covered, 1))).rejects.toThrow('newsroom.alternative_text_missing');
  const own = await createStory(commune(), ports, {
    kind: 'news',
    unitId: 'xa-03388',
    workingTitle: 'Tin xã',
    language: 'vi',
  });
  await expect(saveRevision(commune(), { ...at(own), ...text(), coverAssetId: assetId })).rejects.toThrow(
    'newsroom.picture_unknown',
  );
  await expect(saveRevision(commune(), { ...at(own), ...text(), title: 'a\u0000b' })).rejects.toThrow(
    'newsroom.body_not_valid',
  );
});

test('a commune sees its own stories only, by whatever way it asks', async () => {
  const story = await draft(officer(), 'phong-qlvhgd');
  await expect(readStoryDetail(commune(), story.id)).rejects.toThrow('platform.not_found');
  await expect(readStoryClauses(commune(), story.id)).rejects.toThrow('platform.not_found');
  await expect(
    readRevision(commune(), { editionId: first(story).id, revisionId: first(story).current.id }),
  ).rejects.toThrow('platform.not_found');
  await expect(saveRevision(commune(), { ...at(story), ...text() })).rejects.toThrow('platform.not_found');
  await expect(
    createStory(commune(), ports, { kind: 'news', unitId: 'phong-qlvhgd', workingTitle: 'Tin', language: 'vi' }),
  ).rejects.toThrow('not_permitted');
  const list = await readStories(commune(), { page: 1 });
  expect(list.stories.map((row) => row.unitId)).toEqual(['xa-03388']);
  expect(list.createInUnitIds).toEqual(['xa-03388']);
  const found = await readStories(leader(), { page: 1, search: 'cử tri đi', publicState: 'live', language: 'vi' });
  expect(found.total).toBeGreaterThan(0);
  expect(found.stories[0]?.editions[0]?.publicState).toBe('live');
  expect((await readStories(leader(), { page: 1, search: '100%' })).total).toBe(0);
});

async function expectGenuine(snapshot: Snapshot): Promise<void> {
  const siteSnapshot = { ...snapshot, language: snapshot.language === 'en' ? ('en' as const) : ('vi' as const) };
  expect(signedItemOf(snapshot).manifestHash).toBe(snapshot.manifestHash);
  expect((await verifySnapshot(siteSnapshot, jwks([key]))).isGenuine).toBe(true);
}
