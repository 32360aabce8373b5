import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type DocumentBlock, isPicture } from '../../../platform/documents/official-document.ts';
import { findXmlFault } from '../../../platform/documents/well-formed-xml.ts';
import { writeOfficialDocument } from '../../../platform/documents/write-official-document.ts';
import { drawThemes } from './reports.chart.ts';
import { type PrintableReport, reportToOfficialDocument } from './reports.document.ts';

const emptyNarrative = {
  situation: '',
  results: '',
  shortcomings: '',
  causes: '',
  directions: '',
  recommendations: '',
};

function report(changes: Partial<PrintableReport> = {}): PrintableReport {
  return {
    title: 'Kết quả công tác thông tin đối ngoại quý I năm 2026',
    periodFrom: '2025-12-15',
    periodTo: '2026-03-14',
    scopeName: 'toàn tỉnh',
    directiveCitation: 'Hướng dẫn số 12/HD-SVHTTDL',
    agency: {
      parentName: 'UBND tỉnh Lai Châu',
      name: 'Sở Văn hóa, Thể thao và Du lịch',
      symbol: 'SVHTTDL',
      place: 'Lai Châu',
    },
    number: null,
    date: null,
    addressees: ['Ủy ban nhân dân tỉnh'],
    recipients: ['Lãnh đạo Sở', 'Lưu: VT, TTBCXB'],
    signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: null },
    figures: [
      { key: 'stories', label: 'Tin, bài đã đăng', value: 1234, note: null },
      { key: 'visits', label: 'Lượt xem', value: null, note: 'đang tổng hợp' },
    ],
    rows: [
      {
        clausePath: 'I.1.1/1',
        clauseTitle: 'Tuyên truyền Nghị quyết Đại hội XIV của Đảng',
        theme: 'Đại hội XIV',
        status: 'Đã có kết quả',
        done: 'Đăng 3 tin, bài',
        evidence: [
          { label: 'Cổng thông tin đối ngoại', url: 'https://example.com/a', date: '2026-02-05', bySystem: true },
          { label: 'Ảnh hội nghị', url: null, date: null, bySystem: false },
        ],
      },
      {
        clausePath: 'I.1.1/2',
        clauseTitle: 'Khẳng định giá trị của Đổi mới',
        theme: 'Đại hội XIV',
        status: 'Chưa làm',
        done: '',
        evidence: [],
      },
    ],
    themes: [],
    matrix: null,
    narrative: emptyNarrative,
    draft: true,
    example: false,
    ...changes,
  };
}

function textOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.label} ${block.text}`;
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'dash-list':
      return block.items.map((item) => `- ${item.map((run) => run.text).join('')}`).join('\n');
    case 'note':
      return block.text;
    case 'table':
      return block.rows
        .map((row) =>
          row.kind === 'group'
            ? row.title
            : row.cells
                .map((cell) => {
                  if (isPicture(cell)) return cell.alternative;
                  return typeof cell === 'string' ? cell : cell.map((run) => run.text).join('');
                })
                .join(' | '),
        )
        .join('\n');
    default:
      return '';
  }
}

const headings = (input: PrintableReport) =>
  reportToOfficialDocument(input)
    .body.filter((block) => block.kind === 'heading')
    .map(textOf);

test('a draft shows every part of the report and where the department has to add its words', () => {
  expect(headings(report())).toEqual([
    'I. Kết quả thực hiện',
    '1. Số liệu',
    '2. Nhiệm vụ, việc đã làm và minh chứng',
    '3. Đánh giá kết quả',
    'II. Tồn tại, hạn chế và nguyên nhân',
    '1. Tồn tại, hạn chế',
    '2. Nguyên nhân',
    'III. Phương hướng, nhiệm vụ',
    'IV. Kiến nghị, đề xuất',
  ]);
  const text = reportToOfficialDocument(report()).body.map(textOf).join('\n');
  expect(text.match(/… \(đơn vị bổ sung\)/g)).toHaveLength(6);
});

test('a final report leaves empty parts out and numbers the rest without a gap', () => {
  const final = report({ draft: false, narrative: { ...emptyNarrative, recommendations: 'Đề nghị cấp kinh phí.' } });
  expect(headings(final)).toEqual([
    'I. Kết quả thực hiện',
    '1. Số liệu',
    '2. Nhiệm vụ, việc đã làm và minh chứng',
    'II. Kiến nghị, đề xuất',
  ]);
  expect(reportToOfficialDocument(final).body.map(textOf).join('\n')).not.toContain('đơn vị bổ sung');
});

test('the opening cites the directive, the period and the scope', () => {
  expect(textOf(reportToOfficialDocument(report()).body[0] as DocumentBlock)).toBe(
    'Thực hiện Hướng dẫn số 12/HD-SVHTTDL, Sở Văn hóa, Thể thao và Du lịch báo cáo kết quả thực hiện ' +
      'từ ngày 15/12/2025 đến ngày 14/3/2026 (phạm vi: toàn tỉnh) như sau:',
  );
});

test('the tables show figures, clauses under their theme, and who vouches for each piece of evidence', () => {
  const tables = reportToOfficialDocument(report()).body.filter((block) => block.kind === 'table');
  expect(tables.map(textOf)).toEqual([
    '1 | Tin, bài đã đăng | 1.234 | \n2 | Lượt xem | Chưa có số liệu | đang tổng hợp',
    'Đại hội XIV\n' +
      '1 | Tuyên truyền Nghị quyết Đại hội XIV của Đảng\n(mục I.1.1/1) | Đăng 3 tin, bài | ' +
      '- Cổng thông tin đối ngoại, 05/02/2026 (hệ thống ghi nhận)\n- Ảnh hội nghị (đơn vị cung cấp) | Đã có kết quả\n' +
      '2 | Khẳng định giá trị của Đổi mới\n(mục I.1.1/2) | Chưa có kết quả | Chưa có minh chứng | Chưa làm',
  ]);
});

test('typed lines become paragraphs, and lines with a dash a list', () => {
  const narrative = { ...emptyNarrative, directions: 'Trong quý II:\r\n- Mở lớp;\n- Đăng bài.\n\nPhối hợp tốt hơn.' };
  const text = reportToOfficialDocument(report({ draft: false, narrative })).body.map(textOf);
  expect(text.slice(-3)).toEqual(['Trong quý II:', '- Mở lớp;\n- Đăng bài.', 'Phối hợp tốt hơn.']);
});

test('the printed report is well-formed, and an example says so', async () => {
  const files = unzipSync(await writeOfficialDocument(reportToOfficialDocument(report({ example: true }))));
  for (const [path, bytes] of Object.entries(files))
    expect(`${path} ${findXmlFault(strFromU8(bytes))}`).toMatch(/null$/);
  const words = Object.values(files).map((bytes) => strFromU8(bytes));
  expect(words.some((xml) => xml.includes('không có giá trị hành chính'))).toBe(true);
  expect(words.some((xml) => xml.includes('Số:       /BC-SVHTTDL'))).toBe(true);
});

test('how the clauses of each theme stand is drawn, and beside each bar said in words', async () => {
  const row = { path: 'I.1.1/1', title: '', evidence: [], taskCount: 0, doneCount: 0 };
  const themes = await drawThemes([
    { ...row, theme: 'Đại hội XIV', state: 'done' },
    { ...row, theme: 'Đại hội XIV', state: 'late' },
    { ...row, theme: null, state: 'idle' },
  ] as unknown as Parameters<typeof drawThemes>[0]);
  const document = reportToOfficialDocument(report({ themes }));
  const words = document.body.map(textOf).join('\n');
  expect(words).toContain('Đại hội XIV: đã thực hiện: 1; quá hạn: 1');
  expect(words).toContain('Nội dung khác');
  const parts = unzipSync(await writeOfficialDocument(document));
  expect(Object.keys(parts).filter((path) => path.endsWith('.png'))).toHaveLength(2);
  expect(findXmlFault(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))).toBeNull();
});
