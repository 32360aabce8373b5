import type { TaskAction, TaskState } from '../plan.contract.ts';

export interface TaskTransition {
  readonly action: TaskAction;
  readonly from: TaskState;
  readonly to: TaskState;
}

/** Every move of a task. The README draws its picture from this table. */
export const taskTransitions: readonly TaskTransition[] = [
  { action: 'send', from: 'proposed', to: 'sent' },
  { action: 'accept', from: 'sent', to: 'accepted' },
  { action: 'decline', from: 'sent', to: 'declined' },
  { action: 'start', from: 'accepted', to: 'in_progress' },
  { action: 'start', from: 'returned', to: 'in_progress' },
  { action: 'report', from: 'accepted', to: 'in_progress' },
  { action: 'report', from: 'in_progress', to: 'in_progress' },
  { action: 'report', from: 'returned', to: 'in_progress' },
  { action: 'finish', from: 'accepted', to: 'done' },
  { action: 'finish', from: 'in_progress', to: 'done' },
  { action: 'finish', from: 'returned', to: 'done' },
  { action: 'return', from: 'done', to: 'returned' },
  { action: 'reopen', from: 'done', to: 'in_progress' },
  { action: 'reopen', from: 'declined', to: 'sent' },
  { action: 'reopen', from: 'cancelled', to: 'proposed' },
  { action: 'cancel', from: 'proposed', to: 'cancelled' },
  { action: 'cancel', from: 'sent', to: 'cancelled' },
  { action: 'cancel', from: 'accepted', to: 'cancelled' },
  { action: 'cancel', from: 'in_progress', to: 'cancelled' },
  { action: 'cancel', from: 'returned', to: 'cancelled' },
];

/** Moves that the history must explain. */
export const actionsWithReason: readonly TaskAction[] = ['decline', 'report', 'return', 'cancel'];

/** The state after the action; null where it is not possible. Pure. */
export function nextTaskState(state: TaskState, action: TaskAction): TaskState | null {
  return taskTransitions.find((transition) => transition.from === state && transition.action === action)?.to ?? null;
}
