import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { Text } from '../../../platform/ui/use-text.ts';

/** Rows of history with the states of plan, task and evidence in words. */
export function withStateWords(rows: readonly HistoryRow[], t: Text): HistoryRow[] {
  return rows.map((row) => ({ ...row, before: inWords(row, row.before, t), after: inWords(row, row.after, t) }));
}

const wordsOf: Readonly<Record<string, string>> = {
  rhythm: 'rhythm',
  event_scope: 'event_scope',
  priority: 'priority',
  output_kind: 'output_kind',
};

function inWords(row: HistoryRow, payload: unknown, t: Text): unknown {
  if (payload === null || typeof payload !== 'object') return payload;
  if ('state' in payload && row.action.endsWith('_evidence')) return { state: t(`evidence.state_${payload.state}`) };
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => {
      const words = key === 'state' ? `${row.subjectKind === 'plan' ? 'plan' : 'task'}_state` : wordsOf[key];
      return [key, words !== undefined && typeof value === 'string' ? t(`${words}.${value}`) : value];
    }),
  );
}
