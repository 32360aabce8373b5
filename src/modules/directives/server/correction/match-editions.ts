import { fold } from '../../../../platform/search/fold.ts';
import { likenessOf, matchClauses } from '../../../../platform/search/likeness.ts';

interface NewClause {
  readonly path: string;
  readonly text: string;
}
interface EarlierClause extends NewClause {
  readonly id: string;
}

/** At the same place a clause is still the same one when so many of its words are. */
const sameAtPlace = 0.3;
/** More comparisons than this are not made: each clause left over with each. */
const comparisonsAtMost = 250_000;

/**
 * Pure. Which clause of the earlier edition each clause is: the same words at the same place, the same words elsewhere, like
 * words at the same place, like words elsewhere. Nothing is used twice.
 */
export function matchEditions(clauses: readonly NewClause[], earlier: readonly EarlierClause[]): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const take = (path: string, id: string) => {
    found.set(path, id);
    taken.add(id);
  };
  const open = () => clauses.filter((clause) => !found.has(clause.path));
  const left = () => earlier.filter((clause) => !taken.has(clause.id));

  const byPath = new Map(earlier.map((clause) => [clause.path, clause]));
  for (const clause of clauses) {
    const there = byPath.get(clause.path);
    if (there && fold(there.text) === fold(clause.text)) take(clause.path, there.id);
  }
  const byWords = Map.groupBy(left(), (clause) => fold(clause.text));
  for (const clause of open()) {
    const there = byWords.get(fold(clause.text))?.shift();
    if (there) take(clause.path, there.id);
  }
  for (const clause of open()) {
    const there = byPath.get(clause.path);
    if (there && !taken.has(there.id) && likenessOf(there.text, clause.text) >= sameAtPlace)
      take(clause.path, there.id);
  }
  const [rest, remaining] = [open(), left()];
  if (rest.length * remaining.length > comparisonsAtMost) return found;
  const asCompared = rest.map((clause) => ({ id: clause.path, text: clause.text }));
  for (const pair of matchClauses(asCompared, remaining)) take(pair.clauseId, pair.fromClauseId);
  return found;
}
