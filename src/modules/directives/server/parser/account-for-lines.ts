import type { ParsedClause, ParsedDirective, SourceRange } from '../../directives.parsed.ts';
import { readLines } from './source-lines.ts';

export interface LineAccount {
  readonly line: string;
  readonly from: number;
  readonly to: number;
  /** Paths of clauses and kinds of parts that hold the line; exactly one in a sound reading. */
  readonly owners: readonly string[];
}

/** Says for each non-blank line of the source which clause or part holds it. */
export function accountForLines(parsed: ParsedDirective, text: string): LineAccount[] {
  const ranges: { owner: string; source: SourceRange }[] = parsed.parts.map((part) => ({
    owner: part.kind,
    source: part.source,
  }));
  const visit = (clause: ParsedClause): void => {
    ranges.push({ owner: clause.path, source: clause.source });
    clause.children.forEach(visit);
  };
  parsed.clauses.forEach(visit);
  ranges.sort((one, other) => one.source.from - other.source.from);
  let first = 0;
  return readLines(text).map(({ from, to }) => {
    while (first < ranges.length && (ranges[first]?.source.to ?? 0) <= from) first += 1;
    const owners: string[] = [];
    for (let index = first; index < ranges.length; index += 1) {
      const range = ranges[index];
      if (range === undefined || range.source.from >= to) break;
      if (range.source.to > from) owners.push(range.owner);
    }
    return { line: text.slice(from, to), from, to, owners };
  });
}
