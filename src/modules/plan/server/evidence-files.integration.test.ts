import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { createFileStore, type ErasableFileStore } from '../../../platform/files/file-store.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { uploadAsset } from '../../media/server/upload-asset.ts';
import type { HandedInKind } from '../plan.evidence.contract.ts';
import { addEvidence } from './add-evidence.ts';
import { openEvidenceFile } from './open-evidence-file.ts';
import { planRetentionRules } from './plan.retention.ts';
import { readTaskDetail } from './plan.tasks.read-model.ts';

let database: TestDatabase;
let files: ErasableFileStore;
const people = { officer: newId(Date.now()), colleague: newId(Date.now()), other: newId(Date.now()) };
const [directiveId, clauseId, planId, taskId] = Array.from({ length: 4 }, () => newId(Date.now()));

beforeAll(async () => {
  database = await createTestDatabase();
  files = createFileStore(join(database.dataFolder, 'files'));
  for (const [name, id] of Object.entries(people))
    await sql`insert into person (id, full_name, email, created_at) values (${id}, ${name}, ${`${name}@example.vn`}, now())`.execute(
      database.db,
    );
  await sql`insert into directive (id, subject, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (${directiveId}, 'Hướng dẫn', 2026, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`.execute(
    database.db,
  );
  await sql`insert into clause (id, directive_id, path, parent_path, position, depth, label, title, text, short_title, nature, mode, is_leaf, source_from, source_to, unit_ids, channel_ids, dates, created_at)
    values (${clauseId}, ${directiveId}, 'II.2/1', null, 1, 1, null, 'Mục', 'Nội dung', 'Mục', 'assignment', 'requested', true, 0, 1, '{}', '{}', '{}', now())`.execute(
    database.db,
  );
  await sql`insert into plan (id, directive_id, title, year, state, created_at) values (${planId}, ${directiveId}, 'Kế hoạch', 2026, 'confirmed', now())`.execute(
    database.db,
  );
  await sql`insert into task (id, plan_id, clause_id, unit_id, mode, state, title, created_at)
    values (${taskId}, ${planId}, ${clauseId}, 'xa-03388', 'requested', 'accepted', 'Truyền thanh', now())`.execute(
    database.db,
  );
});
afterAll(() => database.close());

const as = (role: string, unitId: string, personId: string | null = null) =>
  database.context(actorWith(role, unitId, personId === null ? {} : { personId }));
const officer = () => as('commune_officer', 'xa-03388', people.officer);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');
const photo = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#2b7550' } })
    .withExif({ IFD3: { GPSLatitude: '22/1 23/1 0/1' } })
    .jpeg()
    .toBuffer();

async function bring(bytes: Buffer, fileName: string, context: Context = officer()): Promise<string> {
  const words = { ownerUnitId: 'xa-03388', purpose: 'evidence' as const, credit: '', rights: '', altVi: '', altEn: '' };
  return (await uploadAsset(context, { files, isExample: false }, { ...words, file: { fileName, bytes } })).id;
}
const handIn = (
  kind: HandedInKind,
  assetIds: string[],
  more: { id?: string; figure?: number; figureUnit?: string; showsPeople?: boolean } = {},
) =>
  addEvidence(officer(), {
    id: more.id ?? newId(Date.now()),
    taskId: taskId ?? '',
    kind,
    title: `Minh chứng ${kind}`,
    url: null,
    assetIds,
    figure: more.figure ?? null,
    figureUnit: more.figureUnit ?? '',
    note: '',
    showsPeople: more.showsPeople ?? false,
    occurredOn: '2026-01-15',
  });
const countOf = async () =>
  Number((await sql<{ count: string }>`select count(*) from evidence`.execute(database.db)).rows[0]?.count);

test('two photos are one piece of evidence, shown without metadata; sent again it stays one', async () => {
  const assetIds = [await bring(await photo(), 'a.jpg'), await bring(await photo(), 'b.jpg')];
  const id = newId(Date.now());
  const before = await countOf();
  const added = await handIn('photo', assetIds, { id, figure: 6, figureUnit: 'lượt' });
  expect(added).toMatchObject({ figure: 6, figureUnit: 'lượt' });
  expect(added.files.map((file) => file.assetId)).toEqual(assetIds);
  const again = await Promise.all([1, 2].map(() => handIn('photo', assetIds, { id, figure: 6, figureUnit: 'lượt' })));
  expect(again.map((one) => one.id)).toEqual([id, id]);
  expect(await countOf()).toBe(before + 1);
  await expect(handIn('photo', assetIds.slice(0, 1), { id, figure: 6, figureUnit: 'lượt' })).rejects.toThrow(
    'plan.evidence_id_taken',
  );
  for (const form of ['small', 'large', 'download'] as const) {
    const file = await openEvidenceFile(officer(), files, { id, assetId: assetIds[0] ?? '', form });
    expect([file.contentType, file.isInline]).toEqual(['image/jpeg', form !== 'download']);
    expect((await sharp(await buffer(file.content as Readable)).metadata()).exif).toBeUndefined();
  }
});

test('a document is only ever downloaded, and only for those who see the evidence', async () => {
  const assetId = await bring(pdf, 'Báo cáo.pdf');
  const { id } = await handIn('file', [assetId]);
  const file = await openEvidenceFile(officer(), files, { id, assetId, form: 'download' });
  expect(file).toMatchObject({ fileName: 'Báo cáo.pdf', contentType: 'application/pdf', isInline: false });
  expect((await buffer(file.content as Readable)).equals(pdf)).toBe(true);
  await expect(openEvidenceFile(officer(), files, { id, assetId, form: 'large' })).rejects.toThrow(
    'platform.not_found',
  );
  for (const stranger of [as('commune_officer', 'xa-03390'), as('division_officer', 'phong-ttbcxb')])
    await expect(openEvidenceFile(stranger, files, { id, assetId, form: 'download' })).rejects.toThrow(
      'platform.not_found',
    );
  const elsewhere = await handIn('photo', [await bring(await photo(), 'c.jpg')]);
  await expect(openEvidenceFile(officer(), files, { id: elsewhere.id, assetId, form: 'download' })).rejects.toThrow(
    'platform.not_found',
  );
});

test('a signed sheet is seen by its unit, by those who accept it and by auditors, by nobody else', async () => {
  const assetId = await bring(pdf, 'Danh sách ký.pdf');
  const { id } = await handIn('signed_sheet', [assetId]);
  const sees = async (context: Context) => {
    const detail = await readTaskDetail(context, taskId ?? '');
    const isListed = detail.evidence.some((item) => item.id === id);
    const opened = await openEvidenceFile(context, files, { id, assetId, form: 'download' }).catch(() => null);
    expect(opened !== null).toBe(isListed);
    expect(JSON.stringify(detail.history)).not.toContain('Minh chứng signed_sheet');
    return isListed;
  };
  expect(await sees(as('commune_approver', 'xa-03388', people.colleague))).toBe(true);
  expect(await sees(as('publishing_editor', 'phong-ttbcxb'))).toBe(true);
  expect(await sees(as('leader', 'so-vhttdl'))).toBe(true);
  expect(await sees(as('auditor', 'so-vhttdl'))).toBe(true);
  expect(await sees(as('administrator', 'so-vhttdl'))).toBe(false);
});

test('what does not fit its kind, is not the own file or lacks its unit of measure is refused', async () => {
  const [picture, document] = [await bring(await photo(), 'd.jpg'), await bring(pdf, 'e.pdf')];
  await expect(handIn('photo', [document])).rejects.toThrow('plan.asset_unfit');
  await expect(handIn('file', [picture])).rejects.toThrow('plan.asset_unfit');
  await expect(handIn('note', [picture])).rejects.toThrow('plan.asset_unfit');
  await expect(handIn('photo', [])).rejects.toThrow('plan.evidence_incomplete');
  await expect(handIn('figure', [], { figure: 3 })).rejects.toThrow('plan.evidence_incomplete');
  const ofColleague = await bring(await photo(), 'f.jpg', as('commune_officer', 'xa-03388', people.colleague));
  await expect(handIn('photo', [ofColleague])).rejects.toThrow('plan.asset_unknown');
});

test('people on a photo who agreed are said to the reviewer; unsaid, nobody can be recognised', async () => {
  const id = newId(Date.now());
  const assetIds = [await bring(await photo(), 'g.jpg')];
  expect((await handIn('photo', assetIds, { id, showsPeople: true })).showsPeople).toBe(true);
  await expect(handIn('photo', assetIds, { id })).rejects.toThrow('plan.evidence_id_taken');
  const { evidence } = await readTaskDetail(as('publishing_editor', 'phong-ttbcxb'), taskId ?? '');
  expect(evidence.find((item) => item.id === id)?.showsPeople).toBe(true);
  expect((await handIn('photo', [await bring(await photo(), 'h.jpg')])).showsPeople).toBe(false);
  // Handed in before the question was asked: nobody said anything.
  const early = newId(Date.now());
  await handIn('photo', [await bring(await photo(), 'i.jpg')], { id: early });
  await database.db.updateTable('evidence').set({ shows_people: null }).where('id', '=', early).execute();
  const read = await readTaskDetail(as('publishing_editor', 'phong-ttbcxb'), taskId ?? '');
  expect(read.evidence.find((item) => item.id === early)?.showsPeople).toBeNull();
  // Only photos show people.
  expect((await handIn('note', [], { showsPeople: true })).showsPeople).toBe(false);
});

test('a file that was brought and never handed in is erased after seven days, with its bytes; what is used stays', async () => {
  const picture = (background: string) =>
    sharp({ create: { width: 700, height: 500, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const unused = await bring(await picture('#a1b2c3'), 'chưa nộp.jpg');
  const used = await bring(await picture('#c3b2a1'), 'đã nộp.jpg');
  const twin = await bring(await picture('#a1c3b2'), 'một.jpg');
  const sameBytes = await bring(await picture('#a1c3b2'), 'hai.jpg');
  await handIn('photo', [used, sameBytes]);
  const sha256Of = async (id: string) =>
    (await sql<{ sha256: string }>`select sha256 from asset where id = ${id}`.execute(database.db)).rows[0]?.sha256 ??
    '';
  const [gone, kept, shared] = [await sha256Of(unused), await sha256Of(used), await sha256Of(twin)];
  const [rule] = planRetentionRules(files);
  const eraseAt = (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    return rule?.erase({ ...database.context(), clock: { now: () => now } }, new Date(now.getTime() - 7 * 86_400_000));
  };
  expect(await eraseAt(6)).toBe(0);
  expect(await eraseAt(8)).toBeGreaterThanOrEqual(2);
  expect(await eraseAt(8)).toBe(0);
  expect(await Promise.all([unused, twin, used].map(sha256Of))).toEqual(['', '', kept]);
  const opened = await Promise.all([gone, kept, shared].map((sha256) => files.open(sha256)));
  expect(opened.map((file) => file !== null)).toEqual([false, true, true]);
  for (const file of opened) file?.content.destroy();
});

test('bytes that were put again are not erased under who relies on them', async () => {
  const bytes = Buffer.from('minh chứng');
  const sha256 = await files.put(bytes);
  await files.put(bytes);
  expect(await files.erase(sha256, new Date(Date.now() - 60_000))).toBe(false);
  expect(await files.erase(sha256, new Date(Date.now() + 60_000))).toBe(true);
  expect(await files.erase(sha256, new Date(Date.now() + 60_000))).toBe(false);
});
