import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.mjs';

/** Journeys in a real browser: one worker, one file after the other in the order of their names. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.spec.ts'],
    env: { CHROMIUM_PATH: findChromium() ?? '' },
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { shuffle: false, concurrent: false },
    bail: 0,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
