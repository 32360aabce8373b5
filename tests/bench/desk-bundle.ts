import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { report } from './measure.ts';

/** What a browser loads before the first page of the desk shows: the scripts and styles that index.html names. */
export function benchDeskBundle(): void {
  const index = 'dist/desk/index.html';
  if (!existsSync(index)) {
    report('desk, first route', 'not built: npm run build', '≤ 300 kB gzip');
    return;
  }
  const html = readFileSync(index, 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/desk\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(
    (match) => match[1] ?? [],
  );
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/desk/${file}`)).length,
    gzipSync(html).length,
  );
  report('desk, first route', `${(bytes / 1000).toFixed(0)} kB gzip in ${files.length} files`, '≤ 300 kB gzip');
}
