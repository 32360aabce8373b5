import { fold } from './fold.ts';

export interface ComparedClause {
  readonly id: string;
  readonly text: string;
}
export interface LikePair {
  readonly clauseId: string;
  readonly fromClauseId: string;
  readonly similarity: number;
}

/** Below this two clauses have words in common only because all directives have them. */
const leastLikeness = 0.4;

/** Pure: how alike two texts are, 0 to 1: the share of words and neighbouring words that both have (Dice). Years do not count. */
export function likenessOf(one: string, other: string): number {
  return shareOf(partsOf(one), partsOf(other));
}

/** Pure: each clause with the earlier clause most like it, the likest pairs first; none is used twice. */
export function matchClauses(clauses: readonly ComparedClause[], earlier: readonly ComparedClause[]): LikePair[] {
  const [ours, theirs] = [clauses, earlier].map((list) => list.map(({ id, text }) => ({ id, parts: partsOf(text) })));
  const pairs = (ours ?? [])
    .flatMap((clause) =>
      (theirs ?? []).map((from) => ({
        clauseId: clause.id,
        fromClauseId: from.id,
        similarity: shareOf(clause.parts, from.parts),
      })),
    )
    .filter((pair) => pair.similarity >= leastLikeness)
    .sort((left, right) => right.similarity - left.similarity);
  const used = new Set<string>();
  return pairs.filter(({ clauseId, fromClauseId }) => {
    if (used.has(clauseId) || used.has(fromClauseId)) return false;
    used.add(clauseId).add(fromClauseId);
    return true;
  });
}

function partsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}]+/gu) ?? [];
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const part of one) if (other.has(part)) common += 1;
  return (2 * common) / (one.size + other.size);
}
