import type { TaskAction, TaskMode, TaskState } from '../plan.shapes.contract.ts';

export interface TaskTransition {
  readonly action: TaskAction;
  readonly from: TaskState;
  readonly to: TaskState;
  /** `unit`: those who do the work. `planner`: those who run the plan. */
  readonly by: 'unit' | 'planner';
}

const open: readonly TaskState[] = ['sent', 'accepted', 'in_progress', 'returned'];
const taken: readonly TaskState[] = ['accepted', 'in_progress', 'returned'];

function each(
  action: TaskAction,
  by: TaskTransition['by'],
  from: readonly TaskState[],
  to: TaskState | 'same',
): TaskTransition[] {
  return from.map((state) => ({ action, by, from: state, to: to === 'same' ? state : to }));
}

const common: readonly TaskTransition[] = [
  ...each('send', 'planner', ['proposed'], 'sent'),
  ...each('accept', 'unit', ['sent'], 'accepted'),
  ...each('ask', 'unit', open, 'same'),
  ...each('answer', 'planner', open, 'same'),
  ...each('start', 'unit', ['accepted', 'returned'], 'in_progress'),
  ...each('report', 'unit', taken, 'in_progress'),
  ...each('finish', 'unit', taken, 'done'),
  ...each('return', 'planner', ['done'], 'returned'),
  ...each('extend', 'planner', open, 'same'),
  ...each('reopen', 'planner', ['done'], 'in_progress'),
  ...each('reopen', 'planner', ['cancelled'], 'proposed'),
  ...each('cancel', 'planner', ['proposed', ...open], 'cancelled'),
];

/** Every move of a task, by kind: only what is requested may be declined (domain.md: giao, đề nghị). The README draws its picture from this table. */
export const taskTransitions: Readonly<Record<TaskMode, readonly TaskTransition[]>> = {
  assigned: common,
  requested: [
    ...common,
    ...each('decline', 'unit', ['sent'], 'declined'),
    ...each('reopen', 'planner', ['declined'], 'sent'),
  ],
};

/** The step that the action takes from here; undefined where it is not possible. Pure. */
export function transitionOf(mode: TaskMode, state: TaskState, action: TaskAction): TaskTransition | undefined {
  return taskTransitions[mode].find((transition) => transition.from === state && transition.action === action);
}
