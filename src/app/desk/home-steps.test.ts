import { expect, test } from 'vitest';
import { roles } from '../../modules/accounts/accounts.roles.ts';
import { stepsOf } from './home-steps.ts';

test('every role has something to begin with while nothing waits', () => {
  for (const role of roles) expect(stepsOf([role]).length).toBeGreaterThan(0);
});

test('somebody with two roles is not shown one page twice', () => {
  const paths = stepsOf(['leader', 'publishing_editor']).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(stepsOf([])).toEqual([]);
});
