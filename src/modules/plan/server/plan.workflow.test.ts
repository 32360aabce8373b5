import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TaskState, taskAction, taskState } from '../plan.contract.ts';
import { nextTaskState, taskTransitions } from './plan.workflow.ts';

const states = fc.constantFrom(...taskState.options);
const actions = fc.array(fc.constantFrom(...taskAction.options), { maxLength: 40 });

test('whatever is tried in whatever order, a task stays in a known state and moves only along the table', () => {
  fc.assert(
    fc.property(states, actions, (start, tried) => {
      let state = start;
      for (const action of tried) {
        const next = nextTaskState(state, action);
        if (next === null) continue;
        expect(taskTransitions).toContainEqual({ action, from: state, to: next });
        state = next;
      }
      expect(taskState.options).toContain(state);
    }),
  );
});

test('no task is ever done without having been sent and taken', () => {
  fc.assert(
    fc.property(actions, (tried) => {
      const visited: TaskState[] = ['proposed'];
      let state: TaskState = 'proposed';
      for (const action of tried) {
        state = nextTaskState(state, action) ?? state;
        visited.push(state);
      }
      if (!visited.includes('done')) return;
      expect(visited.slice(0, visited.indexOf('done'))).toEqual(expect.arrayContaining(['sent', 'accepted']));
    }),
  );
});

test('one action from one state leads to one state', () => {
  const keys = taskTransitions.map((each) => `${each.from} ${each.action}`);
  expect(new Set(keys).size).toBe(keys.length);
});
