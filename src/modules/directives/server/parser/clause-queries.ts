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
    const leads = candidate.units.filter((unit) => unit.role === 'lead');
    if (leads.length > 0 && isCharged(candidate, leads[0]?.text ?? '')) return leads.map((unit) => unit.unitId);
  }
  return [];
}

/** A heading charges whom it names; a leaf only where it begins with the name, or the name stands outside of its wording. */
function isCharged(clause: ParsedClause, lead: string): boolean {
  if (clause.children.length > 0 || !clause.text.includes(lead)) return true;
  const before = clause.text.slice(0, clause.text.indexOf(lead)).trim();
  return /^(?:giao|đề nghị|yêu cầu|phân công)?(?:\s+cho)?\s*(?:thủ trưởng|chủ tịch|giám đốc|lãnh đạo)?$/iu.test(before);
}

/** Units and groups that help with a clause: its own, else those of the nearest heading that names some. */
export function supportingUnits({ clause, above }: PlacedClause): string[] {
  if (clause.nature !== 'assignment') return [];
  const naming = [clause, ...above.toReversed()].find((each) => each.units.some((unit) => unit.role === 'supporting'));
  return (naming?.units ?? []).filter((unit) => unit.role === 'supporting').map((unit) => unit.unitId);
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
