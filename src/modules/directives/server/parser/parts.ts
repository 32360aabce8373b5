import type { ParsedDirective, PartKind } from '../../directives.parsed.ts';
import type { AnnexReading } from './annexes.ts';
import type { Preamble } from './body-layout.ts';
import type { ClauseDraft, ClauseReading } from './clause-draft.ts';
import type { DocumentTail } from './document-tail.ts';
import type { HeadingBlock } from './heading-block.ts';
import type { SourceLine } from './source-lines.ts';

type Parts = ParsedDirective['parts'];

/** Ranges of all that is no clause, so that each line of the source has one owner. */
export function gatherParts(options: {
  lines: readonly SourceLine[];
  heading: HeadingBlock;
  preamble: Preamble;
  reading: ClauseReading;
  closing: readonly ClauseDraft[];
  tail: DocumentTail;
  tailFrom: number;
  annexes: AnnexReading;
}): Parts {
  const { lines, heading, preamble, reading, closing, tail, tailFrom, annexes } = options;
  const kindOf = new Map<PartKind, readonly SourceLine[]>([['heading', lines.slice(0, heading.lineCount)]]);
  const parts: Parts = [...kindOf].flatMap(([kind, own]) => runs(own.map((line) => ({ kind, line }))));
  for (const { from, to } of preamble.paragraphs) parts.push({ kind: 'preamble', source: { from, to } });
  parts.push(...reading.asides);
  for (const { from, to } of closing) parts.push({ kind: 'closing', source: { from, to } });
  parts.push(...annexes.asides);
  const kept = lines.slice(tailFrom).map((line, index): { kind: PartKind | null; line: SourceLine } => ({
    kind: annexes.lines.has(line) ? null : (tail.kinds[index] ?? 'signature'),
    line,
  }));
  parts.push(...runs(kept));
  return parts.sort((one, other) => one.source.from - other.source.from);
}

/** Neighbouring lines of one kind made into one range. */
function runs(owned: readonly { kind: PartKind | null; line: SourceLine }[]): Parts {
  const parts: Parts = [];
  let before: PartKind | null = null;
  for (const { kind, line } of owned) {
    const last = parts.at(-1);
    const isSame = kind !== null && kind === before;
    before = kind;
    if (kind === null) continue;
    if (isSame && last) last.source.to = line.to;
    else parts.push({ kind, source: { from: line.from, to: line.to } });
  }
  return parts;
}
