import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import { withFieldWords } from './history-words.ts';
import { openWarnings } from './review-draft.ts';

const blank = { number: null, symbol: null, subject: '', date: null, year: null };

describe('the review on the screen', () => {
  it('no longer warns of a blank that a person has filled in', () => {
    const warnings = (['number-blank', 'date-blank', 'subject-missing', 'numbering-gap'] as const).map((code) => ({
      code,
      at: null,
      detail: null,
    }));
    expect(openWarnings(warnings, blank)).toEqual(warnings);
    const left = openWarnings(warnings, { ...blank, number: 15, subject: 'Công tác' });
    expect(left.map((warning) => warning.code)).toEqual(['date-blank', 'numbering-gap']);
  });

  it('tells its history in words: fields, units and channels by name, decisions', () => {
    const row: HistoryRow = {
      id: '1',
      at: '2026-02-03T00:00:00.000Z',
      actorName: 'Hoa',
      action: 'review',
      subjectKind: 'directive',
      subjectId: '1',
      after: { number: '15', 'II.1.a/2 units': 'tt-vhnt, la', 'II.1.a/2 nature': 'content', 'a → b (3)': 'accepted' },
    };
    const options = { units: [{ value: 'tt-vhnt', label: 'Trung tâm' }], channels: [] };
    expect(withFieldWords([row], (key) => `<${key}>`, options)[0]?.after).toEqual({
      '<review.number>': '15',
      'II.1.a/2 · <review.units>': 'Trung tâm, la',
      'II.1.a/2 · <review.nature>': '<nature.content>',
      'a → b (3)': '<repair.accepted>',
    });
  });
});
