import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { checkDocument } from '../../../platform/documents/check/check-document.ts';
import { createFileStore, type FileStore } from '../../../platform/files/file-store.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmDirective } from '../../directives/server/confirm-directive.ts';
import { applyCorrection } from '../../directives/server/correction/apply-correction.ts';
import { readCorrection } from '../../directives/server/correction/correction.read-model.ts';
import { readDirectiveDetail } from '../../directives/server/directives.read-model.ts';
import { importDirective } from '../../directives/server/import-directive.ts';
import { checkWritten, mendDraft } from './check-draft.ts';
import { correctReceived } from './correct-received.ts';
import { createTemplate, retireTemplate, saveTemplate } from './edit-template.ts';
import { followCorrectedDirective } from './follow-corrected-directive.ts';
import { downloadDocument, downloadFile, previewDocument, readSheet } from './open-document.ts';
import { receiveDocument } from './receive-document.ts';
import { registerDirective } from './register-directive.ts';
import { registerOutgoing } from './register-outgoing.ts';
import { readDocumentDetail, readDocuments } from './registry.read-model.ts';
import { readTemplateDetail, readTemplates } from './registry.templates.read-model.ts';
import { setNextNumber } from './set-next-number.ts';
import { signDocument } from './sign-document.ts';
import { discardDocument, saveDocument, writeDocument } from './write-document.ts';

const clock = createTestClock('2026-11-25T02:00:00Z');
const signer = {
  onBehalfOf: null,
  authority: 'KT.' as const,
  headPost: 'Giám đốc',
  post: 'Phó Giám đốc',
  name: 'Người Ký Thử',
};

describe('the register', () => {
  let database: TestDatabase;
  let files: FileStore;
  let editor: Context;
  let leader: Context;
  let officer: Context;
  let commune: Context;
  beforeAll(async () => {
    database = await createTestDatabase({ connections: 25 });
    files = createFileStore(join(database.dataFolder, 'files'));
    const as = (role: string, unitId: string) => ({ ...database.context(actorWith(role, unitId)), clock });
    editor = as('publishing_editor', 'phong-ttbcxb');
    leader = as('leader', 'so-vhttdl');
    officer = as('division_officer', 'phong-qlvhgd');
    commune = as('commune_approver', 'xa-03583');
  });
  afterAll(() => database.close());

  const list = (context: Context, more: Partial<Parameters<typeof readDocuments>[1]> = {}) =>
    readDocuments(context, { direction: 'out', page: 1, sort: 'newest', ...more });

  async function letter(context: Context, changes: { viec?: string } = {}): Promise<string> {
    const id = await writeDocument(context, { templateId: 'phoi-hop' });
    const { content, version } = await readDocumentDetail(context, id, false);
    if (!content) throw new Error('no content');
    const values = {
      don_vi: 'Ủy ban nhân dân xã Khổng Lào',
      viec: changes.viec ?? 'tuyên truyền Lễ hội Then Kin Pang',
      can_cu: 'Hướng dẫn số 12/HD-SVHTTDL',
      noi_dung: 'Treo băng rôn tại trung tâm xã.',
      thoi_han: '2026-12-05',
    };
    await saveDocument(context, { id, version, content: { ...content, values } });
    return id;
  }

  async function sign(context: Context, id: string, isExample = false): Promise<void> {
    const { version } = await readDocumentDetail(context, id, false);
    await signDocument(context, { id, version, signer, files, isExample });
  }

  async function bytesOf(context: Context, id: string): Promise<Buffer> {
    const { content } = await downloadDocument(context, { id, files, isExample: false });
    if (Buffer.isBuffer(content)) return content;
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  }

  it('a letter written from a template gets its number at signing, and passes the checker', async () => {
    const id = await letter(officer);
    const draft = checkDocument(await bytesOf(officer, id));
    expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await expect(sign(editor, id)).rejects.toMatchObject({ code: 'platform.not_permitted' });
    await sign(leader, id);
    const signed = await readDocumentDetail(officer, id, false);
    expect(signed).toMatchObject({
      state: 'issued',
      registerNumber: 1,
      codeNumber: '01',
      symbol: 'SVHTTDL-TTBCXB',
      subject: 'phối hợp tuyên truyền Lễ hội Then Kin Pang',
      issuedOn: '2026-11-25',
      details: { signerPosition: 'Phó Giám đốc', signerName: 'Người Ký Thử', to: ['Ủy ban nhân dân xã Khổng Lào'] },
      abilities: { edit: false, sign: false },
    });
    expect(signed.history.map(({ action }) => action)).toEqual(['sign', 'edit', 'create']);
    const bytes = await bytesOf(officer, id);
    expect(checkDocument(bytes).findings).toEqual([]);
    const words = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    for (const part of ['Số: 01/SVHTTDL-TTBCXB', 'trước ngày 05/12/2026', 'KT. GIÁM ĐỐC'])
      expect(words).toContain(part);
    await expect(
      saveDocument(editor, { id, version: signed.version, content: signed.content as never }),
    ).rejects.toMatchObject({
      code: 'registry.already_issued',
    });
  });

  it('a draft is thrown away and leaves no gap; what has a number stays', async () => {
    const id = await letter(officer, { viec: 'bỏ đi' });
    const { version } = await readDocumentDetail(officer, id, false);
    await expect(discardDocument(officer, { id, version: version - 1 })).rejects.toMatchObject({
      code: 'platform.version_conflict',
    });
    await discardDocument(officer, { id, version });
    await expect(readDocumentDetail(officer, id, false)).rejects.toMatchObject({ code: 'platform.not_found' });
    expect((await list(officer, { search: 'bỏ đi' })).documents).toEqual([]);
    const [issued] = (await list(leader, { state: 'issued', kind: 'CV' })).documents;
    const kept = await readDocumentDetail(leader, issued?.id ?? '', false);
    await expect(discardDocument(leader, { id: kept.id, version: kept.version })).rejects.toMatchObject({
      code: 'registry.already_issued',
    });
    expect((await readSheet(officer, kept.id)).html).toContain('Số: 01/SVHTTDL-TTBCXB');
  });

  it('a draft is checked before it is signed, and its slips of writing are mended in one click', async () => {
    const id = await letter(editor, { viec: 'tuyên  truyền , cổ động theo Kế hoạch số 12/ KH - SVHTTDL' });
    const before = await checkWritten(editor, { id, isExample: false });
    const mendable = before.findings.filter(({ canMend }) => canMend).map(({ rule }) => rule);
    expect(new Set(mendable)).toEqual(new Set(['text.double_space', 'text.space_before_mark', 'text.symbol_spaces']));
    const { version } = await readDocumentDetail(editor, id, false);
    await expect(mendDraft(editor, { id, version: version - 1 })).rejects.toMatchObject({
      code: 'platform.version_conflict',
    });
    await mendDraft(editor, { id, version });
    const { content } = await readDocumentDetail(editor, id, false);
    expect(content?.values.viec).toBe('tuyên truyền, cổ động theo Kế hoạch số 12/KH-SVHTTDL');
    expect((await checkWritten(editor, { id, isExample: false })).findings).toEqual([]);
    await expect(checkWritten(commune, { id, isExample: false })).rejects.toMatchObject({ code: 'platform.not_found' });
    const now = await readDocumentDetail(editor, id, false);
    await discardDocument(editor, { id, version: now.version });
  });

  it('a field without a value is refused at signing, and named', async () => {
    const id = await writeDocument(editor, { templateId: 'don-doc' });
    await expect(sign(leader, id)).rejects.toMatchObject({
      code: 'registry.fields_missing',
      details: { fields: ['viec', 'don_vi', 'can_cu', 'thoi_han'] },
    });
    expect((await readDocumentDetail(editor, id, false)).registerNumber).toBeNull();
  });

  it('fifty who sign at once get fifty numbers without a gap or a double, also when some give up', async () => {
    const before = await list(leader, { kind: 'TB', state: 'issued' });
    expect(before.total).toBe(0);
    const attempts = Array.from({ length: 50 }, (_, place) =>
      inTransaction(leader, async (inside) => {
        const { number } = await registerOutgoing(inside, {
          unitId: 'so-vhttdl',
          kind: 'TB',
          symbol: 'TB-SVHTTDL',
          agency: 'Sở',
          subject: `Thông báo ${place}`,
          signer,
          to: [],
          source: { kind: 'test', id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}` },
        });
        if (place % 5 === 0) throw new Error('given up');
        return number;
      }).catch(() => null),
    );
    const numbers = (await Promise.all(attempts)).flatMap((number) => number ?? []).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  });

  it('numbers begin anew each year and for each kind, and each unit has its own', async () => {
    const source = (end: string) => ({ kind: 'test', id: `00000000-0000-7000-9000-${end.padStart(12, '0')}` });
    const common = { symbol: 'X', agency: 'X', subject: 'X', signer, to: [] };
    const take = (context: Context, kind: string, unitId: string, end: string) =>
      inTransaction(context, (inside) => registerOutgoing(inside, { ...common, kind, unitId, source: source(end) }));
    expect((await take(leader, 'GM', 'so-vhttdl', '1')).number).toBe(1);
    expect((await take(leader, 'GM', 'so-vhttdl', '2')).number).toBe(2);
    expect((await take(leader, 'GM', 'xa-03583', '3')).number).toBe(1);
    const nextYear = { ...leader, clock: createTestClock('2026-12-31T18:00:00Z') };
    expect(await take(nextYear, 'GM', 'so-vhttdl', '4')).toMatchObject({ number: 1, issuedOn: '2027-01-01' });
  });

  it('a register kept elsewhere is gone on with, never back', async () => {
    const next = { direction: 'out' as const, kind: 'KH', year: 2026, nextNumber: 45 };
    await expect(setNextNumber(editor, next)).rejects.toMatchObject({ code: 'platform.not_permitted' });
    await setNextNumber(leader, next);
    await expect(setNextNumber(leader, { ...next, nextNumber: 45 })).rejects.toMatchObject({
      code: 'registry.number_back',
    });
    const { number } = await inTransaction(leader, (inside) =>
      registerOutgoing(inside, {
        unitId: 'so-vhttdl',
        kind: 'KH',
        symbol: 'KH-SVHTTDL',
        agency: 'Sở',
        subject: 'Kế hoạch',
        signer,
        to: [],
        source: { kind: 'test', id: '00000000-0000-7000-a000-000000000001' },
      }),
    );
    expect(number).toBe(45);
  });

  const received = {
    kind: 'CV',
    codeNumber: '812',
    symbol: 'UBND-VX',
    agency: 'Ủy ban nhân dân tỉnh Lai Châu',
    subject: 'Tăng cường thông tin đối ngoại',
    issuedOn: '2026-11-20',
    arrivedOn: '2026-11-24',
    dueOn: '2026-12-10',
    signerPosition: '',
    signerName: '',
    toPlaces: 'Phòng TTBCXB',
    priority: 1,
  };

  it('a document that came in is kept as it came, gets its arrival number, and is found by the words inside', async () => {
    const { letter: example } = (await import('../../../platform/testing/official-documents.ts')).exampleDocuments;
    const { writeOfficialDocument } = await import('../../../platform/documents/write-official-document.ts');
    if (!example) throw new Error('no letter');
    const bytes = await writeOfficialDocument(example);
    const file = { fileName: 'cong-van.docx', bytes };
    const { id, registerNumber } = await receiveDocument(editor, { ...received, file, files });
    expect(registerNumber).toBe(1);
    const again = await receiveDocument(editor, { ...received, id, file, files });
    expect(again).toEqual({ id, registerNumber: 1 });
    const kept = await downloadFile(editor, { id, position: 0, files });
    if (Buffer.isBuffer(kept.content)) throw new Error('a stream was expected');
    const hash = createHash('sha256');
    for await (const part of kept.content) hash.update(part);
    expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    const found = await list(editor, { direction: 'in', search: 'then kin pang' });
    expect(found.documents.map((row) => row.id)).toEqual([id]);
    expect((await list(commune, { direction: 'in', search: 'then kin pang' })).documents).toEqual([]);
  });

  it('what was mistyped of an arrival is corrected; its number and its year stay, the history tells', async () => {
    const { id, registerNumber } = await receiveDocument(editor, {
      ...received,
      subject: 'Sai chữ',
      file: null,
      files,
    });
    const { version } = await readDocumentDetail(editor, id, false);
    const right = { ...received, id, version, subject: 'Đúng chữ' };
    await expect(correctReceived(officer, right)).rejects.toMatchObject({ code: 'platform.not_permitted' });
    await expect(correctReceived(commune, right)).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(correctReceived(editor, { ...right, arrivedOn: '2027-01-02' })).rejects.toMatchObject({
      code: 'registry.year_fixed',
    });
    await correctReceived(editor, right);
    await expect(correctReceived(editor, right)).rejects.toMatchObject({ code: 'platform.version_conflict' });
    const corrected = await readDocumentDetail(editor, id, false);
    expect(corrected).toMatchObject({ registerNumber, subject: 'Đúng chữ' });
    expect(corrected.history[0]).toMatchObject({ action: 'correct', before: { subject: 'Sai chữ' } });
    expect((await list(editor, { direction: 'in', search: 'đúng chữ' })).documents.map((row) => row.id)).toEqual([id]);
  });

  it('many who enter arrivals at once get numbers in a row, and a PDF is found by its words', async () => {
    const before = (await list(editor, { direction: 'in' })).total;
    const bytes = readFileSync('tests/fixtures/documents/letter-two-columns.pdf');
    const entered = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        receiveDocument(editor, {
          ...received,
          subject: `Văn bản thứ ${place}`,
          file: place === 0 ? { fileName: 'cong-van.pdf', bytes } : null,
          files,
        }),
      ),
    );
    const numbers = entered.map(({ registerNumber }) => registerNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, place) => before + place + 1));
    const found = await list(editor, { direction: 'in', search: 'de nghi phoi hop' });
    expect(found.documents.map(({ id }) => id)).toContain(entered[0]?.id);
  });

  it('a directive that was confirmed stands among the documents in, once, with its file', async () => {
    const bytes = readFileSync('tests/fixtures/documents/party-guidance.docx');
    const file = { fileName: 'huong-dan.docx', bytes };
    const { id: directiveId } = await importDirective(editor, { file }, { files });
    await registerDirective(editor, { directiveId });
    expect((await list(editor, { direction: 'in', kind: 'HD' })).total).toBe(0);
    await confirmDirective(editor, { id: directiveId, version: 1 });
    await registerDirective(editor, { directiveId });
    await registerDirective(editor, { directiveId });
    const { documents } = await list(editor, { direction: 'in', kind: 'HD' });
    expect(documents).toHaveLength(1);
    const detail = await readDocumentDetail(editor, documents[0]?.id ?? '', false);
    expect(detail).toMatchObject({ arrivedOn: expect.any(String), source: { kind: 'directive', id: directiveId } });
    expect(detail.files).toMatchObject([{ name: 'huong-dan.docx', bytes: bytes.length }]);
  });

  it('a corrected edition of a directive mends its entry and stands beside the file that came first', async () => {
    const first = readFileSync('tests/fixtures/documents/party-guidance.docx');
    const { documents: entries } = await list(editor, { direction: 'in', kind: 'HD' });
    const entry = await readDocumentDetail(editor, entries[0]?.id ?? '', false);
    const targetId = entry.source?.id ?? '';
    const { sourceText } = await readDirectiveDetail(editor, targetId);
    const bytes = Buffer.from(`${sourceText}\n2. Việc được thêm trong bản sửa.\n`, 'utf8');
    const file = { fileName: 'huong-dan-sua.txt', bytes };
    const { id } = await importDirective(editor, { file }, { files });
    const { rows } = await readCorrection(editor, { id, targetId });
    const pairs = rows.flatMap((row) => (row.earlierId === null ? [] : [{ path: row.path, earlierId: row.earlierId }]));
    await applyCorrection(editor, { id, targetId, version: 1, pairs });
    await followCorrectedDirective(editor, { directiveId: targetId });
    await followCorrectedDirective(editor, { directiveId: targetId });
    const { documents } = await list(editor, { direction: 'in', kind: 'HD' });
    expect(documents).toHaveLength(1);
    const detail = await readDocumentDetail(editor, documents[0]?.id ?? '', false);
    expect(detail.files.map((each) => [each.name, each.bytes])).toEqual([
      ['huong-dan.docx', first.length],
      ['huong-dan-sua.txt', bytes.length],
    ]);
    expect(detail.history.filter((row) => row.action === 'correct')).toHaveLength(1);
  });

  it('refuses a mark of secrecy, a program, dates the wrong way round, and keeps nothing of them', async () => {
    const secret = { fileName: 'a.txt', bytes: Buffer.from('UBND TỈNH\nTUYỆT MẬT\nNội dung') };
    const program = { fileName: 'a.exe', bytes: Buffer.from('MZ') };
    const disguised = { fileName: 'a.pdf', bytes: Buffer.from('MZ') };
    await expect(receiveDocument(editor, { ...received, file: secret, files })).rejects.toMatchObject({
      code: 'registry.secret_document',
    });
    await expect(receiveDocument(editor, { ...received, file: program, files })).rejects.toMatchObject({
      code: 'registry.file_type',
    });
    await expect(receiveDocument(editor, { ...received, file: disguised, files })).rejects.toMatchObject({
      code: 'registry.file_type',
    });
    await expect(
      receiveDocument(editor, { ...received, arrivedOn: '2026-11-01', file: null, files }),
    ).rejects.toMatchObject({ code: 'registry.dates_reversed' });
    await expect(
      receiveDocument(editor, { ...received, arrivedOn: '2099-01-01', file: null, files }),
    ).rejects.toMatchObject({ code: 'registry.arrives_later' });
    await expect(receiveDocument(officer, { ...received, file: null, files })).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
    expect((await list(editor, { direction: 'in', search: 'TUYỆT MẬT' })).total).toBe(0);
  });

  it('a commune keeps its own register, and sees no other', async () => {
    const id = await letter(commune, { viec: 'giữ vệ sinh' });
    await sign(commune, id);
    const own = await readDocumentDetail(commune, id, false);
    expect(own).toMatchObject({
      unitId: 'xa-03583',
      agency: 'Ủy ban nhân dân xã Khổng Lào',
      symbol: 'UBND-VHXH',
      registerNumber: 1,
    });
    const { documents } = await list(commune);
    expect(documents.every(({ unitId }) => unitId === 'xa-03583')).toBe(true);
    const { documents: ofDepartment } = await list(officer, { kind: 'CV', state: 'issued' });
    const theirs = ofDepartment[0]?.id ?? '';
    await expect(readDocumentDetail(commune, theirs, false)).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(downloadFile(commune, { id: theirs, position: 0, files })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
    const stranger = { ...database.context(actorWith('partner_editor', 'tap-chi-van-nghe')), clock };
    expect((await list(stranger)).total).toBe(0);
  });

  it('is sorted, filtered and counted in the database', async () => {
    const byNumber = await list(leader, { kind: 'TB', sort: 'number' });
    expect(byNumber.documents.map(({ registerNumber }) => registerNumber).slice(0, 3)).toEqual([40, 39, 38]);
    expect((await list(leader, { kind: 'TB', year: 2025 })).total).toBe(0);
    expect(byNumber.years).toContain(2026);
  });

  it('a template is changed as a new version; wrong fields are refused; what was begun stays as it was', async () => {
    const id = await createTemplate(editor, { copyOf: 'thong-bao', name: 'Thông báo của phòng' });
    const begun = await writeDocument(editor, { templateId: id });
    const { content, version } = await readTemplateDetail(editor, id);
    const bad = { ...content, body: `${content.body}\n{{chua_khai}} {{Sai}} {{hở` };
    await expect(saveTemplate(editor, { id, version, name: 'Mẫu', content: bad })).rejects.toMatchObject({
      code: 'registry.fields_wrong',
      details: {
        problems: [{ kind: 'malformed' }, { kind: 'bad_name', name: 'Sai' }, { kind: 'undeclared', name: 'chua_khai' }],
      },
    });
    const changed = { ...content, body: 'Nội dung mới: {{noi_dung}}, {{don_vi}}, {{viec}}' };
    await saveTemplate(editor, { id, version, name: 'Thông báo ngắn', content: changed });
    await expect(saveTemplate(editor, { id, version, name: 'Mẫu', content: changed })).rejects.toMatchObject({
      code: 'platform.version_conflict',
    });
    const kept = await readTemplateDetail(editor, id);
    expect(kept.versions.map((each) => `${each.version} ${each.name}`)).toEqual([
      '2 Thông báo ngắn',
      '1 Thông báo của phòng',
    ]);
    expect(kept.history.map(({ action }) => action)).toEqual(['edit', 'create']);
    expect((await readDocumentDetail(editor, begun, false)).content?.body).toBe(content.body);
    await expect(
      saveTemplate(commune, { id: 'thong-bao', version: 1, name: 'Mẫu', content: changed }),
    ).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
    await retireTemplate(editor, id);
    expect((await readTemplates(editor)).templates.map((row) => row.id)).not.toContain(id);
  });

  it('every template that is shipped is without a problem, and its document passes the checker', async () => {
    const { templates } = JSON.parse(readFileSync('data/document-templates.json', 'utf8'));
    const shipped = await readTemplates(leader);
    for (const { id, kind } of templates) {
      expect(shipped.templates.map((row) => row.id)).toContain(id);
      const document = await writeDocument(leader, { templateId: id });
      const { content, version } = await readDocumentDetail(leader, document, false);
      if (!content) throw new Error('no content');
      const values = Object.fromEntries(
        content.fields.map(({ name, kind: field }) => [name, field === 'date' ? '2026-12-05' : 'việc cụ thể']),
      );
      await saveDocument(leader, { id: document, version, content: { ...content, values } });
      await sign(leader, document);
      const { findings } = checkDocument(await bytesOf(leader, document));
      expect([kind, findings.filter(({ severity }) => severity !== 'note')]).toEqual([kind, []]);
    }
  });

  it('the preview tells which fields wait, and holds what was written as text', async () => {
    const id = await writeDocument(editor, { templateId: 'giay-moi' });
    const { content, kind } = await readDocumentDetail(editor, id, false);
    if (!content) throw new Error('no content');
    const values = { ...content.values, su_kien: '<script>họp</script>' };
    const { html, missing } = await previewDocument(editor, { kind, content: { ...content, values }, isExample: true });
    expect(html).toContain('&lt;script&gt;họp');
    expect(html).not.toContain('<script');
    expect(missing).toContain('khach');
    expect(missing).not.toContain('su_kien');
  });
});
