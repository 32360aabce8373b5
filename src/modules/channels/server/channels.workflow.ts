import type { DeliveryState, ErrorClass } from '../channels.shapes.contract.ts';

/** The one table of transitions of a delivery: action → from → to. */
export const transitions = {
  /** A worker takes it under a lease and writes the attempt before it sends. */
  claim: { waiting: 'sending', retrying: 'sending' },
  /** The channel answered that it stands there. A worker that stalled past its lease may say so late. */
  deliver: { sending: 'delivered', retrying: 'delivered', unconfirmed: 'delivered' },
  /** It certainly did not arrive, and the cause passes by itself. */
  retry_later: { sending: 'retrying' },
  /** It certainly did not arrive, or something else stands there, and a person must mend the cause. */
  fail: { sending: 'failed', delivered: 'failed' },
  /** Nobody can tell whether it arrived: a person looks. */
  lose: { sending: 'unconfirmed' },
  /** It was there and is gone, or never appeared: sending again repeats nothing. */
  find_absent: { delivered: 'retrying' },
  /** Read back, and the same. */
  verify: { delivered: 'verified' },
  /** A person enters where it stands. */
  enter_receipt: { waiting: 'delivered', unconfirmed: 'delivered', failed: 'delivered' },
  send_again: { unconfirmed: 'waiting', failed: 'waiting' },
  skip: { waiting: 'skipped', retrying: 'skipped', failed: 'skipped', unconfirmed: 'skipped' },
  /** A newer version came before this one left. */
  supersede: { waiting: 'skipped', retrying: 'skipped', failed: 'skipped' },
} as const satisfies Record<string, Partial<Record<DeliveryState, DeliveryState>>>;

export type DeliveryAction = keyof typeof transitions;

/** The state after the action; null where the table has no such line. */
export function nextState(state: DeliveryState, action: DeliveryAction): DeliveryState | null {
  const line: Partial<Record<DeliveryState, DeliveryState>> = transitions[action];
  return line[state] ?? null;
}

export const longestSend = 60_000;
/** Longer than any call may take, so a lease that ended means a worker that is gone. */
export const leaseLength = 120_000;
export const mostSends = 8;
export const mostLooks = 5;

/** What follows from an error of this class. `unknown` may have left something out there, so it is looked up. */
export function planAfterError(errorClass: ErrorClass, sends: number): 'retry_later' | 'fail' | 'look_up' {
  if (errorClass === 'unknown') return 'look_up';
  const passesByItself = errorClass === 'transient' || errorClass === 'quota';
  return passesByItself && sends < mostSends ? 'retry_later' : 'fail';
}

/** Milliseconds to the next try: doubled each time, with jitter so that many do not come back at once. `random` is in [0, 1). */
export function backoff(input: { errorClass: ErrorClass; tries: number; random: number }): number {
  const isQuota = input.errorClass === 'quota';
  const first = isQuota ? 900_000 : 10_000;
  const longest = isQuota ? 21_600_000 : 3_600_000;
  const full = Math.min(longest, first * 2 ** Math.min(30, Math.max(0, input.tries - 1)));
  return Math.round(full * (0.5 + input.random / 2));
}

export interface EarlierDelivery {
  readonly id: string;
  readonly operation: 'create' | 'update' | 'correct' | 'withdraw';
  readonly versionHash: string;
  readonly state: DeliveryState;
}
export interface PlannedDelivery {
  readonly operation: EarlierDelivery['operation'] | null;
  readonly sequence: number;
  /** Deliveries that have not left and need not any more. */
  readonly superseded: readonly string[];
}

const notLeft: readonly DeliveryState[] = ['waiting', 'retrying', 'failed'];

/**
 * What a change of an edition means on one channel, given its deliveries there, oldest first. Planning the same change
 * twice gives nothing the second time, because the event may come twice.
 */
export function planDelivery(input: {
  operation: EarlierDelivery['operation'];
  versionHash: string;
  earlier: readonly EarlierDelivery[];
}): PlannedDelivery {
  const counted = input.earlier.filter((one) => one.state !== 'skipped');
  const lastWithdrawal = counted.findLastIndex((one) => one.operation === 'withdraw');
  const sinceWithdrawal = counted.slice(lastWithdrawal + 1);
  const stands = sinceWithdrawal.some((one) => !notLeft.includes(one.state));
  const sequence = counted.filter((one) => one.operation === 'withdraw').length;
  const superseded = sinceWithdrawal.filter((one) => notLeft.includes(one.state)).map((one) => one.id);
  if (input.operation === 'withdraw') return { operation: stands ? 'withdraw' : null, sequence, superseded };
  if (sinceWithdrawal.some((one) => one.versionHash === input.versionHash))
    return { operation: null, sequence, superseded: [] };
  if (!stands) return { operation: 'create', sequence, superseded };
  // A second "create" of what stands there already would show it twice.
  return { operation: input.operation === 'create' ? 'update' : input.operation, sequence, superseded };
}
