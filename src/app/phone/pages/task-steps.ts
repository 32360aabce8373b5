import type { TaskAction, TaskDetail } from '../../../modules/plan/plan.shapes.contract.ts';

/** The next step first. What the server does not allow now is left out; a step that is new there stands last. */
const order: readonly string[] = ['answer', 'accept', 'start', 'finish', 'report', 'ask', 'decline'];

/** As `actionsWithWords` of the contract, which brings zod and so stays out of the page; task-steps.test.ts compares them. */
export const stepsWithWords: readonly TaskAction[] = [
  'decline',
  'ask',
  'answer',
  'report',
  'return',
  'extend',
  'cancel',
];
/** Abilities that are no step of the workflow, or need a form that only the full desk has. */
const elsewhere: readonly string[] = ['change', 'addEvidence', 'extend'];

/** The steps that the server allows this person now. Pure. */
export function possibleSteps(task: Pick<TaskDetail, 'abilities'>): TaskAction[] {
  const rank = (step: string) => (order.includes(step) ? order.indexOf(step) : order.length);
  return Object.keys(task.abilities)
    .filter((step) => task.abilities[step] === true && !elsewhere.includes(step))
    .sort((left, right) => rank(left) - rank(right)) as TaskAction[];
}
