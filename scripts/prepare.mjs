// Runs before `npm start`, `npm test` and `npm run lantoa`, possibly on an older Node and before anything is installed:
// plain JavaScript without dependencies. It installs and builds what is missing. All words go to the error output,
// since the standard output belongs to the command that follows.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBrowser } from './prepare-browser.mjs';
import { prepareDesk } from './prepare-desk.mjs';
import { preparePackages } from './prepare-packages.mjs';

const clone = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const purpose = process.argv[2] ?? 'start';

/** The Node that npm's scripts will find first; without it the machine's own must run TypeScript. */
function checkNode() {
  const isSupplied = existsSync(resolve(clone, 'node_modules/.bin/node'));
  const major = Number(process.versions.node.split('.')[0]);
  if (isSupplied || major >= 24) return;
  throw new Error(
    `Không có Node 24 kèm theo cho máy này (${process.platform}-${process.arch}); hãy cài Node 24 rồi chạy lại.\n` +
      `There is no bundled Node 24 for this machine (${process.platform}-${process.arch}); install Node 24 and run again.`,
  );
}

function tell(work) {
  try {
    work();
  } catch (error) {
    console.error(error.message);
  }
}

try {
  preparePackages(clone);
  checkNode();
  // Commands do not show the desk: one that cannot be built is told, but stands in nobody's way.
  if (purpose === 'command') tell(() => prepareDesk(clone, { onlyWhenMissing: true }));
  else prepareDesk(clone, { onlyWhenMissing: false });
  if (purpose === 'test') prepareBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
