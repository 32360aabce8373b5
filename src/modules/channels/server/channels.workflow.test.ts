import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliveryStates, errorClasses } from '../channels.shapes.contract.ts';
import {
  backoff,
  type DeliveryAction,
  type EarlierDelivery,
  leaseLength,
  longestSend,
  nextState,
  planAfterError,
  planDelivery,
  transitions,
} from './channels.workflow.ts';

const actions = Object.keys(transitions) as DeliveryAction[];

it('never leaves a verified or a skipped delivery, and always ends in a known state', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (steps) => {
      let state: (typeof deliveryStates)[number] = 'waiting';
      for (const step of steps) {
        const next = nextState(state, step);
        if (state === 'verified' || state === 'skipped') expect(next).toBeNull();
        if (next) state = next;
        expect(deliveryStates).toContain(state);
      }
    }),
  );
});

it('sends only from waiting and retrying: an unconfirmed delivery goes out again only when a person says so', () => {
  expect(deliveryStates.filter((state) => nextState(state, 'claim'))).toEqual(['waiting', 'retrying']);
  const fromUnconfirmed = actions.filter(
    (action) => nextState('unconfirmed', action) === 'waiting' || nextState('unconfirmed', action) === 'retrying',
  );
  expect(fromUnconfirmed).toEqual(['send_again']);
});

it('gives a call less time than its lease', () => {
  expect(longestSend).toBeLessThan(leaseLength);
});

it('retries what passes by itself, fails what a person must mend, looks up what is unknown', () => {
  expect(errorClasses.map((one) => [one, planAfterError(one, 1)])).toEqual([
    ['token', 'fail'],
    ['permission', 'fail'],
    ['quota', 'retry_later'],
    ['content', 'fail'],
    ['transient', 'retry_later'],
    ['unknown', 'look_up'],
  ]);
  expect(planAfterError('transient', 8)).toBe('fail');
});

it('waits longer with each try, never less than half and never beyond the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
      const wait = backoff({ errorClass: 'transient', tries, random });
      expect(wait).toBeGreaterThanOrEqual(5_000);
      expect(wait).toBeLessThanOrEqual(3_600_000);
      expect(backoff({ errorClass: 'quota', tries, random })).toBeGreaterThan(wait);
    }),
  );
});

const change = fc.record({
  operation: fc.constantFrom<EarlierDelivery['operation']>('create', 'update', 'correct', 'withdraw'),
  state: fc.constantFrom(...deliveryStates),
});

it('plans every change once, however often the event comes, and never creates what stands already', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const rows: EarlierDelivery[] = [];
      for (const [index, { operation, state }] of changes.entries()) {
        const versionHash = operation === 'withdraw' ? `v${index - 1}` : `v${index}`;
        const apply = () => {
          const plan = planDelivery({ operation, versionHash, earlier: rows });
          for (const id of plan.superseded) {
            const at = rows.findIndex((row) => row.id === id);
            const row = rows[at];
            if (row) rows[at] = { ...row, state: 'skipped' };
          }
          if (plan.operation)
            rows.push({ id: `${rows.length}`, operation: plan.operation, versionHash, state: 'waiting' });
          return plan.operation;
        };
        const lastLeft = rows
          .filter((row) => ['sending', 'delivered', 'verified', 'unconfirmed'].includes(row.state))
          .at(-1);
        const planned = apply();
        if (planned === 'create' && lastLeft)
          expect(rows.some((row) => row.operation === 'withdraw' && row.state !== 'skipped')).toBe(true);
        expect(apply()).toBeNull();
        const last = rows.at(-1);
        if (last?.state === 'waiting') rows[rows.length - 1] = { ...last, state };
      }
    }),
  );
});
