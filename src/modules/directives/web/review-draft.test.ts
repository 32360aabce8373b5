import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { DirectiveDetail } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';
import { withFieldWords } from './history-words.ts';
import { changeOf, draftOf, flatten, openWarnings, stepDraft } from './review-draft.ts';

const clauseOf = (path: string, label: string, words: string, children: ParsedClause[] = []): ParsedClause => ({
  path,
  label,
  title: children.length > 0 ? words : null,
  text: words,
  nature: 'content',
  mode: null,
  dates: [],
  units: [],
  channels: [],
  times: [],
  outputs: [],
  themes: [],
  dueOn: null,
  rhythm: null,
  expected: null,
  source: { from: 0, to: 0 },
  children,
});
const dash = (path: string, words: string) => clauseOf(path, '-', words);
const heading = (children: ParsedClause[]) => clauseOf('I', 'I.', 'NỘI DUNG', children);

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
    const options = { units: [{ value: 'tt-vhnt', label: 'Trung tâm' }], channels: [], themes: [] };
    expect(withFieldWords([row], (key) => `<${key}>`, options)[0]?.after).toEqual({
      '<review.number>': '15',
      'II.1.a/2 · <review.units>': 'Trung tâm, la',
      'II.1.a/2 · <review.nature>': '<nature.content>',
      'a → b (3)': '<repair.accepted>',
    });
  });

  it('lets what was typed follow its clause to the new place, and splits it as it was typed', () => {
    const text = '- Tuyên truyền lễ hội.\n- Giới thiệu du lịch.';
    const reviewed = {
      clauses: [heading([dash('I/1', 'Tuyên truyền lễ hội.'), dash('I/2', 'Giới thiệu du lịch.')])],
      decisions: {},
    };
    const draft = draftOf({ reviewed } as unknown as DirectiveDetail);
    const second = flatten(draft.clauses).find(({ clause }) => clause.path === 'I/2')?.clause;
    if (!second) throw new Error('no clause');
    const typed = { ...changeOf(second), text: 'Giới thiệu du lịch bốn mùa.' };
    const moved = stepDraft(
      { ...draft, changes: new Map([['I/2', typed]]) },
      { kind: 'move', path: 'I/2', to: 'up' },
      text,
    );
    expect(moved?.changes).toEqual(new Map([['I/1', { ...typed, path: 'I/1' }]]));
    const split =
      moved && stepDraft(moved, { kind: 'split', path: 'I/1', first: 'Giới thiệu', second: 'du lịch bốn mùa.' }, text);
    expect(split?.changes.get('I/1')?.text).toBe('Giới thiệu');
    expect(split?.structure).toHaveLength(2);
    expect(flatten(split?.clauses ?? []).map(({ clause }) => clause.text)).toEqual([
      'NỘI DUNG',
      'Giới thiệu',
      'du lịch bốn mùa.',
      'Tuyên truyền lễ hội.',
    ]);
  });
});
