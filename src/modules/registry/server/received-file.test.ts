import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordsOfFile } from './received-file.ts';

it('a file that waits behind many others is not taken for one without a mark of secrecy', async () => {
  const bytes = readFileSync('tests/fixtures/documents/letter-two-columns.pdf');
  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, () => wordsOfFile({ bytes, type: 'application/pdf' })),
  );
  const read = answers.filter(({ status }) => status === 'fulfilled');
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(read.length).toBeGreaterThan(0);
  expect(read.every((answer) => 'value' in answer && answer.value !== '')).toBe(true);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) expect(answer).toMatchObject({ reason: { code: 'platform.document_busy' } });
});
