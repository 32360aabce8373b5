import { childOf, childrenOf, descendants, type XmlElement } from '../../xml-tree.ts';
import { type CheckRule, type RuleFinding, rule } from '../checked-rule.ts';
import type { CheckedDocument } from '../docx-model.ts';
import { readPart } from '../docx-package.ts';
import { setRun } from '../mend-format.ts';

const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
const millimetres = (value: string | undefined) => (Number(value ?? 0) * 25.4) / 1440;
const margins = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
type Side = keyof typeof margins;

function pageSize(section: XmlElement): RuleFinding[] {
  const size = childOf(section, 'w:pgSz');
  const [width, height] = [millimetres(size?.attributes['w:w']), millimetres(size?.attributes['w:h'])];
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (!size || (Math.abs(short - 210) < 1.5 && Math.abs(long - 297) < 1.5)) return [];
  const mend = () => {
    const isLandscape = width > height;
    size.attributes['w:w'] = String(twips(isLandscape ? 297 : 210));
    size.attributes['w:h'] = String(twips(isLandscape ? 210 : 297));
  };
  return [{ at: null, found: `${Math.round(width)} × ${Math.round(height)} mm`, expected: 'A4: 210 × 297 mm', mend }];
}

function pageMargins(section: XmlElement): RuleFinding[] {
  const margin = childOf(section, 'w:pgMar');
  if (!margin) return [];
  return (Object.keys(margins) as Side[]).flatMap((side) => {
    const [least, most] = margins[side];
    const found = millimetres(margin.attributes[`w:${side}`]);
    if (found >= least - 0.3 && found <= most + 0.3) return [];
    const names = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' };
    return {
      at: null,
      found: `lề ${names[side]} ${Math.round(found * 10) / 10} mm`,
      expected: `${least}–${most} mm`,
      mend: () => {
        margin.attributes[`w:${side}`] = String(twips(least));
      },
    };
  });
}

function headersOf({ docx, relations, sections }: CheckedDocument) {
  return sections.flatMap((section) =>
    childrenOf(section, 'w:headerReference').map((reference) => ({
      type: reference.attributes['w:type'] ?? 'default',
      part: readPart(docx, relations.get(reference.attributes['r:id'] ?? '') ?? ''),
    })),
  );
}

function hasPageField(part: XmlElement | undefined): boolean {
  if (!part) return false;
  const instructions = descendants(part, 'w:instrText').flatMap((node) =>
    node.children.map((text) => (typeof text === 'string' ? text : '')),
  );
  const simple = descendants(part, 'w:fldSimple').map((node) => node.attributes['w:instr'] ?? '');
  return [...instructions, ...simple].some((text) => /\bPAGE\b/.test(text));
}

/** Enough text that a second page is likely: about 2,600 letters fill the first. */
const lettersOfOnePage = 2600;

function pageNumber(document: CheckedDocument): RuleFinding[] {
  const numbered = headersOf(document).filter(({ part }) => hasPageField(part));
  const length = document.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const expected = 'số trang ở giữa lề trên, không hiển thị ở trang thứ nhất';
  if (numbered.length === 0)
    return length > lettersOfOnePage ? [{ at: null, found: 'không có số trang ở lề trên', expected }] : [];
  if (numbered.some(({ type }) => type === 'first'))
    return [{ at: null, found: 'số trang hiển thị ở trang thứ nhất', expected }];
  const [section] = document.sections;
  if (section && !childOf(section, 'w:titlePg') && length > lettersOfOnePage)
    return [
      {
        at: null,
        found: 'số trang hiển thị ở trang thứ nhất',
        expected,
        mend: () => section.children.push({ name: 'w:titlePg', attributes: {}, children: [] }),
      },
    ];
  const aligned = numbered.flatMap(({ part }) => (part ? descendants(part, 'w:jc') : []));
  const isElsewhere = aligned.length > 0 && aligned.every((jc) => jc.attributes['w:val'] !== 'center');
  if (!isElsewhere) return [];
  const mend = () => {
    for (const jc of aligned) jc.attributes['w:val'] = 'center';
  };
  return [{ at: null, found: 'số trang không ở giữa', expected, mend }];
}

function fonts({ paragraphs }: CheckedDocument): RuleFinding[] {
  return paragraphs.flatMap((at) => {
    const wrong = at.runs.filter(({ text, format }) => text.trim() !== '' && format.font !== 'Times New Roman');
    const [first] = wrong;
    if (!first) return [];
    const mend = () => {
      for (const run of wrong) setRun(run, { font: 'Times New Roman' });
    };
    return [{ at, found: first.format.font || 'phông khác', expected: 'Times New Roman', mend }];
  });
}

const urgent = /^\s*(HỎA TỐC|THƯỢNG KHẨN|KHẨN)\s*$/u;

function colours({ paragraphs }: CheckedDocument): RuleFinding[] {
  return paragraphs.flatMap((at) => {
    if (urgent.test(at.text)) return [];
    const wrong = at.runs.filter(({ text, format }) => text.trim() !== '' && !/^(auto|000000)$/i.test(format.color));
    const [first] = wrong;
    if (!first) return [];
    const mend = () => {
      for (const run of wrong) setRun(run, { color: '000000' });
    };
    return [{ at, found: `màu #${first.format.color}`, expected: 'màu đen', mend }];
  });
}

export const pageRules: readonly CheckRule[] = [
  rule({ id: 'page.size', source: 'Phụ lục I, phần I, khoản 1', check: ({ sections }) => sections.flatMap(pageSize) }),
  rule({
    id: 'page.margins',
    source: 'Phụ lục I, phần I, khoản 3',
    check: ({ sections }) => sections.flatMap(pageMargins),
  }),
  rule({ id: 'page.font', source: 'Phụ lục I, phần I, khoản 4', check: fonts }),
  rule({ id: 'page.colour', source: 'Phụ lục I, phần I, khoản 4', check: colours }),
  rule({ id: 'page.number', source: 'Phụ lục I, phần I, khoản 7', check: pageNumber }),
];
