import { expect, test } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/accounts.roles.ts';
import { taskAction, taskState } from '../plan.contract.ts';
import { canActOnTask, canAddEvidence, canJudgeEvidence, mayReadTask, type TaskSubject } from './plan.policy.ts';
import { nextTaskState } from './plan.workflow.ts';

const commune = 'xa-03388';
const other = 'xa-03390';
const planners = ['leader', 'publishing_editor'];
const doers = [...planners, 'division_officer', 'commune_officer', 'commune_approver', 'partner_editor'];
const workers = ['accept', 'decline', 'start', 'report', 'finish'];

test('for each role, action, state and kind of task the answer is the one of the table of rights', () => {
  for (const role of roles) {
    for (const unitId of [commune, other]) {
      for (const action of taskAction.options) {
        for (const state of taskState.options) {
          for (const mode of ['assigned', 'requested'] as const) {
            for (const acceptedEvidence of [0, 1]) {
              const subject: TaskSubject = { unitId: commune, mode, state, acceptedEvidence };
              const isOfUnit = unitId === commune;
              const mayTry = workers.includes(action) ? isOfUnit && doers.includes(role) : planners.includes(role);
              const holds =
                (action !== 'decline' || mode === 'requested') && (action !== 'finish' || acceptedEvidence > 0);
              const expected = nextTaskState(state, action) !== null && mayTry && holds;
              expect(
                canActOnTask(actorWith(role, unitId), action, subject),
                `${role} ${unitId} ${action} ${state} ${mode}`,
              ).toBe(expected);
            }
          }
        }
      }
    }
  }
});

test('an auditor and a translator never hand in evidence', () => {
  for (const role of ['auditor', 'translator', 'administrator']) {
    expect(
      canAddEvidence(actorWith(role, commune), {
        unitId: commune,
        mode: 'requested',
        state: 'accepted',
        acceptedEvidence: 0,
      }),
    ).toBe(false);
  }
});

test('who handed in evidence never accepts it, another planner or the approver of the unit does', () => {
  const evidence = { unitId: commune, state: 'submitted' as const, isBySystem: false, createdBy: 'person-1' };
  expect(canJudgeEvidence(actorWith('publishing_editor', 'phong-ttbcxb', { personId: 'person-1' }), evidence)).toBe(
    false,
  );
  expect(canJudgeEvidence(actorWith('publishing_editor', 'phong-ttbcxb', { personId: 'person-2' }), evidence)).toBe(
    true,
  );
  expect(canJudgeEvidence(actorWith('commune_approver', commune, { personId: 'person-2' }), evidence)).toBe(true);
  expect(canJudgeEvidence(actorWith('commune_approver', other, { personId: 'person-2' }), evidence)).toBe(false);
  expect(canJudgeEvidence(actorWith('commune_officer', commune, { personId: 'person-2' }), evidence)).toBe(false);
});

test('a commune sees its own tasks and not those of another commune', () => {
  expect(mayReadTask(actorWith('commune_officer', commune), commune)).toBe(true);
  expect(mayReadTask(actorWith('commune_officer', commune), other)).toBe(false);
  expect(mayReadTask(actorWith('auditor', 'so-vhttdl'), other)).toBe(true);
});
