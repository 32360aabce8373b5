import { expect, it } from 'vitest';
import { blankParts, contestedParts, isUnsaved, rebase, typeInto, wordsOf } from './narrative-draft.ts';

const empty = {
  title: 'Báo cáo',
  situation: '',
  results: '',
  shortcomings: '',
  causes: '',
  directions: '',
  recommendations: '',
};
const first = { version: 1, narrative: empty };

it('nothing typed, or typed and taken back, is nothing to save', () => {
  expect(isUnsaved(null)).toBe(false);
  const typed = typeInto(null, first, 'causes', 'Thiếu người dịch.');
  expect(isUnsaved(typed)).toBe(true);
  expect(isUnsaved(typeInto(typed, first, 'causes', ''))).toBe(false);
});

it('typing goes on over the version that it began with, whatever is saved meanwhile', () => {
  const typed = typeInto(null, first, 'causes', 'Thiếu');
  const later = { version: 2, narrative: { ...empty, results: 'Của người khác.' } };
  expect(typeInto(typed, later, 'causes', 'Thiếu người dịch.').base.version).toBe(1);
});

it('laid over a newer version, typed words stay and the other parts follow it', () => {
  const typed = typeInto(null, first, 'causes', 'Thiếu người dịch.');
  const later = { version: 2, narrative: { ...empty, results: 'Của người khác.' } };
  expect(contestedParts(typed, later)).toEqual([]);
  expect(rebase(typed, later)).toEqual({
    base: later,
    narrative: { ...empty, results: 'Của người khác.', causes: 'Thiếu người dịch.' },
  });
});

it('a part that two people changed is named, and keeps the words of the one who types', () => {
  const typed = typeInto(null, first, 'causes', 'Thiếu người dịch.');
  const later = { version: 2, narrative: { ...empty, causes: 'Thiếu kinh phí.' } };
  expect(contestedParts(typed, later)).toEqual(['causes']);
  expect(rebase(typed, later).narrative.causes).toBe('Thiếu người dịch.');
});

it('a new name of the report is something to save, like the words under it', () => {
  const saved = wordsOf({ version: 3, title: 'Báo cáo năm', narrative: empty });
  const typed = typeInto(null, saved, 'title', 'Báo cáo năm 2026');
  expect(isUnsaved(typed)).toBe(true);
  expect(typed.narrative.title).toBe('Báo cáo năm 2026');
});

it('names the parts that nobody has written, so that the signer knows what will be missing', () => {
  expect(blankParts({ ...empty, causes: 'Thiếu người dịch.', results: '  ' })).toEqual([
    'situation',
    'results',
    'shortcomings',
    'directions',
    'recommendations',
  ]);
});
