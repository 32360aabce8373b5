import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { Text } from '../../../platform/ui/use-text.ts';

/** Rows of history with the states of plan, task and evidence in words. */
export function withStateWords(rows: readonly HistoryRow[], t: Text): HistoryRow[] {
  return rows.map((row) => ({ ...row, before: inWords(row, row.before, t), after: inWords(row, row.after, t) }));
}

function inWords(row: HistoryRow, payload: unknown, t: Text): unknown {
  if (payload === null || typeof payload !== 'object' || !('state' in payload) || typeof payload.state !== 'string')
    return payload;
  if (row.action.endsWith('_evidence')) return { state: t(`evidence.state_${payload.state}`) };
  return {
    ...payload,
    state: t(row.subjectKind === 'plan' ? `plan_state.${payload.state}` : `task_state.${payload.state}`),
  };
}
