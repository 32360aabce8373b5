import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Besides src/: what the build of the desk reads, and this script itself, which compresses it. */
const otherSources = [
  'package-lock.json',
  'vite.config.ts',
  'vite.phone.config.ts',
  'index.html',
  'scripts/prepare-desk.mjs',
];

/** Builds the desk and the phone pages when its sources are not those of the last build. */
export function prepareDesk(clone, { onlyWhenMissing }) {
  const stampFile = join(clone, 'dist/.built-from');
  if (onlyWhenMissing && existsSync(stampFile)) return;
  if (!existsSync(join(clone, 'vite.config.ts'))) return;
  const wanted = hashSources(clone);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  // A build that is cut off must not pass for the one before it.
  rmSync(stampFile, { force: true });
  console.error('Đang dựng giao diện làm việc… / Building the desk…');
  const ownNode = join(clone, 'node_modules/.bin/node');
  const node = existsSync(ownNode) ? ownNode : process.execPath;
  for (const part of ['vite.config.ts', 'vite.phone.config.ts']) {
    const words = [join(clone, 'node_modules/vite/bin/vite.js'), 'build', '--config', part, '--logLevel', 'warn'];
    const done = spawnSync(node, words, { cwd: clone, stdio: ['ignore', 2, 2] });
    if (done.status !== 0)
      throw new Error(
        'Không dựng được giao diện (xem lỗi ở trên). / The desk could not be built (see the error above).',
      );
  }
  compressFiles(join(clone, 'dist/desk'));
  compressFiles(join(clone, 'dist/phone'));
  writeFileSync(stampFile, wanted);
}

/** Writes each file's .br and .gz beside it, so that the server hands out ready bytes. */
function compressFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!/\.(?:js|css|html|svg|json|webmanifest)$/.test(name)) continue;
    const bytes = readFileSync(path);
    if (bytes.length < 1024) continue;
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, options));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** By content, not by time: a checkout of another branch and back costs no build. Some tens of milliseconds. */
function hashSources(clone) {
  const hash = createHash('sha256');
  const addFile = (path) => {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(clone, path)));
  };
  const addFolder = (path) => {
    const entries = readdirSync(join(clone, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) addFolder(inside);
      else if (!/\.(test|spec)\.tsx?$/.test(entry.name)) addFile(inside);
    }
  };
  addFolder('src');
  for (const path of otherSources) if (existsSync(join(clone, path))) addFile(path);
  return hash.digest('hex');
}
