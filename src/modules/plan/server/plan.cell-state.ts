import type { CellState, Rhythm, TaskState } from '../plan.shapes.contract.ts';
import { isSteady } from './plan.periods.ts';

export interface CellFacts {
  /** Null: a clause without a task in this column. */
  readonly taskState: TaskState | null;
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
  readonly expectedCount: number;
  readonly accepted: number;
  readonly waiting: number;
  /** Accepted evidence in the period of the rhythm that runs today. */
  readonly acceptedNow: number;
  /** Of a task per event: how its events stand. */
  readonly events?: EventDues | undefined;
  readonly today: string;
}

/** Events of a task by how they stand today; those that have not begun ask for nothing yet. */
export interface EventDues {
  /** Begun, and all came. */
  readonly full: number;
  /** Past their time and lacking something. */
  readonly late: number;
  /** Begun, still in time, lacking something. */
  readonly open: number;
  /** Late or open, with something handed in. */
  readonly begun: number;
  /** The next day by which something is due. */
  readonly nextDueOn: string | null;
}
export const noEventDues: EventDues = { full: 0, late: 0, open: 0, begun: 0, nextDueOn: null };

const dayInMilliseconds = 86_400_000;
/** So many days before its due day an untouched task is a hole in the cloth, not a promise. */
const holeDays = 30;

/** Pure: the state of one cell, clause × unit. A clause without a task shows counts and is never late (domain.md). */
export function cellStateOf(facts: CellFacts): CellState {
  if (facts.taskState === null || facts.taskState === 'cancelled' || facts.taskState === 'declined') {
    if (facts.accepted > 0) return 'done';
    if (facts.waiting > 0) return 'running';
    return facts.taskState === 'declined' ? 'declined' : 'none';
  }
  if (facts.taskState === 'done') return 'done';
  if (facts.rhythm === 'per_event' && facts.taskState !== 'proposed')
    return eventCellOf(facts.events ?? noEventDues, facts.taskState);
  const isPeriodic = isSteady(facts.rhythm);
  if ((isPeriodic ? facts.acceptedNow : facts.accepted) >= facts.expectedCount) return 'done';
  if (facts.taskState === 'proposed') return facts.accepted + facts.waiting > 0 ? 'running' : 'idle';
  if (facts.dueOn !== null && facts.dueOn < facts.today) return 'late';
  if (facts.accepted + facts.waiting > 0 || facts.taskState !== 'sent') return 'running';
  const daysLeft = facts.dueOn === null ? 0 : (Date.parse(facts.dueOn) - Date.parse(facts.today)) / dayInMilliseconds;
  return !isPeriodic && daysLeft > holeDays ? 'idle' : 'empty';
}

/** What passed without its evidence is late; else what runs now; else what is behind us; before the first event nothing is due. */
function eventCellOf(events: EventDues, taskState: TaskState): CellState {
  if (events.late > 0) return 'late';
  if (events.open > 0) return events.begun > 0 || taskState !== 'sent' ? 'running' : 'empty';
  return events.full > 0 ? 'done' : 'idle';
}

export interface MonthFacts {
  /** `2026-11` */
  readonly month: string;
  /** The month of `today`, and the month in which the plan began: before it nothing was asked. */
  readonly currentMonth: string;
  readonly firstMonth: string;
  readonly openTasks: number;
  /** Of the open tasks with a rhythm: periods that end in this month, those that have all, and those that have something. */
  readonly duePeriods: number;
  readonly fullPeriods: number;
  readonly begunPeriods: number;
  /** Open tasks, not done, whose due day lies in this month. */
  readonly overdueTasks: number;
  readonly accepted: number;
  readonly waiting: number;
}

/** Pure: the state of one cell, clause × month. What is steady is done when every unit's period is; a past one with gaps is late. */
export function monthStateOf(facts: MonthFacts): CellState {
  if (facts.overdueTasks > 0) return 'late';
  const isTouched = facts.begunPeriods > 0 || facts.accepted + facts.waiting > 0;
  if (facts.duePeriods > 0 && facts.month <= facts.currentMonth) {
    if (facts.fullPeriods >= facts.duePeriods) return 'done';
    if (!isTouched) return 'empty';
    return facts.month === facts.currentMonth ? 'running' : 'late';
  }
  if (facts.accepted > 0) return 'done';
  if (facts.waiting > 0) return 'running';
  if (facts.openTasks === 0 || facts.month < facts.firstMonth) return 'none';
  if (facts.month > facts.currentMonth) return 'idle';
  return facts.month === facts.currentMonth ? 'running' : 'none';
}
