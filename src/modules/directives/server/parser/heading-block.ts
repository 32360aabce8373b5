import { readKindHeading } from './document-kinds.ts';
import {
  type NumberAndSymbol,
  type PlaceAndDate,
  readNumberAndSymbol,
  readPlaceAndDate,
  withoutHeadingFields,
} from './heading-line.ts';
import { isDecoration, isPageNumber } from './joins.ts';
import { readMarker } from './markers.ts';
import type { SourceLine } from './source-lines.ts';
import { isUpperCase } from './vietnamese-fold.ts';

export interface HeadingBlock {
  readonly kind: string | null;
  readonly subject: string | null;
  readonly numberAndSymbol: NumberAndSymbol | null;
  readonly placeAndDate: PlaceAndDate | null;
  /** Lines in capitals above the number: parent agency, issuing agency. */
  readonly agency: string;
  readonly addressees: readonly string[];
  /** Its subject begins with "V/v": a công văn. */
  readonly isLetter: boolean;
  /** How many lines belong to it. */
  readonly lineCount: number;
}

/** Nghị định 30/2020, annex I: cells 1 to 5 and 9a stand above the text. */
const longestBlock = 40;
const basisStart = /^(?:Căn cứ|Thực hiện|Theo|Xét|Triển khai|Để|Nhằm|Trên cơ sở|Ngày(?=\s+\d))(?!\p{L})/u;
const subjectOfLetter = /(?:^|\s)V\/v:?\s+(.+)$/iu;
/** A công điện names whom it goes to after "… điện:". */
const addressedTo = /^(?:(?:Kính gửi|Gửi)\s*:?|[\p{Lu}\s,.-]{4,100}\s+điện\s*:)\s*(.*)$/u;

export function isBasisStart(line: string): boolean {
  return basisStart.test(line);
}

export function readHeadingBlock(lines: readonly SourceLine[]): HeadingBlock {
  const kindAt = findKind(lines);
  const top = kindAt ?? countTopLines(lines);
  const topLines = lines.slice(0, kindAt === null ? top : kindAt);
  const cells = topLines.flatMap(cellsOf);
  const texts = topLines.map((line) => line.text);
  const named = kindAt === null ? readLetterSubject(topLines) : readSubject(lines, kindAt);
  const addressed = readAddressees(lines, Math.max(top, named.end));
  return {
    kind: named.kind,
    subject: named.subject,
    // Blanks for a number or day that is still to come look like the gap between two columns.
    numberAndSymbol: firstOf(cells, readNumberAndSymbol) ?? firstOf(texts, readNumberAndSymbol),
    placeAndDate: firstOf(topLines.map(cellOfDate), readPlaceAndDate),
    agency: readAgency(cells),
    isLetter: kindAt === null && named.subject !== null,
    addressees: addressed.addressees,
    lineCount: addressed.end,
  };
}

function findKind(lines: readonly SourceLine[]): number | null {
  for (const [index, line] of lines.slice(0, longestBlock).entries()) {
    if (readKindHeading(line.text) !== null) return index;
    // The star under the name of a Party body may stand on one line with place and date.
    const isOfHeading = isDecoration(line) || /^\*\s/u.test(line.text) || withoutHeadingFields(line.text) === '';
    if (readMarker(line.text) !== null && !isOfHeading) return null;
  }
  return null;
}

/** Without a kind in capitals: lines are of the block while they look like one. */
function countTopLines(lines: readonly SourceLine[]): number {
  let isInSubject = false;
  for (const [index, line] of lines.slice(0, longestBlock).entries()) {
    const isSubject = subjectOfLetter.test(line.text);
    const isField = isDecoration(line) || isSubject || isCapitals(line) || withoutHeadingFields(line.text) === '';
    if (!isField && !(isInSubject && !line.isAfterBlank && !addressedTo.test(line.text))) return index;
    isInSubject = isSubject || (isInSubject && !isField);
  }
  return Math.min(lines.length, longestBlock);
}

function isCapitals(line: SourceLine): boolean {
  return line.text.length < 120 && readMarker(line.text) === null && isUpperCase(withoutHeadingFields(line.text));
}

function readLetterSubject(lines: readonly SourceLine[]): { kind: null; subject: string | null; end: number } {
  const at = lines.findIndex((line) => subjectOfLetter.test(line.text));
  if (at === -1) return { kind: null, subject: null, end: lines.length };
  const rest = lines
    .slice(at + 1)
    .filter((line) => withoutHeadingFields(line.text) === line.text && !isUpperCase(line.text));
  const first = subjectOfLetter.exec(lines[at]?.text ?? '')?.[1] ?? '';
  return {
    kind: null,
    subject: withoutHeadingFields([first, ...rest.map((line) => line.text)].join(' ')),
    end: lines.length,
  };
}

function readSubject(
  lines: readonly SourceLine[],
  at: number,
): { kind: string | null; subject: string | null; end: number } {
  const heading = readKindHeading(lines[at]?.text ?? '');
  const words = heading === null || heading.rest === '' ? [] : [heading.rest];
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end];
    if (line === undefined || !belongsToSubject(line, words)) break;
    if (!isDecoration(line)) words.push(line.text);
    end += 1;
  }
  // "KẾT LUẬN / CỦA BAN THƯỜNG VỤ TỈNH ỦY / về …": whose it is stands above the subject.
  const subject = words.length > 1 && /^CỦA\s/u.test(words[0] ?? '') ? words.slice(1) : words;
  return { kind: heading?.kind ?? null, subject: subject.length === 0 ? null : subject.join(' '), end };
}

function belongsToSubject(line: SourceLine, words: readonly string[]): boolean {
  if (isDecoration(line)) return true;
  if (isPageNumber(line) || readMarker(line.text) !== null || addressedTo.test(line.text)) return false;
  // "Triển khai …", "Thực hiện …" begin a subject as well; a basis names a document or ends with a sign.
  if (isBasisStart(line.text) && (words.length > 0 || /\ssố\s*:?\s*\d|ngày\s+\d/u.test(line.text))) return false;
  if (line.text.length > 200 || /[.:;]$/u.test(line.text)) return false;
  const isBroken = /^\p{Ll}/u.test(line.text) || /(?:,|\s(?:và|của|về|các|trên|tại|trong))$/u.test(words.at(-1) ?? '');
  return words.length === 0 || isBroken || (!line.isAfterBlank && !isUpperCase(line.text) && line.text.length <= 100);
}

function readAddressees(lines: readonly SourceLine[], from: number): { addressees: string[]; end: number } {
  let end = from;
  while (
    end < lines.length &&
    lines[end] !== undefined &&
    !addressedTo.test(lines[end]?.text ?? '') &&
    (isDecoration(lines[end] as SourceLine) || isCapitals(lines[end] as SourceLine))
  ) {
    end += 1;
  }
  const first = addressedTo.exec(lines[end]?.text ?? '');
  if (first === null) return { addressees: [], end };
  const firstName = (first[1] ?? '').replace(/^[-–]\s*/u, '');
  const addressees = firstName === '' ? [] : [firstName];
  const isList = addressees.length === 0 || /[;,]$/u.test(firstName);
  end += 1;
  while (isList && end < lines.length) {
    const marker = readMarker(lines[end]?.text ?? '');
    if (marker === null || marker.key !== null) break;
    addressees.push(marker.rest);
    end += 1;
    if (/\.$/u.test(marker.rest)) break;
  }
  return { addressees: addressees.map((name) => name.replace(/[;,.]+$/u, '')), end };
}

/** Two columns of the page may stand side by side on one line. */
function cellsOf(line: SourceLine): string[] {
  const cells = line.wide.split(/\s{3,}|\t+/u).map((cell) => cell.replace(/\s+/gu, ' ').trim());
  return cells.filter((cell) => cell !== '');
}

/** The column of a line that holds place and date: from the last gap before ", ngày" to the end. */
function cellOfDate(line: SourceLine): string {
  const at = /,\s*ngày(?!\p{L})/u.exec(line.wide)?.index;
  if (at === undefined) return line.text;
  const gap = [...line.wide.slice(0, at).matchAll(/\s{3,}|\t+/gu)].at(-1);
  return line.wide
    .slice(gap === undefined ? 0 : gap.index)
    .replace(/\s+/gu, ' ')
    .trim();
}

function readAgency(cells: readonly string[]): string {
  const words: string[] = [];
  for (const cell of cells) {
    if (readNumberAndSymbol(cell) !== null || /^Số\s*:?$/u.test(cell)) break;
    const left = withoutHeadingFields(cell);
    if (left !== '' && isUpperCase(left)) words.push(left);
  }
  return words.join(' ');
}

function firstOf<Value>(cells: readonly string[], read: (cell: string) => Value | null): Value | null {
  for (const cell of cells) {
    const value = read(cell);
    if (value !== null) return value;
  }
  return null;
}
