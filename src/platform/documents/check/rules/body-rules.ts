import spec from '../../../../../data/nd30-spec.json' with { type: 'json' };
import { type CheckRule, type RuleFinding, rule } from '../checked-rule.ts';
import { bare, type DocumentZones, upper } from '../document-zones.ts';
import type { CheckedParagraph } from '../docx-model.ts';
import { replaceText, setParagraph } from '../mend-format.ts';
import { formatFindings } from './format-finding.ts';

const annex = 'Phụ lục I, phần II, khoản 6';
const centredHeading = /^\s*(phần|chương|mục|tiểu mục)\s+([ivxl]+|\d+|thứ)/iu;

/** Running text: neither centred headings, nor what follows them, nor captions of pictures. */
function runningText({ body }: DocumentZones): CheckedParagraph[] {
  return body.filter(({ format, text }) => format.alignment !== 'center' && !centredHeading.test(text));
}

const shorterThanLine = 60;

function alignment(zones: DocumentZones): RuleFinding[] {
  return runningText(zones)
    .filter(({ format, text }) => !['both', 'distribute'].includes(format.alignment) && text.length > shorterThanLine)
    .map((at) => ({
      at,
      found: 'không dàn đều hai lề',
      expected: 'dàn đều cả hai lề',
      mend: () => setParagraph(at, { alignment: 'both' }),
    }));
}

function indent(zones: DocumentZones): RuleFinding[] {
  return runningText(zones)
    .filter(({ format, text }) => {
      const isIndented = [10, 12.7].some((wanted) => Math.abs(format.firstLineMm - wanted) < 0.8);
      return !isIndented && !format.isNumbered && !/^[\s\t]{2,}/u.test(text) && format.leftMm < 9;
    })
    .map((at) => ({
      at,
      found: `lùi ${Math.round(at.format.firstLineMm) / 10} cm`.replace('.', ','),
      expected: 'lùi 1 cm hoặc 1,27 cm',
      mend: () => setParagraph(at, { firstLineMm: 12.7 }),
    }));
}

function spacing(zones: DocumentZones): RuleFinding[] {
  return runningText(zones).flatMap((at, place, all) => {
    const before = all[place - 1];
    const room = Math.max(at.format.beforePt, before?.format.afterPt ?? 6);
    if (place === 0 || room >= 5.9) return [];
    const mend = () => setParagraph(at, { beforePt: 6 });
    return [{ at, found: `${room} pt`, expected: 'tối thiểu 6 pt', mend }];
  });
}

function lineSpacing(zones: DocumentZones): RuleFinding[] {
  return runningText(zones).flatMap((at) => {
    const { lines } = at.format;
    if (lines === null || (lines >= 0.99 && lines <= 1.51)) return [];
    const mend = () => setParagraph(at, { line: lines < 1 ? 1 : 1.5 });
    return [
      {
        at,
        found: `${Math.round(lines * 100) / 100} dòng`.replace('.', ','),
        expected: 'từ dòng đơn đến 1,5 dòng',
        mend,
      },
    ];
  });
}

function basesEnd({ bases }: DocumentZones): RuleFinding[] {
  return bases.flatMap((at, place) => {
    const isLast = place === bases.length - 1;
    const text = at.text.trimEnd();
    const end = isLast ? '.' : ';';
    // A decision goes on with "QUYẾT ĐỊNH:", and a plan with its own sentence after a comma: both are common.
    if (text.endsWith(end) || (isLast && /[,;:]$/u.test(text))) return [];
    const bareEnd = text.replace(/[;.,\s]+$/u, '').length;
    const mend = () => replaceText(at, bareEnd, at.text.length, end);
    return [{ at, found: text.slice(-20), expected: `cuối dòng có dấu "${end}"`, mend }];
  });
}

const citation =
  /(?<!^\s*)(?<![.:;–-]\s)(?<=\p{Ll}[,]?\s|\()(Khoản|Điểm)(?=\s+(?:\d+|[a-zđ])\s+(?:Điều|Khoản|khoản|Mục)\b)/gu;
const article = /(?<=(?:khoản|Khoản)\s\d+\s)điều(?=\s\d)/gu;

function citationCase({ body, annexBody }: DocumentZones): RuleFinding[] {
  return [...body, ...annexBody].flatMap((at) =>
    [...at.text.matchAll(citation), ...at.text.matchAll(article)].map((found) => {
      const [word] = found;
      const expected = word === 'điều' ? 'Điều' : word.toLocaleLowerCase('vi');
      return {
        at,
        found: word,
        expected,
        mend: () => replaceText(at, found.index, found.index + word.length, expected),
      };
    }),
  );
}

/** Gaps and repeats in one level of numbers; a list begins anew wherever a number of a higher level stands. */
function sequence(zones: DocumentZones): RuleFinding[] {
  const findings: RuleFinding[] = [];
  let roman = 0;
  let number = 0;
  let letter = -1;
  const letters = spec.pointLetters;
  for (const at of zones.body) {
    const [, mark = ''] = /^\s*([IVXL]{1,6}|\d{1,2}|[a-zđ])(?:\.|\))(?=\s)/u.exec(at.text) ?? [];
    const isArticle = /^\s*(Điều|Chương|Mục|Phần)\s/u.test(at.text);
    if (isArticle) number = 0;
    if (mark === '') continue;
    if (/^[IVXL]+$/.test(mark)) {
      const found = romanValue(mark);
      if (found !== roman + 1 && found !== 1)
        findings.push({ at, found: `${mark}.`, expected: `${romanOf(roman + 1)}.` });
      [roman, number, letter] = [found, 0, -1];
    } else if (/^\d/.test(mark)) {
      const found = Number(mark);
      if (found !== number + 1 && found !== 1) findings.push({ at, found: `${mark}.`, expected: `${number + 1}.` });
      [number, letter] = [found, -1];
    } else {
      const found = letters.indexOf(mark);
      const wanted = letters[letter + 1];
      if (found !== letter + 1 && found !== 0)
        findings.push({ at, found: `${mark})`, expected: wanted ? `${wanted})` : 'hết chữ cái' });
      letter = found < 0 ? letter + 1 : found;
    }
  }
  return findings;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
function romanValue(text: string): number {
  const values = [...text].map((sign) => romanDigits[sign] ?? 0);
  return values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0);
}
function romanOf(value: number): string {
  const steps: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  const step = steps.find(([least]) => value >= least);
  return step ? step[1] + romanOf(value - step[0]) : '';
}

function partTitles({ body }: DocumentZones): RuleFinding[] {
  return body.flatMap((at) => {
    const [, mark = '', title = ''] = /^\s*([IVXL]{1,6}\.)\s+(.*?)\s*$/u.exec(at.text) ?? [];
    if (title === '' || upper(title) === title.normalize('NFC')) return [];
    const start = at.text.indexOf(title, at.text.indexOf(mark) + mark.length);
    const mend = () => replaceText(at, start, start + title.length, upper(title));
    return [{ at, found: title, expected: upper(title), mend }];
  });
}

function partWeight({ body }: DocumentZones): RuleFinding[] {
  return formatFindings(body.filter(({ text }) => /^\s*([IVXL]{1,6}\.\s|Điều\s\d+\.\s)/u.test(text)).map(headOnly), {
    bold: true,
  });
}

/** "Điều 1. Phạm vi" may go on with plain text in the same paragraph: only its first run is looked at. */
function headOnly(paragraph: CheckedParagraph): CheckedParagraph {
  const first = paragraph.runs.find(({ text }) => text.trim() !== '');
  return first && /^\s*Điều/u.test(paragraph.text) ? { ...paragraph, runs: [first] } : paragraph;
}

function annexPointer({ annexLabels, body }: DocumentZones): RuleFinding[] {
  const [at] = annexLabels;
  if (!at || body.some(({ text }) => bare(text).includes('phu luc'))) return [];
  return [{ at, found: 'văn bản không nhắc tới phụ lục', expected: 'chỉ dẫn về phụ lục trong văn bản' }];
}

function annexNumbers({ annexLabels }: DocumentZones): RuleFinding[] {
  if (annexLabels.length < 2) return [];
  return annexLabels.flatMap((at, place) => {
    const expected = `Phụ lục ${romanOf(place + 1)}`;
    return at.text.trim() === expected
      ? []
      : [{ at, found: at.text.trim(), expected, mend: () => replaceText(at, 0, at.text.length, expected) }];
  });
}

export const bodyRules: readonly CheckRule[] = [
  rule({
    id: 'body.size',
    source: annex,
    check: (_, zones) => formatFindings([...zones.body, ...zones.bases], { sizePt: [13, 14] }),
  }),
  rule({ id: 'body.alignment', source: annex, check: (_, zones) => alignment(zones) }),
  rule({ id: 'body.indent', severity: 'suggestion', source: annex, check: (_, zones) => indent(zones) }),
  rule({ id: 'body.spacing', source: annex, check: (_, zones) => spacing(zones) }),
  rule({ id: 'body.line_spacing', source: annex, check: (_, zones) => lineSpacing(zones) }),
  rule({
    id: 'body.bases_format',
    source: annex,
    check: (_, { bases }) => formatFindings(bases, { italic: true, bold: false }),
  }),
  rule({ id: 'body.bases_end', source: annex, check: (_, zones) => basesEnd(zones) }),
  rule({
    id: 'body.sequence',
    source: 'Phụ lục I, phần II, khoản 6; Phụ lục I, phần V',
    check: (_, zones) => sequence(zones),
  }),
  rule({ id: 'body.part_case', source: 'Phụ lục I, phần V', check: (_, zones) => partTitles(zones) }),
  rule({ id: 'body.part_weight', source: 'Phụ lục I, phần V', check: (_, zones) => partWeight(zones) }),
  rule({ id: 'body.citation', source: 'Phụ lục II, phần V', forms: 'both', check: (_, zones) => citationCase(zones) }),
  rule({
    id: 'annex.pointer',
    severity: 'suggestion',
    source: 'Phụ lục I, phần III, khoản 1',
    check: (_, zones) => annexPointer(zones),
  }),
  rule({ id: 'annex.numbers', source: 'Phụ lục I, phần III, khoản 1', check: (_, zones) => annexNumbers(zones) }),
  rule({
    id: 'annex.label_format',
    source: 'Phụ lục I, phần III, khoản 1',
    check: (_, { annexLabels }) => formatFindings(annexLabels, { sizePt: [14, 14], bold: true, centred: true }),
  }),
];
