import { expect, it } from 'vitest';
import { changedWords } from './changed-words.ts';

it('the history keeps the fields that changed, and of a long text the part that did', () => {
  expect(changedWords({ Việc: 'cũ', 'Nơi nhận': 'xã' }, { Việc: 'mới', 'Nơi nhận': 'xã', Hạn: '1/12' })).toEqual({
    before: { Việc: 'cũ', Hạn: '' },
    after: { Việc: 'mới', Hạn: '1/12' },
  });
  const long = 'chữ '.repeat(50_000);
  const { before, after } = changedWords({ text: `${long}cũ ${long}` }, { text: `${long}mới ${long}` });
  expect(before.text?.length).toBeLessThan(500);
  expect(before.text).toMatch(/^….*chữ cũ chữ.*…$/u);
  expect(after.text).toMatch(/^….*chữ mới chữ.*…$/u);
  expect(changedWords({ text: 'aa' }, { text: 'aaa' })).toEqual({ before: { text: 'aa' }, after: { text: 'aaa' } });
});
