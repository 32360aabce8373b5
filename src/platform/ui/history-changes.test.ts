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

test('fingerprints and ids are kept for proof and not shown', () => {
  const after = { unit: 'Xã Khổng Lào', unitId: 'xa-03583', sha256: 'ab' };
  expect(changesOf({ before: null, after })).toEqual([{ label: 'unit', before: null, after: 'Xã Khổng Lào' }]);
});
