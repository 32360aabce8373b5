import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const sources = fileURLToPath(new URL('../src/', import.meta.url));
const styles = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles');
const listed = readFileSync(new URL('../src/platform/ui/mantine-parts.css', import.meta.url), 'utf8');

/** Names that a file takes from Mantine. */
function partsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g);
  return [...found].flatMap((one) => (one[1] ?? '').split(',').map((name) => name.trim().replace(/^type /, '')));
}

test('every Mantine part that the desk uses has its styles', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const parts = new Set(files.flatMap((file) => partsOf(join(sources, file))));
  const missing = [...parts].filter(
    (part) => existsSync(join(styles, `${part}.css`)) && !listed.includes(`/${part}.css`),
  );
  expect(missing).toEqual([]);
});
