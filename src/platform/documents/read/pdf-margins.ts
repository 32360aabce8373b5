import type { PdfSegment } from './pdf-lines.ts';
import type { PdfTable } from './pdf-tables.ts';

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly (readonly PdfSegment[])[];
  readonly tables: readonly PdfTable[];
}

const marginShare = 0.09;
const fewestRepeats = 3;
const pageNumber = /^(?:[-–—]\s*)?(?:Trang\s+)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*[-–—])?$/u;

/** Takes page numbers, running heads and feet off the pages. */
export function takeMargins(pages: readonly PdfPage[]): { pages: PdfPage[]; margins: string[] } {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.filter((line) => isAtEdge(page, line)).map((line) => keyOf(page, line)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const margins = new Set<string>();
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line, index) => {
      const text = textOf(line);
      // A number alone as the first or last thing of a page is its number, wherever the margin ends.
      const isOuter = index === 0 || index === page.lines.length - 1;
      const isNumber = pageNumber.test(text) && (isOuter || isAtEdge(page, line));
      const isRunning = isAtEdge(page, line) && (counts.get(keyOf(page, line)) ?? 0) >= fewestRepeats;
      if (isNumber || isRunning) margins.add(text);
      return !isNumber && !isRunning;
    }),
  }));
  return { pages: kept, margins: [...margins] };
}

function isAtEdge(page: PdfPage, line: readonly PdfSegment[]): boolean {
  const y = line[0]?.y ?? 0;
  return y < page.height * marginShare || y > page.height * (1 - marginShare);
}

/** The same words at the same height, whatever numbers they hold. */
function keyOf(page: PdfPage, line: readonly PdfSegment[]): string {
  return `${Math.round((line[0]?.y ?? 0) / 4)} ${Math.round(page.height)} ${textOf(line).replace(/\d+/gu, '#')}`;
}

function textOf(line: readonly PdfSegment[]): string {
  return line.map((segment) => segment.text).join(' ');
}
