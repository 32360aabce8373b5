import type { Actor } from '../../../platform/context.ts';
import { departmentReaders, type Role } from '../accounts.roles.ts';

/** True when the person holds one of the roles anywhere, or, with `unitId`, in that unit or above it with the subtree. Pure. */
export function holdsRole(actor: Actor, wanted: readonly Role[], unitId?: string): boolean {
  return actor.grants.some(
    (grant) =>
      (wanted as readonly string[]).includes(grant.role) && (unitId === undefined || grant.unitIds.includes(unitId)),
  );
}

/** True when the person belongs to the unit by any role but auditor. Pure. */
export function worksIn(actor: Actor, unitId: string): boolean {
  return actor.grants.some((grant) => grant.role !== 'auditor' && grant.unitIds.includes(unitId));
}

/** True for those who may read the work of every unit. The system itself may. Pure. */
export function readsEverything(actor: Actor): boolean {
  return (actor.personId === null && actor.name === 'Hệ thống') || holdsRole(actor, departmentReaders);
}

/** Every unit in which the person holds a role. Pure. */
export function unitIdsOf(actor: Actor): string[] {
  return [...new Set(actor.grants.flatMap((grant) => grant.unitIds))];
}
