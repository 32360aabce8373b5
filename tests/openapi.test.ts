import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWholeInterface } from '../src/app/describe-whole-interface.ts';

it('commits a description of the interface that is the one the program serves', () => {
  const committed: unknown = JSON.parse(readFileSync('openapi.json', 'utf8'));
  expect(committed, 'run: npm run openapi').toEqual(JSON.parse(JSON.stringify(describeWholeInterface())));
});
