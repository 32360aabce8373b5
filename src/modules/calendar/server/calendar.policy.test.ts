import { expect, test } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/accounts.roles.ts';
import { dateAction, dateState, eventKind } from '../calendar.shapes.contract.ts';
import { canActOnDate, mayEdit, mayPropose, seesConfirmedOnly } from './calendar.policy.ts';
import { nextDateState } from './calendar.workflow.ts';

const commune = 'xa-03388';
const other = 'xa-03390';
const keepers = ['leader', 'publishing_editor'];
const proposers = ['division_officer', 'commune_officer', 'commune_approver'];
const ofUnits = ['event', 'festival'];

test('for each role, action, state and kind of event the answer is the one of the table of rights', () => {
  for (const role of roles) {
    for (const unitId of [commune, other]) {
      for (const action of dateAction.options) {
        for (const state of dateState.options) {
          for (const kind of eventKind.options) {
            const isProposer = proposers.includes(role) && unitId === commune;
            const mayTry =
              keepers.includes(role) ||
              (kind === 'clock' && action === 'hold' && isProposer) ||
              (ofUnits.includes(kind) && isProposer && (action !== 'confirm' || role === 'commune_approver'));
            expect(
              canActOnDate(actorWith(role, unitId), action, { unitId: commune, kind, state }),
              `${role} ${unitId} ${action} ${state} ${kind}`,
            ).toBe(nextDateState(state, action) !== null && mayTry);
          }
        }
      }
    }
  }
});

test('officers enter and edit events of their own unit, keepers of the calendar everything, others nothing', () => {
  for (const role of roles) {
    for (const unitId of [commune, other]) {
      for (const kind of eventKind.options) {
        const expected =
          keepers.includes(role) || (proposers.includes(role) && unitId === commune && ofUnits.includes(kind));
        expect(mayPropose(actorWith(role, unitId), { unitId: commune, kind }), `${role} ${kind}`).toBe(expected);
        expect(mayEdit(actorWith(role, unitId), { unitId: commune, kind }), `${role} ${kind}`).toBe(expected);
      }
    }
  }
});

test('a partner, and who has no role at all, sees only what has been confirmed', () => {
  for (const role of roles) expect(seesConfirmedOnly(actorWith(role, commune))).toBe(role === 'partner_editor');
  expect(seesConfirmedOnly({ personId: null, name: '', language: 'vi', grants: [] })).toBe(true);
});
