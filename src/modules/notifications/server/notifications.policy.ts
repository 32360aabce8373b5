import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role } from '../../accounts/index.ts';
import type { ReminderKind } from '../notifications.kinds.ts';

export const notificationActions = ['change_mail', 'change_rules'] as const;

const workers: readonly Role[] = [
  'publishing_editor',
  'division_officer',
  'commune_officer',
  'commune_approver',
  'partner_editor',
];
const toldOf: Readonly<Record<ReminderKind, readonly Role[]>> = {
  task_due: workers,
  task_overdue: workers,
  task_step: workers,
  evidence_judged: workers,
  evidence_waiting: ['publishing_editor', 'commune_approver'],
  edition_waiting: ['leader', 'publishing_editor', 'commune_approver'],
  escalation: ['leader', 'publishing_editor', 'commune_approver'],
};

/** Pure: whether somebody with these roles can be told of this at all; the page of choices shows only such kinds. */
export function mayBeTold(actor: Actor, kind: ReminderKind): boolean {
  return holdsRole(actor, toldOf[kind]);
}

/** Pure: the mail server and the rules of reminding are the administrator's. */
export function mayAdministerNotifications(actor: Actor): boolean {
  return holdsRole(actor, ['administrator']);
}
