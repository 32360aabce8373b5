import { expect, it } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/index.ts';
import { canRegistry, registryActions } from './registry.policy.ts';

const department = 'so-vhttdl';
const commune = 'xa-03583';

it('who may do what with the register is decided for every role, action and state', () => {
  const line = (role: string, unitId: string, subject: { unitId: string; state: 'draft' | 'issued' }) =>
    registryActions.filter((action) => canRegistry(actorWith(role, unitId), action, subject)).join(' ');
  const everything = (role: string, home: string) =>
    [department, commune].flatMap((unitId) =>
      (['draft', 'issued'] as const).map((state) => line(role, home, { unitId, state })),
    );
  const kept = 'read receive write';
  const home = (role: string) =>
    role.startsWith('commune') ? commune : role === 'partner_editor' ? 'tap-chi' : 'phong-ttbcxb';
  expect(Object.fromEntries(roles.map((role) => [role, everything(role, home(role))]))).toEqual({
    administrator: [`${kept} edit edit_template set_number`, `${kept} edit_template set_number`, 'read', 'read'],
    leader: [`${kept} edit sign edit_template set_number`, `${kept} edit_template set_number`, 'read', 'read'],
    publishing_editor: [`${kept} edit edit_template`, `${kept} edit_template`, 'read', 'read'],
    division_officer: ['read write edit', 'read write', '', ''],
    translator: ['', '', '', ''],
    commune_officer: ['', '', `${kept} edit edit_template`, `${kept} edit_template`],
    commune_approver: ['', '', `${kept} edit sign edit_template set_number`, `${kept} edit_template set_number`],
    partner_editor: ['', '', '', ''],
    auditor: ['read', 'read', 'read', 'read'],
  });
});
