import type { PdfSegment } from './pdf-lines.ts';
import type { ReadBlock, ReadTable } from './read-types.ts';

export interface TextArea {
  readonly from: number;
  readonly to: number;
  /** Usual distance between two lines of a paragraph, in type sizes. */
  readonly pitch: number;
}

const sentenceEnd = /[.;:!?…]["”’»)\]]*$/u;
const label =
  /^(?:[IVX]{1,6}\s*[./]|\d{1,3}(?:\.\d{1,3})*\s*[.)]|[a-zđ]\s*[).]|[-–—+•●▪*]|Điều\s+\d|Chương\s+[IVX]|Mục\s+\d|Phần\s)\s*/u;

/** Lines over the whole text made into paragraphs. A paragraph may go on over pages, so it is fed page after page. */
export class PdfParagraphs {
  readonly blocks: ReadBlock[] = [];
  #open: { text: string; page: number; last: PdfSegment; isCentred: boolean; isInLayout: boolean } | null = null;

  /** `isNewPage`: the distance to the line before says nothing. */
  add(line: PdfSegment, area: TextArea, place: { page: number; isNewPage: boolean }): void {
    const isCentred = isInMiddle(line, area);
    const open = this.#open;
    if (open && !open.isInLayout && this.#goesOn(open, line, isCentred, area, place.isNewPage)) {
      open.text = joinWords(open.text, line.text);
      open.last = line;
    } else {
      this.close();
      this.#open = { text: line.text, page: place.page, last: line, isCentred, isInLayout: false };
    }
  }

  /** A column of the heading block or foot: each line for itself, wrapped recipients whole again. */
  addColumn(lines: readonly PdfSegment[], page: number): void {
    this.close();
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const gap = before ? (line.y - before.y) / Math.max(line.size, before.size) : 0;
      if (gap > 2.4) this.#break(page);
      const above = this.blocks.at(-1);
      // The national name is often set a little too wide for its column.
      if (above?.kind === 'paragraph' && line.text === 'NAM' && above.text.endsWith('CHỦ NGHĨA VIỆT')) {
        this.blocks[this.blocks.length - 1] = { ...above, text: `${above.text} NAM` };
      } else this.#push(line.text, page, false, true);
    }
    this.#break(page);
  }

  addTable(table: ReadTable): void {
    this.close();
    this.blocks.push(table);
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    if (open) this.#push(open.text, open.page, open.isCentred, false);
  }

  #goesOn(
    open: { text: string; last: PdfSegment; isCentred: boolean },
    line: PdfSegment,
    isCentred: boolean,
    area: TextArea,
    isNewPage: boolean,
  ): boolean {
    const { last } = open;
    if (isCentred || open.isCentred) return false;
    const isLabelled = label.test(line.text);
    if (isLabelled && (line.from > area.from + line.size * 0.5 || sentenceEnd.test(open.text))) return false;
    const isFull = last.to > area.to - last.size * 2.5;
    const hasEnded = sentenceEnd.test(open.text);
    const isIndented = line.from > area.from + line.size * 0.8;
    if (!isNewPage) {
      const gap = (line.y - last.y) / Math.max(line.size, last.size);
      if (gap > area.pitch * 1.25 + 0.1 && (hasEnded || isIndented || !isFull)) return false;
      if (gap > area.pitch * 2) return false;
    }
    if (!isFull) return false;
    if (isIndented) return !hasEnded && !isSameIndent(line, last, area);
    return true;
  }

  #push(text: string, page: number, isCentred: boolean, isInLayout: boolean): void {
    this.blocks.push({ kind: 'paragraph', text, isCentred, isInLayout, page });
  }

  #break(page: number): void {
    this.#push('', page, false, false);
  }
}

/** Both are first lines of paragraphs of one line. */
function isSameIndent(line: PdfSegment, last: PdfSegment, area: TextArea): boolean {
  return Math.abs(line.from - last.from) < line.size * 0.3 && last.from > area.from + last.size * 0.8;
}

function isInMiddle(line: PdfSegment, area: TextArea): boolean {
  const middle = (area.from + area.to) / 2;
  const isBetween = line.from > area.from + line.size * 2 && line.to < area.to - line.size * 1.5;
  return isBetween && Math.abs((line.from + line.to) / 2 - middle) < line.size * 1.2;
}

/** A hyphen at the end of a line that touches its word is of the word. */
export function joinWords(before: string, after: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;
}

/** Where the text of pages of one size stands: by the edges that lines share. */
export function textAreaOf(lines: readonly PdfSegment[], width: number): TextArea {
  const shared = (values: readonly number[], pick: (one: number, other: number) => number): number | null => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(Math.round(value / 3), (counts.get(Math.round(value / 3)) ?? 0) + 1);
    const fewest = Math.max(2, values.length * 0.02);
    const often = [...counts].filter(([, count]) => count >= fewest).map(([value]) => value * 3);
    return often.length === 0 ? null : often.reduce((one, other) => pick(one, other));
  };
  const wide = lines.filter((line) => line.to - line.from > width * 0.4);
  const from =
    shared(
      lines.map((line) => line.from),
      Math.min,
    ) ?? Math.min(width * 0.13, ...wide.map((line) => line.from));
  const to =
    shared(
      wide.map((line) => line.to),
      Math.max,
    ) ?? Math.max(width * 0.9, ...wide.map((line) => line.to));
  const gaps = lines
    .slice(1)
    .map((line, index) => (line.y - (lines[index]?.y ?? 0)) / line.size)
    .filter((gap) => gap > 0.95 && gap < 3)
    .toSorted((one, other) => one - other);
  return { from, to, pitch: gaps[Math.floor(gaps.length * 0.1)] ?? 1.2 };
}
