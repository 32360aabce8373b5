import { expect, it } from 'vitest';
import { withStoryWords } from './history-words.ts';

const t = (key: string) => `<${key}>`;
const row = {
  id: '1',
  at: '2026-11-25T00:00:00Z',
  actorName: 'Hoa',
  action: 'newsroom.submit',
  subjectKind: 'edition',
};

it('says states and languages in words and leaves out what the page says elsewhere', () => {
  const history = [
    {
      ...row,
      subjectId: 'e',
      before: { state: 'drafting' },
      after: { state: 'awaiting_approval', language: 'en', revision: 2, code: 'T6CWPHWWD5' },
    },
  ];
  const editions = [{ language: 'en', languageNames: { own: 'English' } }];
  const [words] = withStoryWords({ history, editions: editions as never }, t as never);
  expect(words?.before).toEqual({ state: '<work_state.drafting>' });
  expect(words?.after).toEqual({ state: '<work_state.awaiting_approval>', language: 'English' });
});

it('keeps the number of a revision where a save changed it, and an unknown shape as nothing', () => {
  const history = [
    { ...row, subjectId: 'e', before: { revision: 1 }, after: { revision: 2 } },
    { ...row, subjectId: 'e' },
  ];
  const words = withStoryWords({ history, editions: [] }, t as never);
  expect(words[0]?.after).toEqual({ revision: 2 });
  expect(words[1]?.after).toEqual({});
});
