import type { ParsedRepair } from '../../directives.parsed.ts';
import { findAssignmentTables } from './assignment-table.ts';
import { isBasisStart } from './heading-block.ts';
import { isDecoration, isPageNumber } from './joins.ts';
import { readMarker } from './markers.ts';
import { type Paragraph, readParagraphs } from './paragraphs.ts';
import type { SourceLine } from './source-lines.ts';

export interface Preamble {
  readonly paragraphs: readonly Paragraph[];
  readonly repairs: readonly ParsedRepair[];
  readonly lineCount: number;
}

/** Bases and introduction stand before the first label. Where no label comes, the introduction is one paragraph or the bases. */
export function readPreamble(text: string, lines: readonly SourceLine[]): Preamble {
  const tables = findAssignmentTables(lines);
  const firstClause = lines.findIndex((line, index) => tables.has(index) || isFirstClause(line));
  const introduction = firstClause === -1 ? lines : lines.slice(0, firstClause);
  const { paragraphs, repairs } = readParagraphs(text, introduction.map(withoutDash));
  if (firstClause !== -1) return { paragraphs, repairs, lineCount: firstClause };
  const bases = paragraphs.findIndex((paragraph) => !isBasisStart(paragraph.text));
  const kept = paragraphs.slice(0, Math.max(1, bases === -1 ? paragraphs.length : bases));
  const lineCount = kept.reduce((count, paragraph) => count + paragraph.lineCount, 0);
  const end = kept.at(-1)?.to ?? 0;
  return { paragraphs: kept, repairs: repairs.filter((repair) => repair.at < end), lineCount };
}

function isFirstClause(line: SourceLine): boolean {
  if (isPageNumber(line) || isDecoration(line)) return false;
  const marker = readMarker(line.text);
  return marker !== null && !(marker.key === null && isBasisStart(marker.rest));
}

function withoutDash(line: SourceLine): SourceLine {
  const marker = readMarker(line.text);
  return marker !== null && isBasisStart(marker.rest) ? { ...line, text: marker.rest } : line;
}
