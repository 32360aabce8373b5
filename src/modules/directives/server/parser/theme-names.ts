import themeRows from '../../../../../data/themes.json' with { type: 'json' };
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
