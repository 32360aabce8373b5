import { expect, test } from 'vitest';
import { actionsWithWords, type TaskRow } from '../../../modules/plan/plan.shapes.contract.ts';
import { groupTasks } from './task-order.ts';
import { possibleSteps, stepsWithWords } from './task-steps.ts';

test('the phone asks for words at the steps at which the server wants them', () => {
  expect([...stepsWithWords].sort()).toEqual([...actionsWithWords].sort());
});

test('only what the server allows is offered, the next step first', () => {
  const abilities = { decline: true, report: false, accept: true, addEvidence: true, change: true };
  expect(possibleSteps({ abilities })).toEqual(['accept', 'decline']);
});

test('what is late stands first, then the next day, then what has none; what is over stands apart', () => {
  const task = (id: string, more: Partial<TaskRow>) =>
    ({ id, state: 'accepted', cell: 'running', nextDueOn: null, ...more }) as TaskRow;
  const groups = groupTasks(
    [
      task('without a day', {}),
      task('later', { nextDueOn: '2026-12-20' }),
      task('soon', { nextDueOn: '2026-11-30' }),
      task('late', { nextDueOn: '2026-11-01' }),
      task('a month is late', { cell: 'late', nextDueOn: '2026-11-30' }),
      task('over', { state: 'done', nextDueOn: '2026-01-01' }),
    ],
    '2026-11-25',
  );
  expect(groups.late.map((each) => each.id)).toEqual(['late', 'a month is late']);
  expect(groups.open.map((each) => each.id)).toEqual(['soon', 'later', 'without a day']);
  expect(groups.closed.map((each) => each.id)).toEqual(['over']);
});
