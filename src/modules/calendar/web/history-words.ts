import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { Text } from '../../../platform/ui/use-text.ts';
import { eventRule } from '../calendar.contract.ts';
import { ruleWords } from './calendar-words.ts';

/** Rows of history with states and rules in words. */
export function withCalendarWords(rows: readonly HistoryRow[], t: Text): HistoryRow[] {
  return rows.map((row) => ({ ...row, before: inWords(row.before, t), after: inWords(row.after, t) }));
}

function inWords(payload: unknown, t: Text): unknown {
  if (payload === null || typeof payload !== 'object') return payload;
  const words: Record<string, unknown> = { ...payload };
  if (typeof words.state === 'string') words.state = t(`state.${words.state}`);
  const rule = eventRule.safeParse(words.rule);
  if (rule.success) words.rule = ruleWords(rule.data, t, (day) => day.split('-').reverse().join('/'));
  return words;
}
