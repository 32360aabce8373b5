import type { Actor } from '../../../platform/context.ts';
import { departmentReaders, holdsRole } from '../../accounts/index.ts';
import { type ReportState, stateAfter } from './reports.workflow.ts';

export const reportActions = ['read', 'create', 'edit', 'sign'] as const;
export type ReportAction = (typeof reportActions)[number];

/** Pure. The department's reports: editors write, a leader signs, inspection reads. A signed report changes no more. */
export function canReport(actor: Actor, action: ReportAction, subject: { state: ReportState } | null): boolean {
  if (action === 'create') return holdsRole(actor, ['administrator', 'leader', 'publishing_editor']);
  if (!subject) return false;
  if (action === 'read') return holdsRole(actor, departmentReaders);
  if (stateAfter(subject.state, action) === null) return false;
  if (action === 'sign') return holdsRole(actor, ['leader']);
  return holdsRole(actor, ['administrator', 'leader', 'publishing_editor']);
}
