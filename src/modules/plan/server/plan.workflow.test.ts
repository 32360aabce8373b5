import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TaskMode, type TaskState, taskAction, taskMode, taskState } from '../plan.shapes.contract.ts';
import { taskTransitions, transitionOf } from './plan.workflow.ts';

const modes = fc.constantFrom(...taskMode.options);
const states = fc.constantFrom(...taskState.options);
const actions = fc.array(fc.constantFrom(...taskAction.options), { maxLength: 40 });

function pathOf(mode: TaskMode, start: TaskState, tried: readonly (typeof taskAction.options)[number][]): TaskState[] {
  const path = [start];
  for (const action of tried) {
    const step = transitionOf(mode, path.at(-1) ?? start, action);
    if (step) path.push(step.to);
  }
  return path;
}

test('whatever is tried in whatever order, a task stays in a known state and moves only along the table', () => {
  fc.assert(
    fc.property(modes, states, actions, (mode, start, tried) => {
      const path = pathOf(mode, start, tried);
      for (const [index, state] of path.entries()) {
        expect(taskState.options).toContain(state);
        const from = path[index - 1];
        if (from) expect(taskTransitions[mode].some((step) => step.from === from && step.to === state)).toBe(true);
      }
    }),
  );
});

test('no task is ever done without having been sent and taken', () => {
  fc.assert(
    fc.property(modes, actions, (mode, tried) => {
      const path = pathOf(mode, 'proposed', tried);
      if (!path.includes('done')) return;
      expect(path.slice(0, path.indexOf('done'))).toEqual(expect.arrayContaining(['sent', 'accepted']));
    }),
  );
});

test('what is assigned is never declined, whatever is tried', () => {
  fc.assert(
    fc.property(actions, (tried) => {
      expect(pathOf('assigned', 'proposed', tried)).not.toContain('declined');
    }),
  );
});

test('a question, its answer and a later day change no state', () => {
  for (const mode of taskMode.options)
    for (const step of taskTransitions[mode])
      if (['ask', 'answer', 'extend'].includes(step.action)) expect(step.to).toBe(step.from);
});

test('from every state there is a way on, and back into work', () => {
  for (const mode of taskMode.options)
    for (const start of taskState.options) {
      if (mode === 'assigned' && start === 'declined') continue;
      const reached = new Set<TaskState>([start]);
      for (const state of reached)
        for (const step of taskTransitions[mode]) if (step.from === state) reached.add(step.to);
      expect(reached, `${mode} ${start}`).toContain('in_progress');
    }
});

test('one action from one state leads to one state', () => {
  for (const mode of taskMode.options) {
    const keys = taskTransitions[mode].map((step) => `${step.from} ${step.action}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
