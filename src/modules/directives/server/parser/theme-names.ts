import themeRows from '../../../../../data/themes.json' with { type: 'json' };
import { createPhraseIndex } from './phrase-index.ts';

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
