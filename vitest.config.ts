import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const globalSetup = 'src/platform/testing/global-setup.ts';

/** Unit and integration tests, beside what they test. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    pool: 'forks',
    maxWorkers: 2,
    fileParallelism: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
