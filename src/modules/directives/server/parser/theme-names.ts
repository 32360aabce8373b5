import themeRows from '../../../../../data/themes.json' with { type: 'json' };
import { createPhraseIndex } from './phrase-index.ts';
import { foldText } from './vietnamese-fold.ts';

export interface KnownTheme {
  readonly key: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly shortNames: { readonly vi: string; readonly en: string };
}

const known = themeRows.map((row) => ({ ...row, matches: row.matches.map(foldText) }));

/** The pillar of data/themes.json that a heading speaks of, or null. */
export function knownTheme(heading: string): KnownTheme | null {
  const folded = foldText(heading);
  return known.find((theme) => theme.matches.some((words) => folded.includes(words))) ?? null;
}

/** All known themes by their keys, to be named in the desk. */
export const themeNames = themeRows.map(({ key, shortNames }) => ({ id: key, names: shortNames }));

const phrases = createPhraseIndex(
  themeRows.flatMap((row) => row.matches.map((words) => ({ id: row.key, words, isAccentSensitive: false }))),
);

/** The themes that a wording speaks of, each once, with its words. */
export function findThemes(text: string): { text: string; key: string }[] {
  const seen = new Map<string, string>();
  for (const { id, from, to } of phrases.find(text)) if (!seen.has(id)) seen.set(id, text.slice(from, to));
  return [...seen].map(([key, words]) => ({ text: words, key }));
}
