import { foldText } from './newsroom.slug.ts';

export interface ClauseText {
  readonly clauseId: string;
  /** The clause and the titles above it. */
  readonly text: string;
}
export interface ClauseSuggestion {
  readonly clauseId: string;
  /** 0 to 1: how much of what is peculiar to the clause the text speaks of. */
  readonly score: number;
  readonly sharedWords: readonly string[];
}

const minimumScore = 0.16;
const minimumShared = 3;
const maximumSuggestions = 6;

/**
 * Clauses that a text seems to serve: pairs and triples of words that both have, folded, weighed by how few clauses have
 * them, so that "tuyên truyền" tells nothing and "bầu cử đại biểu" much. Pure; a person confirms or declines.
 */
export function suggestClauses(text: string, clauses: readonly ClauseText[]): ClauseSuggestion[] {
  const shownByGram = new Map<string, string>();
  const textGrams = new Set(gramsOf(text).map((gram) => gram.folded));
  const gramsByClause = clauses.map((clause) => {
    const grams = gramsOf(clause.text);
    for (const gram of grams) shownByGram.set(gram.folded, gram.shown);
    return { clauseId: clause.clauseId, grams: new Set(grams.map((gram) => gram.folded)) };
  });
  const frequency = new Map<string, number>();
  for (const { grams } of gramsByClause) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const weigh = (gram: string): number =>
    Math.log((clauses.length + 1) / (frequency.get(gram) ?? 1)) * (gram.split(' ').length - 1);

  const suggestions = gramsByClause.map(({ clauseId, grams }): ClauseSuggestion & { shared: number } => {
    const shared = [...grams].filter((gram) => textGrams.has(gram));
    const total = sum([...grams].map(weigh));
    const score = total === 0 ? 0 : Math.min(1, Math.sqrt(sum(shared.map(weigh)) / total));
    const telling = shared.sort((a, b) => weigh(b) - weigh(a) || a.localeCompare(b, 'en'));
    return {
      clauseId,
      score: Math.round(score * 1000) / 1000,
      shared: shared.length,
      sharedWords: distinct(telling.map((gram) => shownByGram.get(gram) ?? gram)).slice(0, 5),
    };
  });
  return suggestions
    .filter((one) => one.score >= minimumScore && one.shared >= minimumShared)
    .sort((a, b) => b.score - a.score || a.clauseId.localeCompare(b.clauseId, 'en'))
    .slice(0, maximumSuggestions)
    .map(({ clauseId, score, sharedWords }) => ({ clauseId, score, sharedWords }));
}

/** Pairs and triples of neighbouring words within a sentence part. */
function gramsOf(text: string): { folded: string; shown: string }[] {
  const grams: { folded: string; shown: string }[] = [];
  for (const part of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\s/-]+/u)) {
    const words = part.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    for (let index = 0; index < words.length; index += 1) {
      for (const size of [2, 3]) {
        if (index + size > words.length) continue;
        const shown = words.slice(index, index + size).join(' ');
        grams.push({ folded: foldText(shown), shown });
      }
    }
  }
  return grams;
}

/** A pair inside a triple that is already shown adds nothing. */
function distinct(grams: readonly string[]): string[] {
  const kept: string[] = [];
  for (const gram of grams) if (!kept.some((other) => other.includes(gram))) kept.push(gram);
  return kept;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
