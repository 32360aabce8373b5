import type { Actor } from '../../../platform/context.ts';
import { holdsRole } from '../../accounts/index.ts';

export const notificationActions = ['change_mail', 'change_rules'] as const;

/** Pure: the mail server and the rules of reminding are the administrator's. */
export function mayAdministerNotifications(actor: Actor): boolean {
  return holdsRole(actor, ['administrator']);
}
