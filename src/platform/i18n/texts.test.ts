import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const modules = new URL('../../modules/', import.meta.url);
const folders = [
  ['platform', new URL('./', import.meta.url)] as const,
  ['phone', new URL('../../app/phone/locales/', import.meta.url)] as const,
  ...readdirSync(modules).map((name) => [name, new URL(`${name}/locales/`, modules)] as const),
];

function keysOf(value: object, above = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    inner !== null && typeof inner === 'object' ? keysOf(inner, `${above}${key}.`) : [`${above}${key}`],
  );
}

/** English has a singular where Vietnamese has none: the ending of the plural is not compared. */
function read(folder: URL, language: string): string[] {
  const texts = JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as object;
  return [...new Set(keysOf(texts).map((key) => key.replace(/_(one|other)$/, '')))].sort();
}

for (const [name, folder] of folders) {
  let hasTexts = true;
  try {
    hasTexts = readdirSync(folder).includes('vi.json');
  } catch {
    hasTexts = false;
  }
  if (!hasTexts) continue;
  test(`each text of ${name} stands in Vietnamese and in English`, () => {
    expect(read(folder, 'en')).toEqual(read(folder, 'vi'));
  });
}
