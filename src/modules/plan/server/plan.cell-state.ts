import type { CellState, Rhythm, TaskState } from '../plan.contract.ts';

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
  readonly today: string;
}

const dayInMilliseconds = 86_400_000;
/** So many days before its due day an untouched task is a hole in the cloth, not a promise. */
const holeDays = 30;

/** Pure: the state of one cell, clause × unit. A clause without a task shows counts and is never late (domain.md). */
export function cellStateOf(facts: CellFacts): CellState {
  if (facts.taskState === null || facts.taskState === 'cancelled' || facts.taskState === 'declined') {
    if (facts.accepted > 0) return 'done';
    return facts.waiting > 0 ? 'running' : 'none';
  }
  if (facts.taskState === 'done') return 'done';
  const isPeriodic = facts.rhythm === 'weekly' || facts.rhythm === 'monthly' || facts.rhythm === 'quarterly';
  if ((isPeriodic ? facts.acceptedNow : facts.accepted) >= facts.expectedCount) return 'done';
  if (facts.taskState === 'proposed') return facts.accepted + facts.waiting > 0 ? 'running' : 'idle';
  if (facts.dueOn !== null && facts.dueOn < facts.today) return 'late';
  if (facts.accepted + facts.waiting > 0 || facts.taskState !== 'sent') return 'running';
  const daysLeft = facts.dueOn === null ? 0 : (Date.parse(facts.dueOn) - Date.parse(facts.today)) / dayInMilliseconds;
  return !isPeriodic && daysLeft > holeDays ? 'idle' : 'empty';
}

export interface MonthFacts {
  /** `2026-11` */
  readonly month: string;
  /** The month of `today`, and the month in which the plan began: before it nothing was asked. */
  readonly currentMonth: string;
  readonly firstMonth: string;
  readonly openTasks: number;
  readonly periodicTasks: number;
  /** Open tasks, not done, whose due day lies in this month. */
  readonly overdueTasks: number;
  readonly accepted: number;
  readonly waiting: number;
}

/** Pure: the state of one cell, clause × month. */
export function monthStateOf(facts: MonthFacts): CellState {
  if (facts.overdueTasks > 0) return 'late';
  if (facts.accepted > 0) return 'done';
  if (facts.waiting > 0) return 'running';
  if (facts.openTasks === 0 || facts.month < facts.firstMonth) return 'none';
  if (facts.month > facts.currentMonth) return 'idle';
  if (facts.periodicTasks > 0) return 'empty';
  return facts.month === facts.currentMonth ? 'running' : 'none';
}
