import type { Me } from '../accounts.contract.ts';
import type { Role } from '../accounts.roles.ts';

/** The light pages for phones; a program of their own (docs/decisions/0007), so the way there is a new page load. */
export const phonePages = '/desk/phone';
const communeRoles: readonly Role[] = ['commune_officer', 'commune_approver'];

/** True where somebody of a commune signs in on a phone: their day is tasks and evidence, which the light pages show. */
export function landsOnPhone(me: Pick<Me, 'grants'>, width: number): boolean {
  return width <= 600 && me.grants.length > 0 && me.grants.every((grant) => communeRoles.includes(grant.role));
}
