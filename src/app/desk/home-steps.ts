import type { Role } from '../../modules/accounts/accounts.roles.ts';

/** What a role can do of its own accord while nothing waits; `key` names its words. */
export interface Step {
  readonly key: string;
  readonly path: string;
}

const steps: Readonly<Record<Role, readonly Step[]>> = {
  leader: [
    { key: 'coverage', path: '/plan' },
    { key: 'stories', path: '/stories' },
    { key: 'reports', path: '/reports' },
  ],
  publishing_editor: [
    { key: 'import', path: '/directives/new' },
    { key: 'write', path: '/stories/new' },
    { key: 'coverage', path: '/plan' },
    { key: 'channels', path: '/channels' },
  ],
  division_officer: [
    { key: 'tasks', path: '/tasks' },
    { key: 'write', path: '/stories/new' },
  ],
  translator: [{ key: 'stories', path: '/stories' }],
  commune_officer: [
    { key: 'tasks', path: '/tasks' },
    { key: 'write', path: '/stories/new' },
  ],
  commune_approver: [
    { key: 'tasks', path: '/tasks' },
    { key: 'stories', path: '/stories' },
  ],
  partner_editor: [
    { key: 'tasks', path: '/tasks' },
    { key: 'stories', path: '/stories' },
  ],
  auditor: [
    { key: 'coverage', path: '/plan' },
    { key: 'reports', path: '/reports' },
    { key: 'history', path: '/administration/history' },
  ],
  administrator: [
    { key: 'people', path: '/administration' },
    { key: 'units', path: '/administration/units' },
    { key: 'mail', path: '/administration/mail' },
  ],
};

/** Pure: the steps of all roles of a person, each once, at most four. */
export function stepsOf(roles: readonly Role[]): readonly Step[] {
  const all = roles.flatMap((role) => steps[role]);
  return [...new Map(all.map((step) => [step.path, step])).values()].slice(0, 4);
}
