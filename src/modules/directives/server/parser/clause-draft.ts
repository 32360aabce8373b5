import type { ParsedRepair, ParsedWarning, SourceRange } from '../../directives.parsed.ts';
import type { AssignmentRow } from './assignment-table.ts';
import type { Marker } from './markers.ts';
import type { SourceLine } from './source-lines.ts';

/** A clause while it is being read. */
export interface ClauseDraft {
  readonly path: string;
  readonly marker: Marker;
  readonly parent: ClauseDraft | null;
  readonly children: ClauseDraft[];
  /** Cells of a table row; null for what is no row. */
  row: AssignmentRow | null;
  /** Wording line by line, without the label. */
  readonly pieces: string[];
  length: number;
  /** How many children have no number: dashes and paragraphs are counted together. */
  unnumbered: number;
  from: number;
  to: number;
  lastLine: SourceLine;
}

export interface ClauseReading {
  readonly roots: ClauseDraft[];
  /** All drafts in the order of the text. */
  readonly inOrder: ClauseDraft[];
  readonly repairs: ParsedRepair[];
  readonly warnings: ParsedWarning[];
  readonly asides: { kind: 'page-number' | 'decoration'; source: SourceRange }[];
  /** Lines joined without a blank between them: many of them mean a narrow column, not page breaks. */
  readonly adjacentJoins: ParsedRepair[];
  unnumbered: number;
  /** How often each path was met, in annexes too. */
  readonly paths: Map<string, number>;
}
