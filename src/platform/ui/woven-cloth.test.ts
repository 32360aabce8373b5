import { expect, test } from 'vitest';
import { seed, spread, terrace, weavePaths } from './woven-cloth.ts';

test('the spread is the same left and right, above and below', () => {
  for (let y = 0; y < spread.height; y += 1) {
    for (let x = 0; x < spread.width; x += 1) {
      const here = spread.at(x, y);
      const mirrored = spread.at(spread.width - 1 - x, spread.height - 1 - y);
      expect([here?.kind, here?.thread]).toEqual([mirrored?.kind, mirrored?.thread]);
    }
  }
});

test('every weave gives at least one path', () => {
  for (const weave of [seed, spread, terrace]) expect(weavePaths(weave, weave.width, 0, 10).size).toBeGreaterThan(0);
});
