import type { Actor } from '../context.ts';

/** An actor with one role; without `personId` it cannot write rows that point at a person. */
export function actorWith(
  role: string,
  unitId: string,
  options: { personId?: string; unitIds?: string[] } = {},
): Actor {
  return {
    personId: options.personId ?? null,
    name: `${role} ${unitId}`,
    language: 'vi',
    grants: [{ role, unitId, unitIds: options.unitIds ?? [unitId] }],
  };
}
