import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import type { PersonInUnit, Role } from '../../accounts/index.ts';
import { isApproverOf } from '../../newsroom/server/newsroom.policy.ts';
import { canJudgeEvidence } from '../../plan/server/plan.policy.ts';
import { planReminders, type Waiting } from './plan-reminders.ts';
import { addDays, digestMorning, isWorkingDay, mondayOf, reminderToday } from './reminder-days.ts';
import { usualRules } from './reminder-rules.ts';

const marks = { beforeDays: [7, 3, 1], afterDays: [1, 3, 7] };
const remind = (deadline: string, today: string) => reminderToday({ deadline, today, ...marks });

describe('the day of a reminder', () => {
  it('is seven, three and one day before the deadline', () => {
    expect(remind('2026-12-10', '2026-12-02')).toBeNull();
    expect(remind('2026-12-10', '2026-12-03')).toEqual({ day: '2026-12-03', isLate: false });
    expect(remind('2026-12-10', '2026-12-07')).toEqual({ day: '2026-12-07', isLate: false });
    expect(remind('2026-12-10', '2026-12-09')).toEqual({ day: '2026-12-09', isLate: false });
  });
  it('is one, three and seven days after it', () => {
    expect(remind('2026-12-10', '2026-12-11')).toEqual({ day: '2026-12-11', isLate: true });
    expect(remind('2026-12-10', '2026-12-17')).toEqual({ day: '2026-12-17', isLate: true });
  });
  it('is caught up with when nobody looked at the right time, the last missed one only, and not for ever', () => {
    expect(remind('2026-12-10', '2026-12-08')?.day).toBe('2026-12-07');
    expect(remind('2026-12-10', '2026-12-10')?.day).toBe('2026-12-09');
    expect(remind('2026-12-10', '2026-12-15')?.day).toBe('2026-12-13');
    expect(remind('2026-12-10', '2026-12-31')?.day).toBe('2026-12-17');
    expect(remind('2026-12-10', '2027-01-01')).toBeNull();
  });
  it('is none where the setting has no days', () => {
    expect(reminderToday({ deadline: '2026-12-10', today: '2026-12-09', beforeDays: [], afterDays: [] })).toBeNull();
    expect(reminderToday({ deadline: '2026-12-10', today: '2026-12-11', beforeDays: [], afterDays: [] })).toBeNull();
  });
});

describe('the morning of a digest', () => {
  const holiday = new Set(['2027-01-01']);
  it('is 07:30 in Lai Châu on working days, never on a weekend or a public holiday', () => {
    expect(digestMorning(new Date('2026-11-25T00:29:59Z'), holiday)).toBeNull();
    expect(digestMorning(new Date('2026-11-25T00:30:00Z'), holiday)?.day).toBe('2026-11-25');
    expect(digestMorning(new Date('2026-11-28T03:00:00Z'), holiday)).toBeNull();
    expect(digestMorning(new Date('2027-01-01T03:00:00Z'), holiday)).toBeNull();
    expect(isWorkingDay('2026-11-25', holiday)).toBe(true);
  });
  it('takes weekly things up to Monday morning', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    const morning = digestMorning(new Date('2026-11-25T01:00:00Z'), holiday);
    expect(morning?.weeklyUntil.toISOString()).toBe('2026-11-23T00:40:00.000Z');
    expect(morning?.dailyUntil.toISOString()).toBe('2026-11-25T00:40:00.000Z');
  });
});

const person = (personId: string, role: Role, unitId: string, isOwnUnit = true): PersonInUnit => ({
  personId,
  role,
  unitId,
  isOwnUnit,
  fullName: personId,
  email: `${personId}@thu.example`,
  language: 'vi',
});
const people = [
  person('giám đốc', 'leader', 'so', true),
  person('giám đốc', 'leader', 'tt-vhnt', false),
  person('biên tập', 'publishing_editor', 'phong-ttbcxb'),
  person('biên tập hai', 'publishing_editor', 'phong-ttbcxb'),
  person('chuyên viên', 'division_officer', 'tt-vhnt'),
  person('cán bộ xã', 'commune_officer', 'xa-1'),
  person('chủ tịch', 'commune_approver', 'xa-1'),
  person('chủ tịch hai', 'commune_approver', 'xa-2'),
];
const task = (change: object) => ({
  taskId: 't1',
  clauseId: 'c1',
  path: 'II.2/1',
  title: 'Phát thanh',
  unitId: 'xa-1',
  unitNames: { vi: 'Xã Một' },
  supportingUnitIds: [],
  isOwn: false,
  rhythm: 'once' as const,
  deadline: '2026-11-26',
  ...change,
});
const waiting = (change: Partial<Waiting>): Waiting => ({
  today: '2026-11-25',
  daysOff: new Set(),
  rules: usualRules,
  people,
  tasks: [],
  evidence: [],
  editions: [],
  ...change,
});
const who = (reminders: ReturnType<typeof planReminders>) =>
  reminders.map((one) => `${one.kind} ${one.personId}`).sort();

describe('who is told', () => {
  it('of a task near its deadline: those who do the work of the unit', () => {
    expect(who(planReminders(waiting({ tasks: [task({})] })))).toEqual(['task_due cán bộ xã']);
    expect(who(planReminders(waiting({ tasks: [task({ unitId: 'tt-vhnt', isOwn: true })] })))).toEqual([
      'task_due chuyên viên',
    ]);
  });
  it('of a task near its deadline: the supporting units too, a person of both only once', () => {
    const both = [...people, person('chuyên viên', 'division_officer', 'xa-1')];
    const tasks = [task({ supportingUnitIds: ['tt-vhnt', 'xa-2'] })];
    const told = planReminders(waiting({ people: both, tasks }));
    expect(told.map(({ personId, unitId }) => `${personId} ${unitId}`)).toEqual([
      'cán bộ xã xa-1',
      'chuyên viên xa-1',
      'chủ tịch hai xa-2',
    ]);
    const late = planReminders(waiting({ tasks, today: '2026-11-27' }));
    expect(who(late)).toEqual(
      ['task_overdue chuyên viên', 'task_overdue chủ tịch hai', 'task_overdue cán bộ xã'].sort(),
    );
  });
  it('where a commune has nobody for the work: its chairman', () => {
    expect(who(planReminders(waiting({ tasks: [task({ unitId: 'xa-2' })] })))).toEqual(['task_due chủ tịch hai']);
  });
  it('of a commune five days late: its chairman by the task, the lead division by the clause', () => {
    const tasks = [
      task({ deadline: '2026-11-20' }),
      task({ taskId: 't2', unitId: 'xa-2', deadline: '2026-11-20' }),
      task({ taskId: 't3', unitId: 'xa-2', clauseId: 'c2', deadline: '2026-11-22' }),
    ];
    const told = planReminders(waiting({ tasks })).filter(({ kind }) => kind === 'escalation');
    expect(who(told)).toEqual([
      'escalation biên tập',
      'escalation biên tập hai',
      'escalation chủ tịch',
      'escalation chủ tịch hai',
    ]);
    expect(told.find(({ personId }) => personId === 'biên tập')?.params.count).toBe(2);
    expect(new Set(told.map(({ day }) => day))).toEqual(new Set(['2026-11-25']));
  });
  it('of several tasks of a unit that fell due on one day: its head in one line, with the way to all that is late', () => {
    const late = { unitId: 'xa-2', deadline: '2026-11-20' };
    const tasks = [task({ ...late, taskId: 't1' }), task({ ...late, taskId: 't2', clauseId: 'c2' })];
    const told = planReminders(waiting({ tasks })).filter(({ personId }) => personId === 'chủ tịch hai');
    expect(told.filter(({ kind }) => kind === 'escalation')).toEqual([
      expect.objectContaining({
        subjectKind: 'unit',
        subjectId: 'xa-2',
        params: { count: 2, unit: { vi: 'Xã Một' }, date: '2026-11-20' },
        link: '/tasks?unitId=xa-2&deadline=late',
      }),
    ]);
  });
  it('of an own unit five days late: its head only', () => {
    const tasks = [task({ unitId: 'tt-vhnt', isOwn: true, deadline: '2026-11-20' })];
    expect(who(planReminders(waiting({ tasks })).filter(({ kind }) => kind === 'escalation'))).toEqual([
      'escalation giám đốc',
    ]);
  });
  it('of evidence that waits: the second people in one line with the count, never who handed it in', () => {
    const since = new Date('2026-11-20T03:00:00Z');
    const evidence = [
      { unitId: 'xa-1', isCommune: true, handedInBy: 'cán bộ xã', count: 3, since },
      { unitId: 'phong-ttbcxb', isCommune: false, handedInBy: 'biên tập', count: 2, since },
    ];
    const told = planReminders(waiting({ evidence }));
    expect(told.map(({ personId, params }) => `${personId} ${params.count}`).sort()).toEqual([
      'biên tập 3',
      'biên tập hai 5',
      'chủ tịch 3',
    ]);
    expect(told[0]?.params.date).toBe('2026-11-20');
    for (const { personId } of told) {
      const role = people.find((one) => one.personId === personId);
      const actor = actorWith(role?.role ?? '', role?.unitId ?? '', { personId });
      const piece = { unitId: 'xa-1', state: 'submitted', isBySystem: false, createdBy: 'cán bộ xã' } as const;
      expect(canJudgeEvidence(actor, piece)).toBe(true);
    }
  });
  it('of a story that waits: the approvers of its unit, never who wrote or submitted it', () => {
    const since = new Date('2026-11-20T03:00:00Z');
    const edition = { editionId: 'e', storyId: 's', title: 'Tin', isCommune: false, unitId: 'phong-ttbcxb', since };
    const told = planReminders(
      waiting({ editions: [{ ...edition, submittedBy: 'biên tập', writtenBy: 'chuyên viên' }] }),
    );
    expect(who(told)).toEqual(['edition_waiting biên tập hai', 'edition_waiting giám đốc']);
    const commune = { ...edition, unitId: 'xa-1', isCommune: true, submittedBy: 'cán bộ xã', writtenBy: 'cán bộ xã' };
    expect(who(planReminders(waiting({ editions: [commune] })))).toEqual(['edition_waiting chủ tịch']);
    const story = { unitId: 'xa-1', isOfCommune: true, isOwn: false };
    expect(isApproverOf(actorWith('commune_approver', 'xa-1'), story)).toBe(true);
  });
  it('of what waits: nobody on a Sunday', () => {
    const evidence = [{ unitId: 'xa-1', isCommune: true, handedInBy: null, count: 1, since: new Date('2026-11-01') }];
    expect(planReminders(waiting({ evidence, today: '2026-11-29' }))).toEqual([]);
  });
  it('of a weekly task: not at the beginning of its week', () => {
    const weekly = task({ rhythm: 'weekly', deadline: '2026-11-29' });
    expect(planReminders(waiting({ tasks: [weekly], today: '2026-11-23' }))).toEqual([]);
    expect(who(planReminders(waiting({ tasks: [weekly], today: '2026-11-26' })))).toEqual(['task_due cán bộ xã']);
  });
  it('once: the same day again gives the same keys', () => {
    const keys = (today: string) =>
      planReminders(waiting({ tasks: [task({ deadline: '2026-11-28' })], today })).map(
        (one) => `${one.subjectId} ${one.day}`,
      );
    expect(keys('2026-11-25')).toEqual(keys('2026-11-26'));
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
