import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exampleDocuments } from '../../testing/official-documents.ts';
import { hasProgram } from '../../testing/system-program.ts';
import type { OfficialDocument } from '../official-document.ts';
import { findXmlFault } from '../well-formed-xml.ts';
import { writeOfficialDocument } from '../write-official-document.ts';
import { checkDocument, checkRules, mendDocument } from './check-document.ts';
import { ruleWords } from './rule-words.ts';

function example(name: string): OfficialDocument {
  const found = exampleDocuments[name];
  if (!found) throw new Error(`no example ${name}`);
  return found;
}

/** A document of our own, spoilt as a tired clerk would. */
async function spoilt(name: string, spoil: (xml: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await writeOfficialDocument(example(name)));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const changed = spoil(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...files, 'word/document.xml': strToU8(changed) });
}

const faults = (bytes: Uint8Array) =>
  checkDocument(bytes)
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ rule, expected }) => `${rule} → ${expected}`);

test.each(Object.entries(exampleDocuments))(
  'what our own writer writes as "%s" passes without errors',
  async (_, document) => {
    const { findings } = checkDocument(await writeOfficialDocument(document));
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  },
);

test('every rule has words in both languages', () => {
  for (const { id } of checkRules) expect(ruleWords[id], id).toBeDefined();
});

const slips: [name: string, kind: string, spoil: (xml: string) => string, finding: string][] = [
  ['the paper', 'notice', (xml) => xml.replace('w:h="16838"', 'w:h="15840"'), 'page.size → A4: 210 × 297 mm'],
  ['a margin', 'notice', (xml) => xml.replace('w:left="1701"', 'w:left="1134"'), 'page.margins → 30–35 mm'],
  [
    'a colour',
    'notice',
    (xml) => xml.replace('<w:sz w:val="28"/>', '<w:color w:val="0000FF"/><w:sz w:val="28"/>'),
    'page.colour → màu đen',
  ],
  [
    'the motto',
    'notice',
    (xml) => xml.replace('Độc lập - Tự do', 'Độc Lập – Tự Do'),
    'heading.motto → Độc lập - Tự do - Hạnh phúc',
  ],
  [
    'the national name',
    'notice',
    (xml) => xml.replace('CỘNG HÒA XÃ', 'CỘNG HOÀ XÃ'),
    'heading.national_name → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ],
  ['a number below ten', 'notice', (xml) => xml.replace('Số: 07/', 'Số: 7 / '), 'heading.number → Số: 07/TB-SVHTTDL'],
  [
    'the letters of a symbol',
    'notice',
    (xml) => xml.replace('TB-SVHTTDL', 'tb-SVHTTDL'),
    'heading.symbol_case → TB-SVHTTDL',
  ],
  [
    'a symbol of another kind',
    'notice',
    (xml) => xml.replace('TB-SVHTTDL', 'BC-SVHTTDL'),
    'heading.symbol_kind → TB-…',
  ],
  [
    'a day without its nought',
    'notice',
    (xml) => xml.replace('ngày 05 tháng 3', 'ngày 5 tháng 03'),
    'heading.date → Lai Châu, ngày 05 tháng 3 năm 2026',
  ],
  [
    'the kind in small letters',
    'notice',
    (xml) => xml.replace('THÔNG BÁO', 'Thông báo'),
    'heading.kind_case → THÔNG BÁO',
  ],
  ['V/v as it is often typed', 'letter', (xml) => xml.replace('V/v phối', 'V/V: phối'), 'heading.letter_mark → V/v'],
  [
    'a part in small letters',
    'plan',
    (xml) => xml.replace('MỤC ĐÍCH, YÊU CẦU', 'Mục đích, yêu cầu'),
    'body.part_case → MỤC ĐÍCH, YÊU CẦU',
  ],
  ['a number left out', 'plan', (xml) => xml.replace('>II. TỔ', '>III. TỔ'), 'body.sequence → II.'],
  ['đ passed over', 'guidance', (xml) => xml.replace('đ) Cung', 'e) Cung'), 'body.sequence → đ)'],
  [
    'text not justified',
    'guidance',
    (xml) => xml.replaceAll('<w:jc w:val="both"/>', ''),
    'body.alignment → dàn đều cả hai lề',
  ],
  [
    'an open line',
    'guidance',
    (xml) => xml.replaceAll('w:line="264"', 'w:line="480"'),
    'body.line_spacing → từ dòng đơn đến 1,5 dòng',
  ],
  [
    'a basis without its end',
    'guidance',
    (xml) => xml.replace('thông tin đối ngoại.<', 'thông tin đối ngoại<'),
    'body.bases_end → cuối dòng có dấu "."',
  ],
  [
    'a capital in a citation',
    'notice',
    (xml) => xml.replace('Đồng ý', 'Thực hiện theo quy định tại Khoản 2 Điều 5'),
    'body.citation → khoản',
  ],
  [
    'annexes in Arabic numbers',
    'plan',
    (xml) => xml.replace('>Phụ lục II<', '>Phụ lục 2<'),
    'annex.numbers → Phụ lục II',
  ],
  ['no end mark', 'notice', (xml) => xml.replace('./.', '.'), 'foot.end_mark → ./. ở cuối văn bản'],
  [
    'recipients without marks',
    'notice',
    (xml) => xml.replace('- Lãnh đạo Sở;', 'Lãnh đạo Sở'),
    'foot.recipients_marks → - Lãnh đạo Sở;',
  ],
  [
    'nothing kept',
    'notice',
    (xml) => xml.replace('- Lưu: VT, TTBCXB.', '- Văn thư.'),
    'foot.kept → - Lưu: VT, … (dòng cuối)',
  ],
  [
    '"Như trên" forgotten',
    'letter',
    (xml) => xml.replace('- Như trên;', '- Công an tỉnh;'),
    'foot.as_above → - Như trên; (dòng đầu, khi có Kính gửi)',
  ],
  ['KT without its stop', 'notice', (xml) => xml.replace('KT. GIÁM', 'KT/GIÁM'), 'foot.authority → KT. …'],
  [
    'a degree before the name',
    'notice',
    (xml) => xml.replace('>Nguyễn Văn', '>ThS. Nguyễn Văn'),
    'foot.name_titles → không ghi học hàm, học vị, danh hiệu trước họ tên',
  ],
  ['two spaces', 'notice', (xml) => xml.replace('tổ chức họp', 'tổ chức  họp'), 'text.double_space → một dấu cách'],
  [
    'a space before a comma',
    'notice',
    (xml) => xml.replace('năm 2026, Sở', 'năm 2026 , Sở'),
    'text.space_before_mark → không có dấu cách trước dấu câu',
  ],
  [
    'spaces in a symbol',
    'letter',
    (xml) => xml.replace('số 12/HD-SVHTTDL', 'số 12/HD - SVHTTDL'),
    'text.symbol_spaces → không cách chữ giữa các nhóm của ký hiệu',
  ],
  [
    'letters in pieces',
    'notice',
    (xml) => xml.replace('Đồng ý', 'Đồng ý'.normalize('NFD')),
    'text.composed → Unicode dựng sẵn (TCVN 6909:2001)',
  ],
  [
    'a common noun with a capital',
    'plan',
    (xml) => xml.replace('hình ảnh tỉnh Lai', 'hình ảnh Tỉnh Lai'),
    'text.capitals → danh từ chung chỉ đơn vị hành chính viết thường',
  ],
];

test.each(slips)('finds %s', async (_, kind, spoil, finding) => {
  expect(faults(await spoilt(kind, spoil))).toContain(finding);
});

test.each(slips)('mends %s where that is safe, and nothing else breaks', async (_, kind, spoil) => {
  const bytes = await spoilt(kind, spoil);
  const before = checkDocument(bytes).findings.filter(({ severity }) => severity !== 'note');
  const mended = mendDocument(bytes, 'all');
  for (const [path, part] of Object.entries(unzipSync(mended)))
    if (path.endsWith('.xml')) expect(`${path} ${findXmlFault(strFromU8(part))}`).toBe(`${path} null`);
  const left = checkDocument(mended).findings.filter(({ severity }) => severity !== 'note');
  expect(left.map(({ rule }) => rule)).toEqual(before.filter(({ canMend }) => !canMend).map(({ rule }) => rule));
});

test('only what was chosen is mended', async () => {
  const bytes = await spoilt('notice', (xml) => xml.replace('Số: 07/', 'Số: 7/').replace('./.', '.'));
  const number = checkDocument(bytes).findings.find(({ rule }) => rule === 'heading.number');
  expect(faults(mendDocument(bytes, [number?.id ?? '']))).toEqual(['foot.end_mark → ./. ở cuối văn bản']);
});

test('customs that the decree does not name are notes, each told once', async () => {
  const { findings } = checkDocument(await writeOfficialDocument(example('guidance')));
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'note custom.decimal',
    'note custom.dash',
  ]);
});

test('a document of the Party is looked over for its wording only', async () => {
  const bytes = await spoilt('party', (xml) => xml.replace('Bám sát chỉ đạo', 'Bám sát  chỉ đạo'));
  expect(checkDocument(bytes).form).toBe('party');
  expect(faults(bytes)).toEqual(['text.double_space → một dấu cách']);
});

test('every finding says which rule of the decree it comes from', async () => {
  for (const [, kind, spoil] of slips)
    for (const { source } of checkDocument(await spoilt(kind, spoil)).findings) expect(source).toMatch(/^Phụ lục/u);
});

test('what is no .docx is told by its nature, and a bomb is not unpacked', () => {
  const reason = (bytes: Uint8Array) => {
    try {
      checkDocument(bytes);
      return 'read';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(reason(strToU8('văn bản'))).toBe('not_docx');
  expect(reason(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old_word');
  expect(reason(Buffer.concat([Buffer.from([0xd0, 0xcf]), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
    'password',
  );
  expect(reason(zipSync({ 'a.txt': strToU8('a') }))).toBe('not_docx');
  expect(reason(zipSync({ 'word/document.xml': strToU8('<a><b></a>') }))).toBe('damaged');
  expect(reason(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a><a/>') }))).toBe('damaged');
  expect(reason(zipSync({ 'word/document.xml': strToU8('<a>'.repeat(2000)) }))).toBe('damaged');
  expect(reason(zipSync({ 'word/document.xml': new Uint8Array(31 * 1024 * 1024) }))).toBe('too_large');
});

const words = fc
  .array(fc.constantFrom('thông tin', 'đối ngoại', 'Lai Châu', 'xã', 'Khổng Lào', 'lễ hội', '2026', 'và', 'Đảng'), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));

test('whatever a person writes in our writer, in any kind, passes without errors', async () => {
  const changes = fc.record({
    agency: words,
    subject: words,
    numberAndSymbol: fc.record({
      number: fc.option(fc.integer({ min: 1, max: 9999 })),
      symbol: fc.constantFrom('SVHTTDL-TTBCXB', 'SVHTTDL-VP'),
    }),
    date: fc.constantFrom(null, '2026-01-01', '2026-02-09', '2026-12-31'),
    addressees: fc.array(words, { minLength: 1, maxLength: 4 }),
    recipients: fc.array(words, { maxLength: 4 }),
    body: fc
      .array(words, { minLength: 1, maxLength: 5 })
      .map((texts) => texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }))),
  });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const { findings } = checkDocument(await writeOfficialDocument({ ...example('letter'), ...changed }));
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test.skipIf(!hasProgram('soffice'))(
  'LibreOffice opens a mended file (skipped where soffice is absent)',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantoa-mended-'));
    try {
      const bytes = await spoilt('letter', (xml) => xml.replaceAll('w:line="264"', 'w:line="480"').replace('./.', '.'));
      writeFileSync(join(folder, 'mended.docx'), mendDocument(bytes, 'all'));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const { stdout } = spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'mended.docx'),
      ]);
      expect(stdout.toString()).toContain('mended.pdf');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
