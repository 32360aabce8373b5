import type { ReportDetail } from '../reports.contract.ts';

export type ReportState = ReportDetail['state'];
export type ReportMove = 'edit' | 'sign';

/** The one axis of a report. A signed report keeps the figures that it was signed with (domain.md), so nothing leads out of it. */
const transitions: Readonly<Record<ReportState, Partial<Record<ReportMove, ReportState>>>> = {
  draft: { edit: 'draft', sign: 'signed' },
  signed: {},
};

/** Where a move leads, or null when the state does not allow it. */
export function stateAfter(state: ReportState, move: ReportMove): ReportState | null {
  return transitions[state][move] ?? null;
}
