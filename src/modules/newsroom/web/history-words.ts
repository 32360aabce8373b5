import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { Text } from '../../../platform/ui/use-text.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';

/** Kept for proof; the page already says it elsewhere. */
const saidElsewhere = new Set(['unitId', 'code', 'isMachineMade']);

/** Rows of the history of a story with its states, kinds and languages in words. */
export function withStoryWords(story: Pick<StoryDetail, 'history' | 'editions'>, t: Text): HistoryRow[] {
  const languages = new Map(
    story.editions.map((edition) => [edition.language, edition.languageNames.own ?? edition.language]),
  );
  const inWords = (payload: unknown): Record<string, unknown> => {
    if (payload === null || typeof payload !== 'object') return {};
    const entries = Object.entries(payload).filter(([field]) => !saidElsewhere.has(field));
    return Object.fromEntries(entries.map(([field, value]) => [field, wordOf(field, value)]));
  };
  const wordOf = (field: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (field === 'state') return t(`work_state.${value}`);
    if (field === 'publicState') return t(`public_state.${value}`);
    if (field === 'kind') return t(`kind.${value}`);
    return field === 'language' ? (languages.get(value) ?? value) : value;
  };
  return story.history.map((row) => {
    const [before, after] = [inWords(row.before), inWords(row.after)];
    // A step names the revision that it was taken on; it changed only where both sides name one.
    if (!('revision' in before)) delete after.revision;
    return { ...row, before, after };
  });
}
