import { expect, test } from 'vitest';
import type { Me } from '../accounts.contract.ts';
import { landsOnPhone } from './land-after-sign-in.ts';

const grants = (...roles: Me['grants'][number]['role'][]) => ({
  grants: roles.map((role) => ({ role, unitId: 'xa-03583', unitName: 'Xã Khổng Lào' })),
});

test('an officer of a commune who signs in on a phone lands on the light pages, everybody else at the desk', () => {
  expect(landsOnPhone(grants('commune_officer'), 360)).toBe(true);
  expect(landsOnPhone(grants('commune_officer', 'commune_approver'), 600)).toBe(true);
  expect(landsOnPhone(grants('commune_officer'), 1440)).toBe(false);
  expect(landsOnPhone(grants('commune_officer', 'division_officer'), 360)).toBe(false);
  expect(landsOnPhone(grants('leader'), 360)).toBe(false);
  expect(landsOnPhone(grants(), 360)).toBe(false);
});
