import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, paragraph } from '../../../../tests/fixtures/documents/docx-parts.ts';
import type { Context } from '../../../platform/context.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import type { ClauseChange, ReviewedDirective } from '../directives.contract.ts';
import { confirmDirective } from './confirm-directive.ts';
import { readDirectiveDetail, readDirectivesToReview, readLeafClauses } from './directives.read-model.ts';
import { importDirective } from './import-directive.ts';
import { openDirectiveFile } from './open-directive-file.ts';
import { listClauses } from './parser/clause-queries.ts';
import { reviewDirective } from './review-directive.ts';

function changeAt(reviewed: ReviewedDirective, path: string): ClauseChange {
  const clause = listClauses(reviewed).find((placed) => placed.clause.path === path)?.clause;
  if (!clause) throw new Error(`no clause ${path}`);
  const { title, text, nature, mode } = clause;
  return { path, title, text, nature, mode, unitIds: [], channelIds: [] };
}

const guidance = readFileSync('data/guidance/huong-dan-2026.txt');

describe('the guidance of 2026 in the desk', () => {
  let database: TestDatabase;
  let editor: Context;
  let id: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
    ({ id } = await importDirective(editor, { file: { fileName: 'huong-dan-2026.txt', bytes: guidance } }));
  });
  afterAll(() => database.close());

  it('is not taken in twice', async () => {
    expect(await importDirective(editor, { file: { fileName: 'bản khác.txt', bytes: guidance } })).toEqual({
      id,
      isNew: false,
    });
  });

  it('is the same document when it is pasted, where a form makes each line end CRLF', async () => {
    const text = guidance.toString('utf8').replaceAll('\n', '\r\n');
    expect(await importDirective(editor, { text, file: null })).toEqual({ id, isNew: false });
  });

  it('is stored once when two bring the same text at the same moment', async () => {
    const text = 'HƯỚNG DẪN\nVề việc quảng bá hình ảnh tỉnh nhà\n\nI. NỘI DUNG\n1. Tuyên truyền về biên giới hòa bình.';
    const answers = await Promise.all([1, 2, 3].map(() => importDirective(editor, { text, file: null })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
    const taken = { id: answers[0]?.id, text: `${text}\n2. Tuyên truyền về con người.`, file: null };
    await expect(importDirective(editor, taken)).rejects.toMatchObject({ code: 'directives.id_taken' });
  });

  it('cannot be confirmed while it has no subject or no clause', async () => {
    const text = 'Căn cứ tình hình thực tế của địa phương, đề nghị các đơn vị phối hợp thực hiện tuyên truyền.';
    const half = await importDirective(editor, { text, file: null });
    await expect(confirmDirective(editor, { id: half.id, version: 1 })).rejects.toMatchObject({
      code: 'directives.no_subject',
    });
    const heading = { number: null, symbol: null, subject: 'Tuyên truyền', date: null, year: null };
    await reviewDirective(editor, { id: half.id, version: 1, heading, clauses: [], decisions: {} });
    await expect(confirmDirective(editor, { id: half.id, version: 2 })).rejects.toMatchObject({
      code: 'directives.no_clauses',
    });
  });

  it('cannot be seen by a commune before it is confirmed', async () => {
    const commune = database.context(actorWith('commune_officer', 'xa-03583'));
    await expect(readDirectiveDetail(commune, id)).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(importDirective(commune, { text: 'Số: 1/HD', file: null })).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
  });

  it('keeps the corrections of a person, mends an accepted slip, and refuses a stale save', async () => {
    const { version, reviewed } = await readDirectiveDetail(editor, id);
    const slip = reviewed.repairs.findIndex((repair) => repair.kind === 'recognition-slip');
    const review = {
      id,
      version,
      heading: {
        number: 15,
        symbol: reviewed.symbol,
        subject: 'Công tác thông tin đối ngoại năm 2026',
        date: '2026-02-03',
        year: 2026,
      },
      clauses: [],
      decisions: { [slip]: 'accepted' as const },
    };
    await reviewDirective(editor, review);
    await expect(reviewDirective(editor, review)).rejects.toMatchObject({
      code: 'platform.version_conflict',
      details: { current: version + 1 },
    });
    const after = await readDirectiveDetail(editor, id);
    expect(after).toMatchObject({ number: 15, issuedOn: '2026-02-03', version: version + 1 });
    const clause = listClauses(after.reviewed).find(({ clause: { source } }) => {
      const at = reviewed.repairs[slip]?.at ?? -1;
      return at >= source.from && at < source.to;
    })?.clause;
    expect(clause?.text).toContain(reviewed.repairs[slip]?.after);
    expect(after.history[0]).toMatchObject({
      action: 'review',
      before: { number: null, date: null },
      after: { number: '15', date: '2026-02-03', [clause?.path ?? '']: clause?.text },
    });
    const stranger = { ...changeAt(after.reviewed, 'II.1.a/2'), channelIds: ['kenh-la'] };
    await expect(
      reviewDirective(editor, { ...review, version: after.version, clauses: [stranger] }),
    ).rejects.toMatchObject({ code: 'directives.unknown_channel' });
  });

  it('lets a person charge another unit and name a channel', async () => {
    const { version, reviewed, number, symbol, subject, issuedOn, year } = await readDirectiveDetail(editor, id);
    const change = { ...changeAt(reviewed, 'II.1.a/2'), unitIds: ['tt-vhnt'], channelIds: ['trang-du-lich'] };
    const heading = { number, symbol, subject, date: issuedOn, year };
    await reviewDirective(editor, { id, version, heading, clauses: [change], decisions: {} });
  });

  it('lets a person mend the tree step by step, tells it in the history, and refuses what is not possible', async () => {
    const { version, reviewed, number, symbol, subject, issuedOn, year } = await readDirectiveDetail(editor, id);
    const heading = { number, symbol, subject, date: issuedOn, year };
    const review = { id, version, heading, clauses: [], decisions: {} };
    const first = { kind: 'move' as const, path: 'I.2/1', to: 'up' as const };
    await expect(reviewDirective(editor, { ...review, structure: [first] })).rejects.toMatchObject({
      code: 'directives.step_not_possible',
      details: { path: 'I.2/1' },
    });
    const text = changeAt(reviewed, 'I.2/2').text;
    const [half, rest] = [text.slice(0, 40).trim(), text.slice(40).trim()];
    const split = { kind: 'split' as const, path: 'I.2/2', first: half, second: rest };
    const down = { kind: 'move' as const, path: 'I.2/3', to: 'down' as const };
    await reviewDirective(editor, { ...review, structure: [split, down] });
    const mended = await readDirectiveDetail(editor, id);
    expect(changeAt(mended.reviewed, 'I.2/4').text).toBe(rest);
    expect(mended.history[0]?.after).toMatchObject({ structure: 'I.2/2 ÷; I.2/3 ↓' });
    const back = { kind: 'move' as const, path: 'I.2/4', to: 'up' as const };
    const whole = { kind: 'merge' as const, path: 'I.2/3', text };
    await reviewDirective(editor, { ...review, version: version + 1, structure: [back, whole] });
    expect((await readDirectiveDetail(editor, id)).reviewed.clauses).toEqual(reviewed.clauses);
  });

  it('waits for the editors on their home page, and for nobody else', async () => {
    const items = await readDirectivesToReview(editor);
    expect(items).toContainEqual(expect.objectContaining({ id, kind: 'directives.review', link: `/directives/${id}` }));
    expect(await readDirectivesToReview(database.context(actorWith('division_officer', 'tt-vhnt')))).toEqual([]);
  });

  it('gives 31 leaf clauses once it is confirmed, and says so to whoever listens', async () => {
    const { version } = await readDirectiveDetail(editor, id);
    await confirmDirective(editor, { id, version });
    const leaves = await readLeafClauses(database.db, id);
    expect(leaves).toHaveLength(31);
    const rows = await database.db
      .selectFrom('clause')
      .select(['path', 'mode', 'unit_ids', 'channel_ids', 'dates'])
      .where('directive_id', '=', id)
      .execute();
    const at = (path: string) => rows.find((row) => row.path === path);
    expect(at('II.1.a/1')).toMatchObject({ mode: 'assigned', unit_ids: ['phong-ttbcxb'] });
    expect(at('II.1.a/1')?.channel_ids).toHaveLength(7);
    expect(at('II.1.a/2')).toMatchObject({ unit_ids: ['tt-vhnt'], channel_ids: ['trang-du-lich'] });
    expect(at('II.2/1')).toMatchObject({ mode: 'requested', unit_ids: ['group:communes'] });
    expect(at('I.1.2/2')?.dates).toEqual(['2026-03-15']);
    const events = await database.db.selectFrom('outbox_event').select(['name', 'payload']).execute();
    expect(events).toEqual([{ name: 'directives.confirmed', payload: { directiveId: id, proposesPlan: true } }]);
    await expect(confirmDirective(editor, { id, version: version + 1 })).rejects.toMatchObject({
      code: 'directives.already_confirmed',
    });
  });

  it.each([
    ['directives.empty_document', '  \n '],
    [
      'directives.secret_document',
      'MẬT\n\nSố: 12/HD-SVHTTDL\n\nHƯỚNG DẪN Công tác bí mật\n\nI. NỘI DUNG\n\n1. Tuyên truyền về biên giới.',
    ],
    ['directives.not_vietnamese', 'Dear Sir or Madam, please find attached the minutes of our last meeting in Paris.'],
    ['directives.not_text', '\u0000\u0001\u0002PK\u0003\u0004\u0000\u0000\u0000'],
    ['platform.document_foreign', 'GIF89a'],
  ])('refuses what it must (%s) and stores nothing', async (code, text) => {
    const before = await database.db.selectFrom('directive').select('id').execute();
    const file = { fileName: 'tệp.txt', bytes: Buffer.from(text) };
    await expect(importDirective(editor, { file })).rejects.toMatchObject({ code });
    expect(await database.db.selectFrom('directive').select('id').execute()).toEqual(before);
  });

  it('has the rows of a table of tasks as clauses: who leads and helps, until when, how often, how much; a person corrects them', async () => {
    const bytes = readFileSync('tests/fixtures/documents/plan-with-table.docx');
    const { id: plan } = await importDirective(editor, { file: { fileName: 'ke-hoach.docx', bytes } });
    const { version, reviewed } = await readDirectiveDetail(editor, plan);
    const { number, symbol, subject, date, year } = reviewed;
    const heading = { number, symbol, subject: subject ?? '', date, year };
    const row = changeAt(reviewed, 'PL.I.2');
    const mended = { ...row, unitIds: ['tt-vhnt'], dueOn: '2026-07-15', expected: { kind: 'phóng sự', count: 4 } };
    const stranger = { ...mended, supportingUnitIds: ['không-có'] };
    const review = { id: plan, version, heading, decisions: {} };
    await expect(reviewDirective(editor, { ...review, clauses: [stranger] })).rejects.toMatchObject({
      code: 'directives.unknown_unit',
    });
    await reviewDirective(editor, { ...review, clauses: [mended] });
    const { history } = await readDirectiveDetail(editor, plan);
    expect(history[0]?.after).toEqual({ 'PL.I.2 dueOn': '2026-07-15', 'PL.I.2 expected': '4 phóng sự' });
    await confirmDirective(editor, { id: plan, version: version + 1 });
    const rows = await database.db
      .selectFrom('clause')
      .select(['path', 'unit_ids', 'supporting_unit_ids', 'due_on', 'rhythm', 'expected_kind', 'expected_count'])
      .where('directive_id', '=', plan)
      .where('is_leaf', '=', true)
      .where('path', 'like', 'PL%')
      .orderBy('position')
      .execute();
    expect(rows).toHaveLength(13);
    expect(rows.slice(0, 3)).toMatchObject([
      { unit_ids: ['phong-ttbcxb'], supporting_unit_ids: ['group:department-units'], due_on: '2026-03-15' },
      { unit_ids: ['tt-vhnt'], supporting_unit_ids: ['xa-03549'], due_on: '2026-07-15', expected_count: 4 },
      { unit_ids: ['tt-vhnt'], rhythm: 'monthly', expected_kind: 'buổi', expected_count: 12 },
    ]);
  });

  it('takes in a Word file, keeps it as it came, and gives it to those who may read the directive', async () => {
    const files = memoryFileStore();
    const bytes = readFileSync('tests/fixtures/documents/decision.docx');
    const { id: decision } = await importDirective(editor, { file: { fileName: 'qd-43.docx', bytes } }, { files });
    const detail = await readDirectiveDetail(editor, decision);
    expect(detail).toMatchObject({ number: 43, sourceKind: 'docx', fileBytes: bytes.length, sourceName: 'qd-43.docx' });
    const file = await openDirectiveFile(editor, files, { id: decision });
    expect((await buffer(file.content as Readable)).equals(bytes)).toBe(true);
    expect(file.fileName).toBe('qd-43.docx');
    const commune = database.context(actorWith('commune_officer', 'xa-03583'));
    await expect(openDirectiveFile(commune, files, { id: decision })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
    const pdf = { fileName: 'qd-43.pdf', bytes: readFileSync('tests/fixtures/documents/scan.pdf') };
    await expect(importDirective(editor, { file: pdf }, { files })).rejects.toMatchObject({
      code: 'platform.document_scan',
    });
    expect(files.count()).toBe(1);
  });

  it('refuses a secrecy mark in the text or header of a Word file', async () => {
    const text = paragraph('Kế hoạch công tác thông tin đối ngoại của tỉnh được triển khai thường xuyên.');
    for (const bytes of [docx(text, { header: 'MẬT' }), docx(paragraph('TUYỆT MẬT', { isCentred: true }) + text)]) {
      await expect(
        importDirective(editor, { file: { fileName: 'a.docx', bytes: Buffer.from(bytes) } }),
      ).rejects.toMatchObject({ code: 'directives.secret_document' });
    }
  });
});

function memoryFileStore(): FileStore & { count(): number } {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      return sha256;
    },
    async open(sha256) {
      const bytes = kept.get(sha256);
      return bytes ? { bytes: bytes.length, content: Readable.from([Buffer.from(bytes)]) } : null;
    },
    count: () => kept.size,
  };
}
