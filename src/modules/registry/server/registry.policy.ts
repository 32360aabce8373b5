import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role, readsEverything } from '../../accounts/index.ts';
import type { DocumentState } from '../registry.shapes.contract.ts';

export const registryActions = ['read', 'receive', 'write', 'edit', 'sign', 'edit_template', 'set_number'] as const;
export type RegistryAction = (typeof registryActions)[number];

export interface RegistrySubject {
  readonly unitId: string;
  readonly state?: DocumentState;
}

/** The agency whose register the divisions of the department share. */
export const department = 'so-vhttdl';
const departmentWriters: readonly Role[] = ['administrator', 'leader', 'publishing_editor'];
const communeWriters: readonly Role[] = ['commune_officer', 'commune_approver'];

/** The register in which a person writes: that of the department, or that of the own commune. */
export function registerOf(actor: Actor): string | null {
  if (holdsRole(actor, departmentWriters) || holdsRole(actor, ['division_officer'])) return department;
  return actor.grants.find(({ role }) => (communeWriters as readonly string[]).includes(role))?.unitId ?? null;
}

/** Pure. The department's register is kept by its editors and signed by its leaders; a commune's by the commune. */
export function canRegistry(actor: Actor, action: RegistryAction, subject: RegistrySubject): boolean {
  const { unitId, state } = subject;
  const isDepartment = unitId === department;
  if (action === 'read')
    return (
      readsEverything(actor) ||
      (isDepartment ? registerOf(actor) === department : holdsRole(actor, communeWriters, unitId))
    );
  if ((action === 'edit' || action === 'sign') && state !== 'draft') return false;
  if (action === 'sign')
    return isDepartment ? holdsRole(actor, ['leader']) : holdsRole(actor, ['commune_approver'], unitId);
  if (action === 'set_number')
    return isDepartment
      ? holdsRole(actor, ['administrator', 'leader'])
      : holdsRole(actor, ['commune_approver'], unitId);
  if (!isDepartment) return holdsRole(actor, communeWriters, unitId);
  // A division writes what its department sends; what came in is entered by those who keep the register.
  if (action === 'write' || action === 'edit') return registerOf(actor) === department;
  return holdsRole(actor, departmentWriters);
}
