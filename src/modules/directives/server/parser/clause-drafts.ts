import { findAssignmentTables, isTableLine, joinRows, type TableLine } from './assignment-table.ts';
import type { ClauseDraft, ClauseReading } from './clause-draft.ts';
import { findParent, makePath } from './clause-places.ts';
import { isClosingStart } from './closing.ts';
import { continuesSentence, isDecoration, isPageNumber, joinedLineRepair } from './joins.ts';
import type { Lexicon } from './lexicon.ts';
import { type Marker, ranks, readMarker } from './markers.ts';
import { isNextInSequence } from './numbering.ts';
import { findQuotedLines } from './quoted-lines.ts';
import type { SourceLine } from './source-lines.ts';

const longHeading = 160;
const paragraphMarker: Marker = { rank: ranks.paragraph, label: '', key: null, numbers: [], rest: '' };

/** Reads the lines of the body into a tree by their labels; those of an annex stand below its heading. */
export function readClauses(options: {
  text: string;
  lines: readonly SourceLine[];
  lexicon: Lexicon;
  annex?: { readonly heading: ClauseDraft; readonly paths: Map<string, number> };
}): ClauseReading {
  const { annex } = options;
  const reading: ClauseReading = {
    roots: annex ? annex.heading.children : [],
    inOrder: [],
    repairs: [],
    warnings: [],
    asides: [],
    adjacentJoins: [],
    unnumbered: 0,
    paths: annex?.paths ?? new Map<string, number>(),
  };
  let open: ClauseDraft | null = annex?.heading ?? null;
  let aside: SourceLine[] = [];
  const quoted = findQuotedLines(options.lines);
  const tables = findAssignmentTables(options.lines);
  for (const [index, line] of options.lines.entries()) {
    const row = tables.get(index);
    if (row !== undefined && row.kind !== 'header') {
      // A row that goes on over a page holds the page number and the heading between its halves.
      if (row.kind !== 'more' || open?.row === null) setAside(reading, aside);
      aside = [];
      open = takeTableLine(reading, open, row, line);
      continue;
    }
    if (row !== undefined || isPageNumber(line) || isDecoration(line)) {
      aside.push(line);
      continue;
    }
    const isQuoted = open !== null && quoted.has(index);
    const marker = isQuoted ? null : (readMarker(line.text) ?? readAwaitedYear(open, line.text));
    if (open !== null && (isQuoted || belongsTo(open, line, marker, aside.length > 0, options.lexicon))) {
      if (!isQuoted) recordJoin(options.text, reading, open, line, aside.length > 0);
      open.pieces.push(line.text);
      open.length += line.text.length;
      open.to = line.to;
      open.lastLine = line;
    } else {
      setAside(reading, aside);
      open = openDraft(reading, open, marker ?? { ...paragraphMarker, rest: line.text }, line);
    }
    aside = [];
  }
  setAside(reading, aside);
  return reading;
}

/** Each row of the table and each heading between its rows is a clause. */
function takeTableLine(
  reading: ClauseReading,
  open: ClauseDraft | null,
  table: Exclude<TableLine, { kind: 'header' }>,
  line: SourceLine,
): ClauseDraft | null {
  if (table.kind === 'more' && open?.row) {
    open.row = joinRows(open.row, table.row);
    if (table.row.task !== '') open.pieces.push(table.row.task);
    open.to = line.to;
    return open;
  }
  const isGroup = table.kind === 'group';
  const label = isGroup ? table.label : table.row.number;
  const rest = isGroup ? table.text : table.row.task || table.row.output || table.row.lead || '…';
  const key = label.replace(/[.)\s/~]+$/u, '').replace(/[\s/~]+/gu, '-');
  const rank = isGroup ? ranks.tableGroup : ranks.tableRow;
  const draft = openDraft(reading, open, { rank, label, key: key === '' ? null : key, numbers: [], rest }, line);
  draft.row = isGroup ? null : table.row;
  return draft;
}

/** In a list of two thousand, 2026 is a number like any other. */
function readAwaitedYear(open: ClauseDraft | null, line: string): Marker | null {
  const marker = open === null ? null : readMarker(line, true);
  if (open === null || marker === null) return null;
  const before = previousSibling(open, marker);
  return before !== null && isNextInSequence(before, marker) ? marker : null;
}

function belongsTo(
  open: ClauseDraft,
  line: SourceLine,
  marker: Marker | null,
  isAfterAside: boolean,
  lexicon: Lexicon,
): boolean {
  if (open.marker.rank === ranks.annex || open.row !== null || open.marker.rank === ranks.tableGroup) return false;
  if (isTableLine(line) || isTableLine(open.lastLine)) return false;
  if (open.length === 0) return marker === null;
  return continuesSentence({
    previousText: open.pieces.at(-1) ?? '',
    previousLength: open.length,
    previousLine: open.lastLine,
    line,
    isAfterBlank: line.isAfterBlank || isAfterAside,
    marker,
    isInSequence: marker === null || isNextInSequence(previousSibling(open, marker), marker),
    isHeading: open.marker.rank < ranks.dash && open.length < longHeading,
    isClosing: isClosingStart(line.text, lexicon),
  });
}

function previousSibling(open: ClauseDraft, marker: Marker): Marker | null {
  let draft: ClauseDraft | null = open;
  while (draft !== null && draft.marker.rank !== marker.rank)
    draft = draft.marker.rank > marker.rank ? draft.parent : null;
  return draft?.marker ?? null;
}

function recordJoin(
  text: string,
  reading: ClauseReading,
  open: ClauseDraft,
  line: SourceLine,
  isAfterAside: boolean,
): void {
  if (open.length === 0) return;
  const repair = joinedLineRepair(text, open.lastLine, line);
  if (line.isAfterBlank || isAfterAside) reading.repairs.push(repair);
  else reading.adjacentJoins.push(repair);
}

function setAside(reading: ClauseReading, lines: readonly SourceLine[]): void {
  for (const line of lines) {
    reading.asides.push({
      kind: isPageNumber(line) ? 'page-number' : 'decoration',
      source: { from: line.from, to: line.to },
    });
  }
}

function openDraft(reading: ClauseReading, open: ClauseDraft | null, marker: Marker, line: SourceLine): ClauseDraft {
  const parent = findParent(open, marker);
  const siblings = parent?.children ?? reading.roots;
  if (marker.key !== null) {
    const before = siblings.findLast((sibling) => sibling.marker.rank === marker.rank)?.marker ?? null;
    // A number twice over is reported as that.
    if (!isNextInSequence(before, marker) && before?.key !== marker.key)
      reading.warnings.push({ code: 'numbering-gap', at: line.from, detail: marker.label });
  }
  const { path, isRepeated, plain } = makePath(reading, parent, marker);
  // Rows of tables are numbered anew in each table, and beside the clauses.
  if (isRepeated && marker.rank !== ranks.tableRow && marker.rank !== ranks.tableGroup)
    reading.warnings.push({ code: 'numbering-repeated', at: line.from, detail: plain });
  const draft: ClauseDraft = {
    path,
    row: null,
    marker,
    parent,
    children: [],
    pieces: marker.rest === '' ? [] : [marker.rest],
    length: marker.rest.length,
    unnumbered: 0,
    from: line.from,
    to: line.to,
    lastLine: line,
  };
  siblings.push(draft);
  reading.inOrder.push(draft);
  return draft;
}
