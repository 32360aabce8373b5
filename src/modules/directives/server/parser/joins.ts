import type { ParsedRepair } from '../../directives.parsed.ts';
import { type Marker, ranks } from './markers.ts';
import type { SourceLine } from './source-lines.ts';

const sentenceEnd = /[.;:!?…]["”’»)\]]*$/u;
const openEnd =
  /(?:[,(/–-]|(?<!\p{L})(?:và|của|với|cho|các|những|trong|về|tại|từ|đến|theo|hoặc|là|do|để|ở|trên|bởi|như|giữa|cùng|bằng|ngày|tháng|năm|số|điều|khoản))$/iu;
const pageNumber = /^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$|^Trang\s+\d{1,3}(?:\s*\/\s*\d{1,3})?$/u;
const longLine = 60;

export function isPageNumber(line: SourceLine): boolean {
  return pageNumber.test(line.text);
}

export function isDecoration(line: SourceLine): boolean {
  return !/[\p{L}\p{N}]/u.test(line.text);
}

export interface JoinQuestion {
  /** The last line read of the sentence, and how long the sentence is so far. */
  readonly previousText: string;
  readonly previousLength: number;
  readonly previousLine: SourceLine;
  readonly line: SourceLine;
  readonly isAfterBlank: boolean;
  readonly marker: Marker | null;
  /** Does the label follow the one before it? A page break may bring a year or a day to the head of a line. */
  readonly isInSequence: boolean;
  /** A heading often ends without a full stop, and a paragraph in capitals follows it. */
  readonly isHeading: boolean;
  readonly isClosing: boolean;
}

/** Is the line the rest of a sentence that a page break or a narrow column has cut? */
export function continuesSentence(question: JoinQuestion): boolean {
  const { previousText, line, marker } = question;
  if (sentenceEnd.test(previousText)) return false;
  if (marker !== null) return isBrokenNumber(question, marker);
  if (/^[\p{Ll}\p{N}),.;]/u.test(line.text) || openEnd.test(previousText)) return true;
  if (question.isClosing) return false;
  if (!question.isAfterBlank) return question.previousLine.text.length >= longLine;
  return !question.isHeading && question.previousLength >= longLine;
}

function isBrokenNumber(question: JoinQuestion, marker: Marker): boolean {
  if (marker.rank === ranks.dash) return /\d{4}$/u.test(question.previousText) && /^\d{4}(?!\d)/u.test(marker.rest);
  return marker.numbers.length > 0 && !question.isInSequence && openEnd.test(question.previousText);
}

/** Proposal for one joined place: the words on both sides of the break, as they came and as they are read. */
export function joinedLineRepair(text: string, previous: SourceLine, next: SourceLine): ParsedRepair {
  const head = text.slice(previous.from, previous.to);
  const tail = text.slice(next.from, next.to);
  const last = /\S*\p{L}*\S*(?:\s+[^\p{L}\p{N}\s]+)?$/u.exec(head.slice(-60))?.[0] ?? '';
  const first = /^\S+/u.exec(tail)?.[0] ?? '';
  const at = previous.to - last.length;
  return {
    kind: 'joined-line',
    at,
    before: text.slice(at, next.from + first.length),
    after: `${last} ${first}`.normalize('NFC').replace(/\s+/gu, ' '),
  };
}
