import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatRecipients, formatSigningPost, upperCase } from '../../../platform/documents/document-text.ts';
import type { DocumentBlock, OfficialDocument } from '../../../platform/documents/official-document.ts';
import { findBrowser, printPdf } from '../../../platform/documents/pdf/print-pdf.ts';
import { readBytes } from '../../../platform/documents/read/read-bytes.ts';
import { defaultReadLimits } from '../../../platform/documents/read/read-types.ts';
import { writeOfficialDocument } from '../../../platform/documents/write-official-document.ts';
import { exampleDocuments } from '../../../platform/testing/official-documents.ts';
import type { ParsedClause } from '../directives.parsed.ts';
import { parseDirective } from './parser/parse-directive.ts';

// What the writer writes, the reader reads: heading block, tree and foot, over documents of every kind of
// Nghị định 30/2020/NĐ-CP, annex III, and of the Party.

/** A clause as its author thinks of it. */
interface Node {
  readonly label: string | null;
  readonly text: string;
  readonly children: readonly Node[];
}

const words = [
  'tuyên truyền',
  'văn hóa',
  'con người',
  'lễ hội',
  'du lịch',
  'đối ngoại',
  'phát thanh',
  'hình ảnh',
  'giới thiệu',
  'quảng bá',
  'truyền thống',
  'ngày hội',
  'bạn bè',
  'bản sắc',
  'chất lượng',
  'triển khai',
  'thực hiện',
] as const;
const phrase = (least: number, most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((chosen) => {
    const text = chosen.join(' ');
    return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  });
const title = phrase(2, 6);
const sentence = phrase(8, 40).map((text) => `${text}.`);
const leaf = (label: string | null) => sentence.map((text): Node => ({ label, text, children: [] }));

const roman = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.', 'VII.'];
const letters = ['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)', 'h)', 'i)'];
const many = (label: (place: number) => string | null, most: number) =>
  fc
    .array(sentence, { minLength: 1, maxLength: most })
    .map((texts) => texts.map((text, place): Node => ({ label: label(place), text, children: [] })));
const under = fc.oneof(
  many(() => null, 3),
  many(() => '-', 5),
  many((place) => letters[place] ?? null, 9),
);
const clause = (label: string) =>
  fc.oneof(fc.record({ label: fc.constant(label), text: title, children: under }), leaf(label));
const part = (label: string) =>
  fc
    .tuple(
      title,
      fc.oneof(
        fc
          .integer({ min: 1, max: 4 })
          .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => clause(`${place + 1}.`)))),
        many(() => null, 3),
        many(() => '-', 4),
      ),
    )
    .map(([text, children]): Node => ({ label, text: upperCase(text), children }));
const tree = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => part(roman[place] ?? 'I.'))));

function blocksOf(nodes: readonly Node[], level: 1 | 2 | 3 = 1): DocumentBlock[] {
  return nodes.flatMap((node): DocumentBlock[] => {
    const said: DocumentBlock = {
      kind: 'paragraph',
      runs: [{ text: `${node.label ? `${node.label} ` : ''}${node.text}` }],
    };
    if (node.label === '-') return [{ kind: 'dash-list', items: [[{ text: node.text }]] }];
    if (node.label === null || node.children.length === 0) return [said];
    return [
      { kind: 'heading', level, label: node.label, text: node.text },
      ...blocksOf(node.children, level === 1 ? 2 : 3),
    ];
  });
}

const kinds: readonly (readonly [abbreviation: string, name: string])[] = [
  ['NQ', 'Nghị quyết'],
  ['QĐ', 'Quyết định'],
  ['CT', 'Chỉ thị'],
  ['QC', 'Quy chế'],
  ['QyĐ', 'Quy định'],
  ['TC', 'Thông cáo'],
  ['TB', 'Thông báo'],
  ['HD', 'Hướng dẫn'],
  ['CTr', 'Chương trình'],
  ['KH', 'Kế hoạch'],
  ['PA', 'Phương án'],
  ['ĐA', 'Đề án'],
  ['DA', 'Dự án'],
  ['BC', 'Báo cáo'],
  ['BB', 'Biên bản'],
  ['TTr', 'Tờ trình'],
  ['HĐ', 'Hợp đồng'],
  ['CĐ', 'Công điện'],
  ['BGN', 'Bản ghi nhớ'],
  ['BTT', 'Bản thỏa thuận'],
  ['GUQ', 'Giấy ủy quyền'],
  ['GM', 'Giấy mời'],
  ['GGT', 'Giấy giới thiệu'],
  ['GNP', 'Giấy nghỉ phép'],
  ['PG', 'Phiếu gửi'],
  ['PC', 'Phiếu chuyển'],
  ['PB', 'Phiếu báo'],
];
const department = {
  agency: 'Sở Văn hóa, Thể thao và Du lịch',
  parentAgency: 'Ủy ban nhân dân tỉnh Lai Châu',
  place: 'Lai Châu',
  own: 'SVHTTDL',
  signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: 'Nguyễn Văn Ví Dụ' },
} as const;
const commune = {
  agency: 'Ủy ban nhân dân xã Khổng Lào',
  parentAgency: undefined,
  place: 'Khổng Lào',
  own: 'UBND',
  signature: {
    onBehalfOf: 'Ủy ban nhân dân',
    authority: 'KT.',
    headPost: 'Chủ tịch',
    post: 'Phó Chủ tịch',
    name: 'Lò Thị Ví Dụ',
  },
} as const;
const party = {
  agency: 'Ban Tuyên giáo và Dân vận',
  parentAgency: 'Tỉnh ủy Lai Châu',
  place: 'Lai Châu',
  own: 'BTGDVTU',
  signature: { authority: 'KT.', headPost: 'Trưởng ban', post: 'Phó Trưởng ban', name: 'Trần Thị Ví Dụ' },
} as const;

const places = ['Ủy ban nhân dân xã Dào San', 'Ủy ban nhân dân phường Tân Phong', 'Tạp chí Văn nghệ Lai Châu'];
const anyDocument = fc
  .record({
    nodes: tree,
    kind: fc.constantFrom(...kinds, null),
    from: fc.constantFrom(department, commune, party),
    number: fc.option(fc.integer({ min: 1, max: 1999 })),
    day: fc.integer({ min: 0, max: 700 }),
    subject: phrase(3, 14),
    addressees: fc.subarray(places),
    bases: fc.subarray([
      'Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ',
      'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ',
    ]),
    recipients: fc.subarray(['Lãnh đạo Sở', 'Các phòng, đơn vị trực thuộc'], { minLength: 1 }),
    draftingMark: fc.option(fc.constant('NVD.(20)')),
  })
  .map(({ nodes, kind, from, number, day, subject, addressees, bases, recipients, draftingMark }) => {
    const { own, ...heading } = from;
    const isParty = from === party;
    const symbol = kind === null ? `${own}-TTBCXB` : `${kind[0]}-${own}`;
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const document: OfficialDocument = {
      language: 'vi',
      ...(isParty && { form: 'party' as const }),
      ...heading,
      numberAndSymbol: { number, symbol },
      date: number === null ? null : date,
      yearWhenUndated: 2026,
      kindName: kind?.[1] ?? null,
      subject: kind === null ? subject.charAt(0).toLocaleLowerCase('vi') + subject.slice(1) : subject,
      addressees: kind === null && addressees.length === 0 ? places.slice(0, 1) : addressees,
      bases: bases.map((basis) => `Căn cứ ${basis}`),
      body: blocksOf(nodes),
      recipients,
      ...(draftingMark !== null && { draftingMark }),
      metadata: { title: subject, creator: 'Lan Tỏa' },
    };
    return { document, kind: kind?.[0] ?? null, nodes };
  });

/** The end mark "./." closes the text; it is none of its words. */
const withoutEndMark = (text: string) => text.replace(/\.?\/\.$/u, '.');
const treeOf = (clauses: readonly ParsedClause[]): Node[] =>
  clauses.map(({ label, text, children }) => ({ label, text: withoutEndMark(text), children: treeOf(children) }));

/** The Party prints "28-HD/BTGDVTU": there the slash stands inside of the symbol. */
const symbolAsPrinted = ({ numberAndSymbol, form }: OfficialDocument) =>
  form === 'party' ? numberAndSymbol.symbol.replace('-', '/') : numberAndSymbol.symbol;

/** What the reader takes for closing words at the end goes back to where it stood. */
function withClosing(nodes: readonly Node[], closing: readonly string[]): Node[] {
  const last = nodes.at(-1);
  if (closing.length === 0 || !last) return [...nodes];
  const said = closing.map((text): Node => ({ label: null, text: withoutEndMark(text), children: [] }));
  const isHeading = last.children.at(-1)?.label?.match(/^\d/u) ?? null;
  return [
    ...nodes.slice(0, -1),
    { ...last, children: isHeading ? withClosing(last.children, closing) : [...last.children, ...said] },
  ];
}

it('any document that the writer writes is read back: heading block, tree, recipients, signature', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async ({ document, kind, nodes }) => {
      const { text } = await readBytes(await writeOfficialDocument(document), defaultReadLimits);
      const read = parseDirective(text);
      const { numberAndSymbol, signature, form } = document;
      const posts = formatSigningPost(signature, form);
      expect({
        kind: read.kind,
        number: read.number,
        symbol: read.symbol,
        subject: read.subject,
        place: read.place,
        date: read.date,
        addressees: read.addressees,
        bases: read.bases.length,
        recipients: read.recipients,
        signature: [read.signature.authority, read.signature.post].filter(Boolean).join(' '),
        name: read.signature.name,
        tree: withClosing(treeOf(read.clauses), read.closing),
      }).toEqual({
        kind,
        number: numberAndSymbol.number,
        symbol: symbolAsPrinted(document),
        subject: document.subject,
        place: document.place,
        date: document.date,
        addressees: document.addressees,
        bases: document.bases?.length,
        recipients: formatRecipients({
          recipients: document.recipients,
          hasAddressees: (document.addressees ?? []).length > 0,
        }).map((line) => line.replace(/^- |[;.]$/gu, '')),
        signature: posts.join(' '),
        name: signature.name,
        tree: nodes,
      });
    }),
    { numRuns: 60 },
  );
}, 120_000);

it.each(Object.entries(exampleDocuments))(
  'the example "%s" is read back with its heading block and foot',
  async (_, document) => {
    const { text } = await readBytes(await writeOfficialDocument(document), defaultReadLimits);
    const read = parseDirective(text);
    const { number } = document.numberAndSymbol;
    const symbol = symbolAsPrinted(document);
    expect(read).toMatchObject({
      number,
      symbol,
      subject: document.subject,
      place: document.place,
      date: document.date,
      addressees: document.addressees ?? [],
    });
    expect(read.signature).toMatchObject({ name: document.signature.name });
    expect(read.signature.post).not.toContain('(');
  },
);

it('the table of tasks in an annex is read back row by row, with the group above its rows', async () => {
  const { plan } = exampleDocuments;
  if (!plan) throw new Error('no plan');
  const { text } = await readBytes(await writeOfficialDocument(plan), defaultReadLimits);
  const annex = parseDirective(text).clauses.find(({ path }) => path.startsWith('PL'));
  expect(annex?.children.map(({ title: group, children }) => [group, children.length])).toEqual([['Tuyên truyền', 2]]);
});

it.skipIf((await findBrowser()) === null)(
  'printed as PDF by Chromium it is read back into the same tree',
  async () => {
    const browser = (await findBrowser()) ?? '';
    for (const [name, document] of Object.entries(exampleDocuments)) {
      const read = async (bytes: Uint8Array) => understood((await readBytes(bytes, defaultReadLimits)).text);
      const printed = await read(await printPdf(document, browser));
      expect([name, printed]).toEqual([name, await read(await writeOfficialDocument(document))]);
    }
  },
  120_000,
);

function understood(text: string) {
  const { addressees, clauses, closing, date, kind, number, preamble, recipients, signature, subject, symbol } =
    parseDirective(text);
  const tree = treeOf(clauses);
  return { addressees, closing, date, kind, number, preamble, recipients, signature, subject, symbol, tree };
}
