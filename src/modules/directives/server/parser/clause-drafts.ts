import type { ClauseDraft, ClauseReading } from './clause-draft.ts';
import { isClosingStart } from './closing.ts';
import { continuesSentence, isDecoration, isPageNumber, joinedLineRepair } from './joins.ts';
import type { Lexicon } from './lexicon.ts';
import { type Marker, ranks, readMarker } from './markers.ts';
import { isNextInSequence } from './numbering.ts';
import { findQuotedLines } from './quoted-lines.ts';
import type { SourceLine } from './source-lines.ts';

const longHeading = 160;
const paragraphMarker: Marker = { rank: ranks.paragraph, label: '', key: null, numbers: [], rest: '' };

/** Reads the lines of the body into a tree by their labels. */
export function readClauses(options: { text: string; lines: readonly SourceLine[]; lexicon: Lexicon }): ClauseReading {
  const reading: ClauseReading = {
    roots: [],
    inOrder: [],
    repairs: [],
    warnings: [],
    asides: [],
    adjacentJoins: [],
    unnumbered: 0,
  };
  const paths = new Map<string, number>();
  let open: ClauseDraft | null = null;
  let aside: SourceLine[] = [];
  const quoted = findQuotedLines(options.lines);
  for (const [index, line] of options.lines.entries()) {
    if (isPageNumber(line) || isDecoration(line)) {
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
      open = openDraft(reading, paths, open, marker ?? { ...paragraphMarker, rest: line.text }, line);
    }
    aside = [];
  }
  setAside(reading, aside);
  return reading;
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

function openDraft(
  reading: ClauseReading,
  paths: Map<string, number>,
  open: ClauseDraft | null,
  marker: Marker,
  line: SourceLine,
): ClauseDraft {
  const parent = findParent(open, marker);
  const siblings = parent?.children ?? reading.roots;
  if (marker.key !== null) {
    const before = siblings.findLast((sibling) => sibling.marker.rank === marker.rank)?.marker ?? null;
    // A number twice over is reported as that.
    if (!isNextInSequence(before, marker) && before?.key !== marker.key)
      reading.warnings.push({ code: 'numbering-gap', at: line.from, detail: marker.label });
  }
  const draft: ClauseDraft = {
    path: makePath(reading, paths, parent, marker, line),
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

function findParent(open: ClauseDraft | null, marker: Marker): ClauseDraft | null {
  const isParagraph = marker.rank === ranks.paragraph;
  let parent = isParagraph && open !== null && endsList(open) ? aboveList(open) : open;
  while (parent !== null) {
    const isAbove = isParagraph ? parent.marker.rank < ranks.dash : parent.marker.rank < marker.rank;
    if (isAbove && isPrefix(parent.marker.numbers, marker.numbers)) return parent;
    parent = parent.parent;
  }
  return null;
}

/** "a) …; b) …; c) … ." is a list that has ended: what follows without a label belongs to what stands above the list. */
function endsList(open: ClauseDraft): boolean {
  let last = open;
  while (last.marker.rank >= ranks.dash && last.parent !== null) last = last.parent;
  const isPoint = last.marker.rank === ranks.letter || last.marker.rank === ranks.bracketed;
  if (!isPoint || last.parent === null || !/\.["”]?$/u.test(open.pieces.at(-1) ?? '')) return false;
  const before = last.parent.children.at(-2);
  return (
    before?.marker.rank === last.marker.rank &&
    [before.pieces.at(-1) ?? '', wordsBefore(before)].some((words) => words.endsWith(';'))
  );
}

function aboveList(open: ClauseDraft): ClauseDraft | null {
  let point: ClauseDraft | null = open;
  while (point !== null && point.marker.rank >= ranks.dash) point = point.parent;
  return point?.parent ?? null;
}

/** The last words of a clause, those of its last child included. */
function wordsBefore(draft: ClauseDraft): string {
  const child = draft.children.at(-1);
  return child === undefined ? (draft.pieces.at(-1) ?? '') : wordsBefore(child);
}

function isPrefix(above: readonly number[], below: readonly number[]): boolean {
  return below.length === 0 || above.every((number, index) => below[index] === number);
}

function makePath(
  reading: ClauseReading,
  paths: Map<string, number>,
  parent: ClauseDraft | null,
  marker: Marker,
  line: SourceLine,
): string {
  let path: string;
  if (marker.key === null) {
    const counter = parent ?? reading;
    counter.unnumbered += 1;
    path = `${parent?.path ?? ''}/${counter.unnumbered}`;
  } else {
    let above = parent;
    if (marker.numbers.length > 1) while (above !== null && above.marker.numbers.length > 0) above = above.parent;
    path = above === null ? marker.key : `${above.path}.${marker.key}`;
  }
  if (paths.has(path)) {
    reading.warnings.push({ code: 'numbering-repeated', at: line.from, detail: path });
    const repeat = (paths.get(path) ?? 1) + 1;
    paths.set(path, repeat);
    path = `${path}~${repeat}`;
  }
  paths.set(path, 1);
  return path;
}
