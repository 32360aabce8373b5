import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const codes = sources.flatMap((name) =>
  [...readFileSync(join('src', name), 'utf8').matchAll(/defineError\(\s*'([\w.]+)'/g)].flatMap(
    (match) => match[1] ?? [],
  ),
);

function textOf(code: string, language: string): unknown {
  const [module = '', name = ''] = code.split('.');
  const path =
    module === 'platform' ? `src/platform/i18n/${language}.json` : `src/modules/${module}/locales/${language}.json`;
  if (!existsSync(path)) return undefined;
  const texts: { errors?: Record<string, string> } = JSON.parse(readFileSync(path, 'utf8'));
  return texts.errors?.[name];
}

describe('errors', () => {
  it('finds the declared errors', () => {
    expect(codes.length).toBeGreaterThan(10);
  });

  for (const language of ['vi', 'en']) {
    it(`says every error in words (${language})`, () => {
      expect(codes.filter((code) => typeof textOf(code, language) !== 'string')).toEqual([]);
    });
  }
});
