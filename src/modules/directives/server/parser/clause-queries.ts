import type { ParsedClause, ParsedDirective } from '../../directives.parsed.ts';

/** A clause with the headings above it, the nearest last. */
export interface PlacedClause {
  readonly clause: ParsedClause;
  readonly above: readonly ParsedClause[];
}

/** All clauses in the order of the text. */
export function listClauses(parsed: Pick<ParsedDirective, 'clauses'>): PlacedClause[] {
  const placed: PlacedClause[] = [];
  const visit = (clause: ParsedClause, above: readonly ParsedClause[]): void => {
    placed.push({ clause, above });
    for (const child of clause.children) visit(child, [...above, clause]);
  };
  for (const clause of parsed.clauses) visit(clause, []);
  return placed;
}

export function listLeaves(parsed: Pick<ParsedDirective, 'clauses'>): PlacedClause[] {
  return listClauses(parsed).filter(({ clause }) => clause.children.length === 0);
}

export function findClause(parsed: Pick<ParsedDirective, 'clauses'>, path: string): PlacedClause | null {
  return listClauses(parsed).find(({ clause }) => clause.path === path) ?? null;
}

/** Units and groups charged with a clause: the nearest heading that names one; a leaf only where it begins with the name. */
export function responsibleUnits({ clause, above }: PlacedClause): string[] {
  if (clause.nature !== 'assignment') return [];
  for (const candidate of [clause, ...above.toReversed()]) {
    const isCharged = candidate.children.length > 0 || beginsWithUnit(candidate);
    if (isCharged && candidate.units.length > 0) return candidate.units.map((unit) => unit.unitId);
  }
  return [];
}

function beginsWithUnit(clause: ParsedClause): boolean {
  const first = clause.units[0];
  if (first === undefined) return false;
  const before = clause.text.slice(0, clause.text.indexOf(first.text)).trim();
  return /^(?:giao|đề nghị|yêu cầu|phân công)?(?:\s+cho)?$/iu.test(before);
}

const shortest = 40;
const longest = 110;

/** The first phrase of a clause, for lists and the matrix: cut at punctuation, else at a word. */
export function shortTitle(clause: Pick<ParsedClause, 'title' | 'text'>): string {
  const wording = clause.title ?? clause.text;
  if (wording.length <= longest) return wording.replace(/[.;:,]+$/u, '');
  const cut = [...wording.slice(0, longest).matchAll(/[;:,.](?=\s)/gu)].find((match) => match.index >= shortest);
  if (cut !== undefined) return wording.slice(0, cut.index);
  const space = wording.lastIndexOf(' ', longest);
  return `${wording.slice(0, space === -1 ? longest : space)}…`;
}
