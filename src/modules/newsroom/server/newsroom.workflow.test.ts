import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionAction, publicState, workState } from '../newsroom.shapes.contract.ts';
import type { PublicState } from './newsroom.tables.ts';
import {
  type EditionStates,
  isPossible,
  nextPublicState,
  nextWorkState,
  type PublicMove,
  publicTransitions,
  workTransitions,
} from './newsroom.workflow.ts';

const states = fc.record<EditionStates>({
  workState: fc.constantFrom(...workState.options),
  publicState: fc.constantFrom(...publicState.options),
  hasPendingChange: fc.boolean(),
  isScheduled: fc.boolean(),
  needsLaterApproval: fc.boolean(),
});

test('a text reaches approval only from waiting for it, and waiting only by submitting or publishing urgently', () => {
  for (const [action, row] of Object.entries(workTransitions)) {
    for (const [from, to] of Object.entries(row)) {
      if (to === 'approved' && action !== 'cancel_change')
        expect([action, from]).toEqual(['approve', 'awaiting_approval']);
      if (to === 'awaiting_approval') expect(['submit', 'publish_urgently', 'pass_appraisal']).toContain(action);
    }
  }
});

test('what was withdrawn or removed never changes any more, except that withdrawn may be removed', () => {
  fc.assert(
    fc.property(states, fc.constantFrom(...editionAction.options), (state, action) => {
      fc.pre(state.publicState === 'withdrawn' || state.publicState === 'removed');
      fc.pre(!state.isScheduled);
      const isAllowed = action === 'remove' && state.publicState === 'withdrawn';
      expect(isPossible(action, state)).toBe(isAllowed);
    }),
  );
});

test('what is live is only written after a change was begun that the reader will see', () => {
  fc.assert(
    fc.property(states, (state) => {
      fc.pre(state.publicState === 'live' && !state.hasPendingChange);
      for (const action of ['save', 'submit', 'publish', 'publish_urgently', 'reopen', 'return'] as const)
        expect(isPossible(action, state)).toBe(false);
    }),
  );
});

test('no sequence of moves brings a text to the public unapproved, urgent publication aside', () => {
  const step = fc.constantFrom(...editionAction.options);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (actions) => {
      let state: EditionStates = {
        workState: 'drafting',
        publicState: 'not_public',
        hasPendingChange: false,
        isScheduled: false,
        needsLaterApproval: false,
      };
      for (const action of actions) {
        if (!isPossible(action, state)) continue;
        if (action === 'publish') expect(state.workState).toBe('approved');
        state = { ...state, workState: nextWorkState(state.workState, action) ?? state.workState };
        const move = publicMoveOf(action);
        if (move) state = { ...state, publicState: nextPublicState(state.publicState, move) ?? state.publicState };
        if (action === 'start_change') state = { ...state, hasPendingChange: true };
        if (action === 'cancel_change' || move) state = { ...state, hasPendingChange: false };
        if (action === 'publish_urgently') state = { ...state, needsLaterApproval: true };
        if (action === 'approve') state = { ...state, needsLaterApproval: false };
      }
    }),
  );
});

test('the public axis never goes back from withdrawn or removed to the reader', () => {
  for (const move of Object.keys(publicTransitions) as PublicMove[]) {
    for (const from of ['withdrawn', 'removed'] as const satisfies PublicState[])
      expect(['live', 'scheduled', 'not_public']).not.toContain(nextPublicState(from, move));
  }
});

function publicMoveOf(action: (typeof editionAction.options)[number]): PublicMove | null {
  if (action === 'publish' || action === 'publish_urgently') return 'go_live';
  return action === 'withdraw' || action === 'remove' ? action : null;
}

test('the README draws exactly the tables of the code', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const lines = [...Object.entries(workTransitions), ...Object.entries(publicTransitions)].map(([action, row]) => {
    const arrows = Object.entries(row).map(([from, to]) => `${from} → ${to}`);
    return `- ${action}: ${arrows.join(', ')}`;
  });
  expect(readme.split('\n').filter((line) => line.includes(' → '))).toEqual(lines);
});
