import { describe, expect, it } from 'vitest';
import type { PersonInUnit, Role } from '../../accounts/index.ts';
import { type EvidenceStep, isTold, planStepNotices, planUrgeNotices, type TaskStep } from './step-notices.ts';

const person = (personId: string, role: Role, unitId: string): PersonInUnit => ({
  personId,
  role,
  unitId,
  isOwnUnit: true,
  fullName: personId,
  email: `${personId}@thu.example`,
  language: 'vi',
});
const people = [
  person('biên tập', 'publishing_editor', 'phong-ttbcxb'),
  person('cán bộ xã', 'commune_officer', 'xa-1'),
  person('cán bộ xã hai', 'commune_officer', 'xa-1'),
  person('chuyên viên', 'division_officer', 'tt-vhnt'),
  person('người nơi khác', 'commune_officer', 'xa-2'),
];
const task = {
  taskId: 't1',
  path: 'II.2/1',
  title: 'Phát thanh',
  unitId: 'xa-1',
  unitNames: { vi: 'Xã Một' },
  supportingUnitIds: ['tt-vhnt'],
  dueOn: '2026-12-30',
};
const known = { task, people };
const taskStep = (action: string, personId: string): TaskStep => ({
  kind: 'task_step',
  action,
  version: 4,
  on: '2026-11-25',
  personId,
});
const evidenceStep = (verdict: 'accepted' | 'returned', handedInBy: string): EvidenceStep => ({
  kind: 'evidence_judged',
  evidenceId: 'e1',
  verdict,
  version: 2,
  on: '2026-11-25',
  personId: 'biên tập',
  handedInBy,
});
const who = (step: TaskStep | EvidenceStep) => planStepNotices(step, known).map(({ personId }) => personId);

describe('a step of a task is told', () => {
  it('returned, answered or given more time: to those who do the work of the lead unit', () => {
    for (const action of ['return', 'answer', 'extend'])
      expect(who(taskStep(action, 'biên tập'))).toEqual(['cán bộ xã', 'cán bộ xã hai']);
  });
  it('asked about or declined: to colleagues and the lead division, never to who did it', () => {
    for (const action of ['ask', 'decline'])
      expect(who(taskStep(action, 'cán bộ xã'))).toEqual(['cán bộ xã hai', 'biên tập']);
  });
  it('not at all when work merely goes on', () => {
    expect(['send', 'accept', 'start', 'report', 'finish', 'reopen', 'cancel'].filter(isTold)).toEqual([]);
  });
  it('once a person and step, whatever day the job runs', () => {
    const [notice] = planStepNotices(taskStep('extend', 'biên tập'), known);
    expect(notice).toMatchObject({ subjectKind: 'task_step', subjectId: 't1:4', day: '2026-11-25', unitId: 'xa-1' });
    expect(notice?.params).toMatchObject({ step: 'extend', date: '2026-12-30' });
  });
});

describe('a unit that was urged', () => {
  it('hears of it once an act, with the way to its open tasks', () => {
    const urged = { requestId: 'r1', unitId: 'xa-1', unitNames: { vi: 'Xã Một' }, tasks: 3, on: '2026-11-25' };
    const told = planUrgeNotices(urged, people);
    expect(told.map(({ personId, subjectId, link }) => [personId, subjectId, link])).toEqual([
      ['cán bộ xã', 'r1:xa-1', '/tasks?unitId=xa-1&waits=work'],
      ['cán bộ xã hai', 'r1:xa-1', '/tasks?unitId=xa-1&waits=work'],
    ]);
  });
});

describe('evidence that was judged is told', () => {
  it('to those who do the work of the lead unit, and to who handed it in for a supporting unit', () => {
    expect(who(evidenceStep('accepted', 'cán bộ xã'))).toEqual(['cán bộ xã', 'cán bộ xã hai']);
    expect(who(evidenceStep('returned', 'chuyên viên'))).toEqual(['cán bộ xã', 'cán bộ xã hai', 'chuyên viên']);
  });
  it('no longer to who handed it in and works elsewhere now', () => {
    expect(who(evidenceStep('returned', 'người nơi khác'))).toEqual(['cán bộ xã', 'cán bộ xã hai']);
  });
});
