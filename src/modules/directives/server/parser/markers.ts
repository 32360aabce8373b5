import { isUpperCase } from './vietnamese-fold.ts';

/** Level of a clause: the smaller rank stands above. Decimal depth and plus signs lie between whole ranks. */
export interface Marker {
  readonly rank: number;
  readonly label: string;
  /** Segment of the path; null for dashes and unmarked paragraphs, which are counted. */
  readonly key: string | null;
  /** Numbers of a decimal label (`1.2.` is [1, 2]); empty for others. */
  readonly numbers: readonly number[];
  readonly rest: string;
}

export const ranks = {
  annex: -1,
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  capital: 4.5,
  roman: 5,
  decimal: 6,
  bracketed: 6.8,
  letter: 7,
  dash: 8,
  /** Rows of a table that assigns tasks, and the headings between them. */
  tableGroup: 8.2,
  tableRow: 8.4,
  plus: 9,
  paragraph: 10,
} as const;

/** Levels of the legal style (Nghị định 30/2020, annex V): rank and the letter that their path segment begins with. */
const namedLevels: readonly (readonly [word: string, rank: number, prefix: string])[] = [
  ['phần', ranks.part, 'P'],
  ['chương', ranks.chapter, 'C'],
  ['tiểu mục', ranks.subsection, 'TM'],
  ['mục', ranks.section, 'M'],
];

const named = /^(phần|chương|tiểu mục|mục)\s+([IVXLC]+|\d{1,3}|thứ \p{L}+)(?![\p{L}\d])\s*[.:-]?\s*(.*)$/iu;
const article = /^(Điều|ĐIỀU)\s+(\d{1,3}\p{Ll}?)\s*[.:]\s*(.*)$/u;
/** The Party writes `I-`, `1-` (Hướng dẫn 36-HD/VPTW), without a blank before the dash; `2021 - 2025` is no label. */
const roman = /^(X{0,3}(?:IX|IV|V?I{0,3}))(?:\s*[./]\s+|[-–]\s*(?=\p{Lu}))(.+)$/u;
const capital = /^([A-HKLMĐ])(?:\s*[./]\s+|[-–]\s+)(.+)$/u;
const decimal = /^(\d{1,4}(?:\.\d{1,3}){0,5})\s*([./])?\s+(.+)$/u;
const partyDecimal = /^(\d{1,3}(?:\.\d{1,3}){0,5})[-–]\s+(?=["“]?\p{Lu})(.+)$/u;
const bracketed = /^\(?(\d{1,3})\)\s*(.+)$/u;
const letter = /^\(?([a-zđ])\s*[).]\s*(.+)$/u;
const dash = /^([-–—•●▪*])\s*(.*[\p{L}\p{N}].*)$/u;
const plus = /^(\+)\s*(.*[\p{L}\p{N}].*)$/u;

/**
 * The label that a line begins with, or null where it begins with none. A number that could be a year is a label only
 * where the caller awaits it ("… giai đoạn 2021 -" / "2025. Đẩy mạnh …").
 */
export function readMarker(line: string, awaitsYear = false): Marker | null {
  const marker = readAnyMarker(line);
  const isYear = marker !== null && marker.numbers.length === 1 && /^(?:19|20)\d\d$/u.test(marker.key ?? '');
  return isYear && !awaitsYear ? null : marker;
}

function readAnyMarker(line: string): Marker | null {
  return readNamed(line) ?? readNumbered(line) ?? readListed(line);
}

function readNamed(line: string): Marker | null {
  const asArticle = article.exec(line);
  if (asArticle !== null) return marker(ranks.article, line, asArticle[3], `Đ-${asArticle[2]}`);
  const match = named.exec(line);
  if (match === null) return null;
  const [, word = '', number = '', rest = ''] = match;
  // "Chương trình", "Mục tiêu" and references inside a sentence are no headings: the title is in capitals, or on the next line.
  if (rest !== '' && !isUpperCase(rest)) return null;
  const level = namedLevels.find(([name]) => name === word.toLowerCase());
  if (level === undefined) return null;
  return marker(level[1], line, rest, `${level[2]}-${number.replace(/\s+/gu, '-')}`);
}

function readNumbered(line: string): Marker | null {
  const asRoman = roman.exec(line);
  if (asRoman?.[1]) return marker(ranks.roman, line, asRoman[2], asRoman[1]);
  const asCapital = capital.exec(line);
  if (asCapital?.[1]) return marker(ranks.capital, line, asCapital[2], asCapital[1]);
  const asDecimal = decimal.exec(line);
  if (asDecimal?.[1]) {
    const numbers = asDecimal[1].split('.').map(Number);
    if (numbers.length === 1 && asDecimal[2] === undefined) return null;
    return { ...marker(ranks.decimal + (numbers.length - 1) / 10, line, asDecimal[3], asDecimal[1]), numbers };
  }
  const asParty = partyDecimal.exec(line);
  if (asParty?.[1]) {
    const numbers = asParty[1].split('.').map(Number);
    return { ...marker(ranks.decimal + (numbers.length - 1) / 10, line, asParty[2], asParty[1]), numbers };
  }
  const asBracketed = bracketed.exec(line);
  return asBracketed?.[1] ? marker(ranks.bracketed, line, asBracketed[2], `${asBracketed[1]})`) : null;
}

function readListed(line: string): Marker | null {
  const asLetter = letter.exec(line);
  if (asLetter?.[1]) return marker(ranks.letter, line, asLetter[2], asLetter[1]);
  const asDash = dash.exec(line);
  if (asDash !== null) return marker(ranks.dash, line, asDash[2], null);
  const asPlus = plus.exec(line);
  return asPlus === null ? null : marker(ranks.plus, line, asPlus[2], null);
}

function marker(rank: number, line: string, rest: string | undefined, key: string | null): Marker {
  const wording = rest?.trim() ?? '';
  const label = line.slice(0, line.length - wording.length).trim();
  return { rank, label, key, numbers: [], rest: wording };
}
