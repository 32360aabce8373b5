import { expect, it } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/index.ts';
import { canUseChannel, channelActions } from './channels.policy.ts';

const subject = { channelOwnerUnitId: 'phong-ttbcxb', storyUnitId: 'tt-vhnt' };
const allowed = (role: string, unitId: string) =>
  channelActions.filter((action) => canUseChannel(actorWith(role, unitId), action, subject)).join(' ');

it('holds the matrix of role × place × action', () => {
  const all = channelActions.join(' ');
  const carryOut = 'read_delivery enter_receipt skip resolve_unconfirmed retry';
  const elsewhere = Object.fromEntries(roles.map((role) => [role, allowed(role, 'xa-03388')]));
  expect(elsewhere).toEqual({
    administrator: 'read_delivery choose_channels pause_channel',
    leader: 'read_delivery',
    publishing_editor: all,
    division_officer: '',
    translator: '',
    commune_officer: '',
    commune_approver: '',
    partner_editor: '',
    auditor: 'read_delivery',
  });
  expect(allowed('division_officer', 'phong-ttbcxb')).toBe(carryOut);
  expect(allowed('auditor', 'phong-ttbcxb')).toBe('read_delivery');
  expect(allowed('division_officer', 'tt-vhnt')).toBe('read_delivery choose_channels');
  expect(allowed('auditor', 'tt-vhnt')).toBe('read_delivery');
});
