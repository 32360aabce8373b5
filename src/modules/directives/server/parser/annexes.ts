import type { ParsedRepair, ParsedWarning } from '../../directives.parsed.ts';
import { findAssignmentTables } from './assignment-table.ts';
import type { ClauseDraft, ClauseReading } from './clause-draft.ts';
import { readClauses } from './clause-drafts.ts';
import { readKindHeading } from './document-kinds.ts';
import { isAttachmentStart } from './document-tail.ts';
import type { Lexicon } from './lexicon.ts';
import { ranks } from './markers.ts';
import type { SourceLine } from './source-lines.ts';
import { isUpperCase } from './vietnamese-fold.ts';

export interface AnnexReading {
  readonly roots: readonly ClauseDraft[];
  readonly repairs: readonly ParsedRepair[];
  readonly warnings: readonly ParsedWarning[];
  readonly asides: ClauseReading['asides'];
  /** The lines that became clauses; the others stay as they came. */
  readonly lines: ReadonlySet<SourceLine>;
}

const longestHeading = 8;
const label = /^phụ lục(?:\s+(?:số\s+)?([IVX]+|\d+))?/iu;

/** Annexes that hold a table of tasks, and regulations or plans that the document issues, read into clauses. */
export function readAnnexes(options: {
  text: string;
  lines: readonly SourceLine[];
  lexicon: Lexicon;
  paths: Map<string, number>;
}): AnnexReading {
  const roots: ClauseDraft[] = [];
  const repairs: ParsedRepair[] = [];
  const warnings: ParsedWarning[] = [];
  const asides: ClauseReading['asides'] = [];
  const lines = new Set<SourceLine>();
  for (const annex of partAnnexes(options.lines)) {
    const isIssued = readKindHeading(annex[0]?.text ?? '') !== null;
    if (!isIssued && findAssignmentTables(annex).size === 0) continue;
    const headingLength = lengthOfHeading(annex);
    const heading = makeHeading(annex.slice(0, headingLength), options.paths);
    const reading = readClauses({
      text: options.text,
      lines: annex.slice(headingLength),
      lexicon: options.lexicon,
      annex: { heading, paths: options.paths },
    });
    roots.push(heading);
    repairs.push(...reading.repairs, ...reading.adjacentJoins);
    warnings.push(...reading.warnings);
    asides.push(...reading.asides);
    for (const line of annex) lines.add(line);
  }
  return { roots, repairs, warnings, asides, lines };
}

function partAnnexes(lines: readonly SourceLine[]): SourceLine[][] {
  const annexes: SourceLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const open = annexes.at(-1);
    const isInHeading = open?.every((each) => isUpperCase(each.text) || label.test(each.text)) === true;
    if (open === undefined || (!isInHeading && isAttachmentStart(lines, index))) annexes.push([line]);
    else open.push(line);
  }
  return annexes;
}

/** Label, title in capitals, and the note in brackets that says what it belongs to. */
function lengthOfHeading(lines: readonly SourceLine[]): number {
  const tables = findAssignmentTables(lines);
  const top = lines.slice(0, longestHeading);
  const note = top.findIndex((line) => /^\(/u.test(line.text) && /kèm theo/iu.test(line.text));
  if (note !== -1 && !top.slice(0, note).some((_, index) => tables.has(index))) {
    let end = note;
    while (end < top.length - 1 && !/\)\W*$/u.test(top[end]?.text ?? '') && !tables.has(end + 1)) end += 1;
    return /\)\W*$/u.test(top[end]?.text ?? '') ? end + 1 : note + 1;
  }
  const end = top.findIndex((line, index) => index > 0 && (tables.has(index) || !isUpperCase(line.text)));
  return end === -1 ? top.length : end;
}

function makeHeading(lines: readonly SourceLine[], paths: Map<string, number>): ClauseDraft {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new Error('an annex has a first line');
  const printed = label.exec(first.text);
  const kind = readKindHeading(first.text)?.kind;
  const key = kind ?? (printed?.[1] === undefined ? 'PL' : `PL-${printed[1].toUpperCase()}`);
  const title = lines
    .filter((line) => !line.text.startsWith('(') && (printed === null || line !== first || line.text !== printed[0]))
    .map((line) =>
      line === first && printed ? line.text.slice(printed[0].length).replace(/^[\s.:–-]+/u, '') : line.text,
    )
    .filter((words) => words !== '' && !words.endsWith(')'));
  const times = (paths.get(key) ?? 0) + 1;
  paths.set(key, times);
  return {
    path: times === 1 ? key : `${key}~${times}`,
    marker: { rank: ranks.annex, label: printed?.[0] ?? '', key, numbers: [], rest: '' },
    row: null,
    parent: null,
    children: [],
    pieces: title.length > 0 ? title : [first.text],
    length: 0,
    unnumbered: 0,
    from: first.from,
    to: last.to,
    lastLine: last,
  };
}
