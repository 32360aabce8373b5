import { exactForm, fold } from './fold.ts';
import { withoutUnbrokenRuns } from './grams.ts';

// A tsvector holds 1,048,575 bytes (PostgreSQL 12.11). A word of n bytes takes at most n + 5, so this many always fit.
const bytesThatFit = 400_000;
const wordsAsked = 20;

/** Words in their exact and their folded form. Numbers and symbols of documents (12/HD-SVHTTDL) fall into their parts. */
export interface SearchWords {
  readonly exact: readonly string[];
  readonly folded: readonly string[];
}

export function wordsOf(text: string): SearchWords {
  const rest = withoutUnbrokenRuns(text);
  return { exact: split(exactForm(rest)), folded: split(fold(rest)) };
}

function split(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** A text for `to_tsvector`. One that is too long gives each word once, in its first place, then ends. */
export function indexText(words: readonly string[]): string {
  const whole = words.join(' ');
  if (Buffer.byteLength(whole) <= bytesThatFit) return whole;
  const kept: string[] = [];
  let bytes = 0;
  for (const word of new Set(words)) {
    bytes += Buffer.byteLength(word) + 1;
    if (bytes > bytesThatFit) break;
    kept.push(word);
  }
  return kept.join(' ');
}

/** A query for `to_tsquery`: all words; of a title, the beginning of the last word is enough, for who is still typing. */
export function queryText(words: readonly string[]): string {
  const asked = words.slice(0, wordsAsked).map((word) => `'${word}'`);
  const last = asked.pop();
  return last === undefined ? '' : [...asked, `(${last} | ${last}:*A)`].join(' & ');
}
