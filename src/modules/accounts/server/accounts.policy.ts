import type { Actor } from '../../../platform/context.ts';
import { departmentReaders, type Role } from '../accounts.roles.ts';
import { holdsRole } from './accounts.permission.ts';

export const accountActions = [
  'read_people',
  'invite_person',
  'disable_person',
  'read_history',
  'change_portal',
] as const;
export type AccountAction = (typeof accountActions)[number];

/** Pure: who may administer people. A commune's approver invites people into the own commune. */
export function canAdminister(actor: Actor, action: AccountAction, unitId?: string): boolean {
  if (holdsRole(actor, ['administrator'])) return true;
  if (action === 'read_history') return holdsRole(actor, ['auditor', 'leader']);
  if (action === 'read_people') return holdsRole(actor, departmentReaders) || holdsRole(actor, ['commune_approver']);
  if (action === 'invite_person')
    return unitId ? holdsRole(actor, ['commune_approver'], unitId) : holdsRole(actor, ['commune_approver']);
  return false;
}

/** What the chairman of a commune gives; every other role reads or changes the work of the department. */
const communeRoles: readonly Role[] = ['commune_officer', 'commune_approver'];

/** Pure: may the person give this role in this unit? */
export function mayGrant(actor: Actor, wanted: { role: Role; unitId: string }): boolean {
  if (!canAdminister(actor, 'invite_person', wanted.unitId)) return false;
  return holdsRole(actor, ['administrator']) || communeRoles.includes(wanted.role);
}
