// `npm test`: the checks, the unit and integration tests, the journeys in the browser, then one closing line.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { runCheck, runVitest, stopRunners } from './test-runners.mjs';

const clone = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const artefacts = join(clone, '.artefacts');
const tools = join(clone, 'node_modules/.bin');

/** Each check counts as one test. */
const checks = [
  { title: 'types of the server (tsc)', program: join(tools, 'tsc'), words: ['-p', 'tsconfig.json'] },
  { title: 'types of the desk (tsc)', program: join(tools, 'tsc'), words: ['-p', 'tsconfig.web.json'] },
  { title: 'format and lint (biome)', program: join(tools, 'biome'), words: ['check', '.'] },
];

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopRunners();
    process.exit(130);
  });

mkdirSync(artefacts, { recursive: true });
const results = [];
for (const check of checks) results.push(await runCheck({ ...check, clone }));
results.push(await runVitest({ clone, name: 'unit', config: 'vitest.config.ts', minutes: 10 }));
if (findChromium()) results.push(await runVitest({ clone, name: 'e2e', config: 'vitest.e2e.config.ts', minutes: 15 }));
else {
  console.log('✗ tests/e2e: no Chromium on this machine (see above)');
  results.push({ passed: 0, failed: 1 });
}

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
