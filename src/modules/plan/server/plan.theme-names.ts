import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const names = z.record(z.string(), z.string());
const themeFile = z.array(z.object({ key: z.string(), names, shortNames: names, matches: z.array(z.string()) }));
export type KnownTheme = z.infer<typeof themeFile>[number];

/** The themes that data/themes.json names in every language, with the words by which a heading is recognised. */
export async function readKnownThemes(): Promise<KnownTheme[]> {
  return themeFile.parse(JSON.parse(await readFile(new URL('../../../../data/themes.json', import.meta.url), 'utf8')));
}

/** Pure: the key and titles of a theme. Short titles stand under private-use tags (`vi-x-short`, BCP 47 2.2.7). */
export function nameTheme(
  theme: { path: string; title: string },
  known: readonly KnownTheme[],
): { key: string; titles: Record<string, string> } {
  const heading = theme.title.toLocaleLowerCase('vi');
  const found = known.find((each) => each.matches.some((words) => heading.includes(words.toLocaleLowerCase('vi'))));
  if (!found) return { key: theme.path, titles: { vi: theme.title } };
  const short = Object.fromEntries(
    Object.entries(found.shortNames).map(([language, name]) => [`${language}-x-short`, name]),
  );
  return { key: found.key, titles: { ...found.names, ...short } };
}
