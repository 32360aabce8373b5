import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { OfficialDocument } from './official-document.ts';
import { findXmlFault } from './well-formed-xml.ts';
import { writeOfficialDocument } from './write-official-document.ts';

function document(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    language: 'vi',
    parentAgency: 'Ủy ban nhân dân tỉnh Lai Châu',
    agency: 'Sở Văn hóa, Thể thao và Du lịch',
    numberAndSymbol: { number: 5, symbol: 'BC-SVHTTDL' },
    place: 'Lai Châu',
    date: '2026-03-05',
    kindName: 'Báo cáo',
    subject: 'Kết quả công tác thông tin đối ngoại quý I năm 2026',
    addressees: ['Ủy ban nhân dân tỉnh'],
    bases: ['Căn cứ Nghị định số 72/2015/NĐ-CP'],
    body: [
      { kind: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
      { kind: 'paragraph', runs: [{ text: 'Đã làm ' }, { text: 'nhiều việc', bold: true }] },
      {
        kind: 'table',
        header: ['TT', 'Nhiệm vụ'],
        columnWidths: [1, 9],
        rows: [
          { kind: 'group', title: 'Chuyên đề' },
          { kind: 'cells', cells: ['1', 'Tin\nbài'] },
        ],
      },
      { kind: 'dash-list', items: [[{ text: 'Việc cuối cùng.' }]] },
    ],
    signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: 'Nguyễn Văn Ví Dụ' },
    recipients: ['Lưu: VT, TTBCXB'],
    metadata: { title: 'Báo cáo', creator: 'Lan Tỏa' },
    ...changes,
  };
}

async function partsOf(input: OfficialDocument): Promise<Map<string, string>> {
  const files = unzipSync(await writeOfficialDocument(input));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function faultsIn(parts: Map<string, string>): string[] {
  const faults = [...parts].map(([path, xml]) => [path, findXmlFault(xml)] as const);
  return faults.filter(([, fault]) => fault !== null).map(([path, fault]) => `${path}: ${fault}`);
}

/** The words of each paragraph, as a reader sees them. */
function paragraphsIn(xml: string): string[] {
  const unescaped = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
  return xml
    .split('</w:p>')
    .map((part) =>
      [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => unescaped(found[1] ?? '')).join(''),
    );
}

test('every part is well-formed, and the words stand in NFC in the order of the decree', async () => {
  const parts = await partsOf(document());
  expect(faultsIn(parts)).toEqual([]);
  const xml = parts.get('word/document.xml') ?? '';
  expect(xml).toBe(xml.normalize('NFC'));
  expect(paragraphsIn(xml).filter((text) => text !== '')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH LAI CHÂU',
    'SỞ VĂN HÓA, THỂ THAO',
    'VÀ DU LỊCH',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 05/BC-SVHTTDL',
    'Lai Châu, ngày 05 tháng 3 năm 2026',
    'BÁO CÁO',
    'Kết quả công tác thông tin đối ngoại quý I năm 2026',
    'Kính gửi: Ủy ban nhân dân tỉnh.',
    'Căn cứ Nghị định số 72/2015/NĐ-CP.',
    'I. KẾT QUẢ',
    'Đã làm nhiều việc',
    'TT',
    'Nhiệm vụ',
    'Chuyên đề',
    '1',
    'Tin',
    'bài',
    '- Việc cuối cùng./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT, TTBCXB.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Nguyễn Văn Ví Dụ',
  ]);
});

test('page, margins, face and sizes are those of the decree', async () => {
  const parts = await partsOf(document());
  const xml = parts.get('word/document.xml') ?? '';
  expect(xml).toMatch(/<w:pgSz (?=[^>]*w:w="11906")(?=[^>]*w:h="16838")/);
  for (const margin of ['w:top="1134"', 'w:bottom="1134"', 'w:left="1701"', 'w:right="850"'])
    expect(xml).toMatch(new RegExp(`<w:pgMar [^>]*${margin}`));
  expect(xml).toMatch(/<w:titlePg\/?>/);
  const sizes = new Set([...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map((found) => Number(found[1]) / 2));
  expect([...sizes].filter((size) => size > 2).sort()).toEqual([11, 12, 13, 14]);
  const faces = new Set([...xml.matchAll(/w:ascii="([^"]+)"/g)].map((found) => found[1]));
  expect([...faces].every((face) => face === 'Times New Roman')).toBe(true);
  expect(parts.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
  expect(xml).toContain('w:firstLine="720"');
});

test('pages are numbered from the second on, in the middle of the top margin', async () => {
  const headers = [...(await partsOf(document()))].filter(([path]) => path.startsWith('word/header'));
  const withNumber = headers.filter(([path, xml]) => path.endsWith('.xml') && xml.includes('PAGE'));
  expect(headers.length).toBeGreaterThanOrEqual(2);
  expect(withNumber).toHaveLength(1);
  expect(withNumber[0]?.[1]).toContain('<w:jc w:val="center"/>');
});

test('the header of a table is repeated and no row is split', async () => {
  const xml = (await partsOf(document())).get('word/document.xml') ?? '';
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength((xml.match(/<w:tr>|<w:tr /g) ?? []).length);
});

test('a draft is marked, an example says so on every page, a final document does neither', async () => {
  const exampleNotice = 'Văn bản ví dụ';
  const draft = await partsOf(
    document({ draft: true, exampleNotice, numberAndSymbol: { number: null, symbol: 'BC' } }),
  );
  expect(draft.get('word/document.xml')).toContain('DỰ THẢO');
  const footers = [...draft].filter(([path]) => /^word\/footer\d\.xml$/.test(path));
  expect(footers.map(([, xml]) => xml.includes(exampleNotice))).toEqual([true, true]);
  const final = await partsOf(document());
  expect(final.get('word/document.xml')).not.toContain('DỰ THẢO');
  expect([...final.keys()].some((path) => /^word\/footer\d/.test(path))).toBe(false);
});

test('hostile text changes nothing but what is read', async () => {
  const hostile = `<w:p>&"'</w:t>]]>\u0000\u0008\u001f\u202e\ud800 😀 ${'dài'.repeat(2000)} Cha\u0302u`;
  const parts = await partsOf(
    document({
      agency: hostile,
      subject: hostile,
      place: hostile,
      kindName: hostile,
      addressees: [hostile, hostile],
      bases: [hostile],
      numberAndSymbol: { number: 1, symbol: hostile },
      exampleNotice: hostile,
      recipients: [hostile],
      signature: { authority: null, headPost: null, post: hostile, name: hostile },
      metadata: { title: hostile, creator: hostile },
      body: [
        { kind: 'paragraph', runs: [{ text: hostile, link: `https://example.com/?a="&b=<>` }] },
        { kind: 'paragraph', runs: [{ text: 'bấm', link: 'javascript:alert(1)' }] },
        { kind: 'table', header: [hostile], columnWidths: [], rows: [{ kind: 'cells', cells: [hostile] }] },
      ],
    }),
  );
  expect(faultsIn(parts)).toEqual([]);
  expect([...parts.values()].some((xml) => xml.includes('javascript:'))).toBe(false);
  expect(paragraphsIn(parts.get('word/document.xml') ?? '').join('\n')).toContain(`<w:p>&"'</w:t>]]>\ufffd 😀 dài`);
});

test('an almost empty document is still a document', async () => {
  const parts = await partsOf(
    document({ agency: '', subject: '', body: [], recipients: [], addressees: [], bases: [] }),
  );
  expect(faultsIn(parts)).toEqual([]);
  expect(paragraphsIn(parts.get('word/document.xml') ?? '')).toContain('./.');
});
