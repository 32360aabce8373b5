import { expect, test } from 'vitest';
import { changesOf } from './history-changes.ts';

test('only fields that differ are shown, with what was blank as null', () => {
  expect(changesOf({ before: { title: 'A', state: 'x' }, after: { title: 'B', state: 'x', note: '' } })).toEqual([
    { label: 'title', before: 'A', after: 'B' },
  ]);
});

test('a payload that was erased gives no changes', () => {
  expect(changesOf({ before: null, after: undefined })).toEqual([]);
});
