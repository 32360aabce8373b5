import { expect, test } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/accounts.roles.ts';
import { taskAction, taskMode, taskState } from '../plan.shapes.contract.ts';
import { canActOnTask, canAddEvidence, canJudgeEvidence, mayReadTask, type TaskSubject } from './plan.policy.ts';
import { transitionOf } from './plan.workflow.ts';

const commune = 'xa-03388';
const other = 'xa-03390';
const planners = ['leader', 'publishing_editor'];
const doers = [...planners, 'division_officer', 'commune_officer', 'commune_approver', 'partner_editor'];
const workers = ['accept', 'decline', 'ask', 'start', 'report', 'finish'];

const task: TaskSubject = {
  unitId: commune,
  supportingUnitIds: [],
  mode: 'requested',
  state: 'accepted',
  acceptedEvidence: 0,
  hasOpenQuestion: false,
};

test('for each role, action, state and kind of task the answer is the one of the table of rights', () => {
  for (const role of roles)
    for (const unitId of [commune, other])
      for (const action of taskAction.options)
        for (const state of taskState.options)
          for (const mode of taskMode.options)
            for (const acceptedEvidence of [0, 1])
              for (const hasOpenQuestion of [false, true]) {
                const subject: TaskSubject = { ...task, mode, state, acceptedEvidence, hasOpenQuestion };
                const isOfUnit = unitId === commune;
                const mayTry = workers.includes(action) ? isOfUnit && doers.includes(role) : planners.includes(role);
                const holds =
                  (action !== 'decline' || mode === 'requested') &&
                  (action !== 'finish' || acceptedEvidence > 0) &&
                  (action !== 'ask' || !hasOpenQuestion) &&
                  (action !== 'answer' || hasOpenQuestion);
                const expected = transitionOf(mode, state, action) !== undefined && mayTry && holds;
                expect(
                  canActOnTask(actorWith(role, unitId), action, subject),
                  `${role} ${unitId} ${action} ${state} ${mode} ${acceptedEvidence} ${hasOpenQuestion}`,
                ).toBe(expected);
              }
});

test('a supporting unit reads the task and hands in evidence, and the steps stay with the lead', () => {
  const subject: TaskSubject = { ...task, supportingUnitIds: [other], state: 'sent' };
  const support = actorWith('commune_officer', other);
  expect(mayReadTask(support, commune, [other])).toBe(true);
  expect(canAddEvidence(support, subject)).toBe(true);
  for (const action of taskAction.options) expect(canActOnTask(support, action, subject)).toBe(false);
});

test('an auditor and a translator never hand in evidence', () => {
  for (const role of ['auditor', 'translator', 'administrator']) {
    expect(canAddEvidence(actorWith(role, commune), task)).toBe(false);
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
