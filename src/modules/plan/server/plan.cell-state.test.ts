import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rhythm, taskState } from '../plan.shapes.contract.ts';
import {
  type CellFacts,
  cellStateOf,
  type EventDues,
  type MonthFacts,
  monthStateOf,
  noEventDues,
} from './plan.cell-state.ts';

const facts: CellFacts = {
  taskState: 'sent',
  rhythm: 'once',
  dueOn: '2026-12-10',
  expectedCount: 1,
  accepted: 0,
  waiting: 0,
  acceptedNow: 0,
  today: '2026-11-25',
};
const month: MonthFacts = {
  month: '2026-11',
  currentMonth: '2026-11',
  firstMonth: '2026-03',
  openTasks: 1,
  duePeriods: 1,
  fullPeriods: 0,
  begunPeriods: 0,
  overdueTasks: 0,
  accepted: 0,
  waiting: 0,
};

test('a clause without a task shows counts and is never late or empty', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.constantFrom(...rhythm.options), (accepted, waiting, each) => {
      const state = cellStateOf({ ...facts, taskState: null, rhythm: each, dueOn: '2020-01-01', accepted, waiting });
      expect(state).toBe(accepted > 0 ? 'done' : waiting > 0 ? 'running' : 'none');
    }),
  );
});

test('a task with enough accepted evidence is done, in whatever state it stands', () => {
  for (const state of taskState.options)
    expect(cellStateOf({ ...facts, taskState: state, accepted: 2, acceptedNow: 2, expectedCount: 2 })).toBe('done');
});

test('a task past its day without enough evidence is late', () => {
  expect(cellStateOf({ ...facts, dueOn: '2026-11-24', accepted: 1, expectedCount: 2 })).toBe('late');
  expect(cellStateOf({ ...facts, dueOn: '2026-11-25' })).not.toBe('late');
});

test('a task sent and untouched is a hole when its day is near and a promise when it is far', () => {
  expect(cellStateOf(facts)).toBe('empty');
  expect(cellStateOf({ ...facts, dueOn: '2027-03-01' })).toBe('idle');
  expect(cellStateOf({ ...facts, dueOn: '2027-03-01', taskState: 'accepted' })).toBe('running');
});

test('a monthly task counts the running month only', () => {
  expect(cellStateOf({ ...facts, rhythm: 'monthly', accepted: 8, acceptedNow: 0 })).toBe('running');
  expect(cellStateOf({ ...facts, rhythm: 'monthly', accepted: 8, acceptedNow: 1 })).toBe('done');
});

test('what was declined is shown as declined, and what was withdrawn is not shown', () => {
  expect(cellStateOf({ ...facts, taskState: 'declined' })).toBe('declined');
  expect(cellStateOf({ ...facts, taskState: 'declined', accepted: 1 })).toBe('done');
  expect(cellStateOf({ ...facts, taskState: 'cancelled' })).toBe('none');
});

test('a month is empty when a steady task left nothing, and asks nothing before the plan began or ahead of time', () => {
  expect(monthStateOf(month)).toBe('empty');
  expect(monthStateOf({ ...month, month: '2026-02', duePeriods: 0 })).toBe('none');
  expect(monthStateOf({ ...month, month: '2026-12' })).toBe('idle');
  expect(monthStateOf({ ...month, duePeriods: 0, accepted: 3 })).toBe('done');
  expect(monthStateOf({ ...month, month: '2026-10', overdueTasks: 1, accepted: 3 })).toBe('late');
});

test('a month of steady work is done when every unit has what is due, running meanwhile, late when it passed with gaps', () => {
  const many = { ...month, openTasks: 38, duePeriods: 38, accepted: 12, begunPeriods: 12 };
  expect(monthStateOf({ ...many, fullPeriods: 38 })).toBe('done');
  expect(monthStateOf({ ...many, fullPeriods: 12 })).toBe('running');
  expect(monthStateOf({ ...many, fullPeriods: 12, month: '2026-10' })).toBe('late');
});

const ofEvents = (events: Partial<EventDues>, taskState: 'sent' | 'accepted' = 'accepted') =>
  cellStateOf({
    taskState,
    rhythm: 'per_event',
    dueOn: '2026-01-31',
    expectedCount: 1,
    accepted: 9,
    waiting: 0,
    acceptedNow: 9,
    events: { ...noEventDues, ...events },
    today: '2026-11-25',
  });

test('a task per event is late with the first event that passed, and asks for nothing before the first begins', () => {
  expect(ofEvents({})).toBe('idle');
  expect(ofEvents({ full: 2 })).toBe('done');
  expect(ofEvents({ full: 2, open: 1 })).toBe('running');
  expect(ofEvents({ full: 2, open: 1 }, 'sent')).toBe('empty');
  expect(ofEvents({ full: 2, open: 1, begun: 1 }, 'sent')).toBe('running');
  expect(ofEvents({ full: 2, open: 1, late: 1 })).toBe('late');
});
