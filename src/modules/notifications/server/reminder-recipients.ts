import type { PersonInUnit, Role } from '../../accounts/index.ts';

/** Every role that is told of something. */
export const toldRoles: readonly Role[] = [
  'leader',
  'publishing_editor',
  'division_officer',
  'commune_officer',
  'commune_approver',
  'partner_editor',
];
const workers: readonly Role[] = ['publishing_editor', 'division_officer', 'commune_officer', 'partner_editor'];

/** `here`: everybody whose roles reach the unit. Pure: those who do its work; where it has nobody of its own, who reaches it from above; else its approver. */
export function workersOf(here: readonly PersonInUnit[]): string[] {
  const working = here.filter((person) => workers.includes(person.role));
  const own = working.filter((person) => person.isOwnUnit);
  if (own.length > 0) return unique(own);
  if (working.length > 0) return unique(working);
  return approversOf(here);
}

/** Pure: those of the lead unit, then those of supporting units; each person once, with the unit for which they are told. */
export function workersOfTask(
  here: (unitId: string) => readonly PersonInUnit[],
  task: { readonly unitId: string; readonly supportingUnitIds: readonly string[] },
): { personId: string; unitId: string }[] {
  const told = new Map<string, string>();
  for (const unitId of [task.unitId, ...task.supportingUnitIds])
    for (const personId of workersOf(here(unitId))) if (!told.has(personId)) told.set(personId, unitId);
  return [...told].map(([personId, unitId]) => ({ personId, unitId }));
}

/** Pure: the chairman or a vice-chairman of a commune. */
export function approversOf(here: readonly PersonInUnit[]): string[] {
  return unique(here.filter((person) => person.role === 'commune_approver'));
}

/** Pure: who leads one of our own units: its own head where it has one, else the leaders of the department. */
export function headsOf(here: readonly PersonInUnit[]): string[] {
  const leaders = here.filter((person) => person.role === 'leader');
  const own = leaders.filter((person) => person.isOwnUnit);
  return unique(own.length > 0 ? own : leaders);
}

/** Pure: the division that runs the plan. */
export function leadDivision(everybody: readonly PersonInUnit[]): string[] {
  return unique(everybody.filter((person) => person.role === 'publishing_editor'));
}

/** Pure: who approves for the department. */
export function departmentApprovers(everybody: readonly PersonInUnit[]): string[] {
  return unique(everybody.filter((person) => person.role === 'publishing_editor' || person.role === 'leader'));
}

function unique(people: readonly PersonInUnit[]): string[] {
  return [...new Set(people.map((person) => person.personId))];
}
