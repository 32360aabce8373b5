import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DateState, dateAction, dateState } from '../calendar.shapes.contract.ts';
import { dateTransitions, nextDateState } from './calendar.workflow.ts';

const states = fc.constantFrom(...dateState.options);
const actions = fc.array(fc.constantFrom(...dateAction.options), { maxLength: 40 });

test('whatever is tried in whatever order, a date stays in a known state and moves only along the table', () => {
  fc.assert(
    fc.property(states, actions, (start, tried) => {
      let state = start;
      for (const action of tried) {
        const next = nextDateState(state, action);
        if (next === null) continue;
        expect(dateTransitions).toContainEqual({ action, from: state, to: next });
        state = next;
      }
      expect(dateState.options).toContain(state);
    }),
  );
});

test('a rumour is never held: somebody has planned or confirmed the date before', () => {
  fc.assert(
    fc.property(actions, (tried) => {
      const visited: DateState[] = ['rumoured'];
      for (const action of tried) {
        const next = nextDateState(visited.at(-1) ?? 'rumoured', action);
        if (next !== null) visited.push(next);
      }
      const held = visited.indexOf('held');
      if (held > 0) expect(['planned', 'confirmed']).toContain(visited[held - 1]);
    }),
  );
});

test('nothing is stuck: from each state another one can be reached', () => {
  for (const state of dateState.options) expect(dateTransitions.some((each) => each.from === state)).toBe(true);
});

test('one action from one state leads to one state', () => {
  const keys = dateTransitions.map((each) => `${each.from} ${each.action}`);
  expect(new Set(keys).size).toBe(keys.length);
});
