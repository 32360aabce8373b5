/** The roles of domain.md, and the unit's own approver: the chairman or a vice-chairman in a commune, a head in a division. */
export const roles = [
  'administrator',
  'leader',
  'publishing_editor',
  'division_officer',
  'translator',
  'commune_officer',
  'commune_approver',
  'partner_editor',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Roles that see the whole of the department's work. */
export const departmentReaders: readonly Role[] = ['administrator', 'leader', 'publishing_editor', 'auditor'];

/** Pure: which roles fit which kind of unit, so that a commune officer is not made in a division. */
export function roleFitsUnit(role: Role, unitKind: string): boolean {
  const isCommune = unitKind === 'commune' || unitKind === 'ward';
  if (role === 'commune_officer' || role === 'commune_approver') return isCommune;
  if (role === 'partner_editor') return unitKind === 'partner';
  return !isCommune && unitKind !== 'partner';
}
