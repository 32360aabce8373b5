import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { ConnectorReceipt, LookUpOutcome, ReadBackOutcome, SendOutcome } from '../channels.port.ts';
import type { ErrorClass } from '../channels.shapes.contract.ts';
import { lookJob } from './channels.jobs.ts';
import {
  countLastOutcomes,
  type DeliveryChange,
  type DeliveryRow,
  endAttempt,
  lockDelivery,
  saveReceipt,
  updateDelivery,
} from './channels.repository.ts';
import { backoff, type DeliveryAction, mostLooks, nextState, planAfterError } from './channels.workflow.ts';
import type { Claim, Engine } from './delivery-claim.ts';
import { verifyDelivery } from './verify-delivery.ts';

interface Ended {
  readonly outcome: string;
  readonly errorClass?: ErrorClass;
  readonly detail?: string;
}

/** Locks the row again, ends the attempt, and lets `change` decide. A row that moved on meanwhile keeps its new state. */
async function settle(
  context: Context,
  claim: Claim,
  ended: Ended,
  change: (inside: Context, row: DeliveryRow) => Promise<void>,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const row = await lockDelivery(inside.db, claim.delivery.id);
    if (!row) return;
    await endAttempt(inside.db, {
      id: claim.attemptId,
      at: inside.clock.now(),
      outcome: ended.outcome,
      errorClass: ended.errorClass ?? null,
      detail: ended.detail ?? '',
    });
    await change(inside, row);
  });
}

/** One line of the table of transitions; a line that is not there changes nothing. */
async function move(
  context: Context,
  row: DeliveryRow,
  action: DeliveryAction,
  change: DeliveryChange,
): Promise<boolean> {
  const state = nextState(row.state, action);
  if (!state) return false;
  await updateDelivery(context.db, row.id, { lease_until: null, ...change, state });
  return true;
}

async function lookAt(context: Context, instant: Date): Promise<void> {
  await context.jobs.enqueue(context, lookJob, {}, { startAfter: instant });
}

async function stands(context: Context, row: DeliveryRow, receipt: ConnectorReceipt): Promise<void> {
  const now = context.clock.now();
  if (await move(context, row, 'deliver', { due_at: now, error_code: null })) {
    await saveReceipt(context.db, { ...receipt, deliveryId: row.id, at: now });
  }
}

async function tryLater(
  context: Context,
  engine: Engine,
  row: DeliveryRow,
  input: { action: DeliveryAction; errorClass: ErrorClass; tries: number },
): Promise<void> {
  const wait = backoff({ errorClass: input.errorClass, tries: input.tries, random: engine.random() });
  const due = new Date(context.clock.now().getTime() + wait);
  if (await move(context, row, input.action, { due_at: due, error_code: input.errorClass })) await lookAt(context, due);
}

export async function applySend(
  context: Context,
  engine: Engine,
  { claim, outcome }: { claim: Claim; outcome: SendOutcome },
): Promise<void> {
  const ended: Ended =
    outcome.status === 'error'
      ? { outcome: 'error', errorClass: outcome.errorClass, detail: outcome.detail }
      : { outcome: outcome.status, ...(outcome.status === 'unknown' ? { detail: outcome.detail } : {}) };
  await settle(context, claim, ended, async (inside, row) => {
    if (outcome.status === 'delivered') return stands(inside, row, outcome);
    // The lease of another worker: that worker looks it up, and decides.
    if (row.state !== 'sending') return;
    const plan = outcome.status === 'unknown' ? 'look_up' : planAfterError(outcome.errorClass, row.attempts);
    if (plan === 'look_up')
      return updateDelivery(inside.db, row.id, { lease_until: inside.clock.now(), error_code: 'unknown' });
    const errorClass = outcome.status === 'error' ? outcome.errorClass : 'unknown';
    if (plan === 'fail') {
      await move(inside, row, 'fail', { error_code: errorClass });
      return;
    }
    await tryLater(inside, engine, row, { action: 'retry_later', errorClass, tries: row.attempts });
  });
}

export async function applyLookUp(
  context: Context,
  engine: Engine,
  { claim, outcome }: { claim: Claim; outcome: LookUpOutcome | { status: 'failed'; detail: string } },
): Promise<void> {
  const ended = {
    outcome: outcome.status === 'failed' ? 'look_failed' : outcome.status,
    detail: outcome.status === 'failed' ? outcome.detail : '',
  };
  await settle(context, claim, ended, async (inside, row) => {
    if (outcome.status === 'found') return stands(inside, row, outcome);
    if (row.state !== 'sending') return;
    if (outcome.status === 'not_found') {
      const plan = planAfterError('transient', row.attempts);
      if (plan === 'fail') await move(inside, row, 'fail', { error_code: 'transient' });
      else await tryLater(inside, engine, row, { action: 'retry_later', errorClass: 'transient', tries: row.attempts });
      return;
    }
    const looks = await countLastOutcomes(inside.db, row.id, ['look_failed']);
    if (outcome.status === 'cannot_tell' || looks >= mostLooks) {
      await move(inside, row, 'lose', { error_code: 'unknown' });
      return;
    }
    const again = new Date(
      inside.clock.now().getTime() + backoff({ errorClass: 'transient', tries: looks, random: engine.random() }),
    );
    await updateDelivery(inside.db, row.id, { lease_until: again });
    await lookAt(inside, again);
  });
}

export async function applyReadBack(
  context: Context,
  engine: Engine,
  { claim, outcome }: { claim: Claim; outcome: ReadBackOutcome | { status: 'failed'; detail: string } },
): Promise<void> {
  const ended = {
    outcome: outcome.status === 'failed' ? 'read_failed' : outcome.status,
    detail: outcome.status === 'failed' ? outcome.detail : '',
  };
  await settle(context, claim, ended, async (inside, row) => {
    if (row.state !== 'delivered') return;
    if (outcome.status === 'same') return verifyDelivery(inside, row, { contentHash: outcome.contentHash });
    const reads = await countLastOutcomes(inside.db, row.id, ['read_failed', 'different', 'absent']);
    if (reads < mostLooks || outcome.status === 'failed') {
      // A cache or a slow page may still show the old state; an address that does not answer says nothing either way.
      const due = new Date(
        inside.clock.now().getTime() + backoff({ errorClass: 'transient', tries: reads, random: engine.random() }),
      );
      await updateDelivery(inside.db, row.id, { lease_until: null, due_at: due });
      return lookAt(inside, due);
    }
    if (outcome.status === 'absent' && planAfterError('transient', row.attempts) === 'retry_later') {
      return tryLater(inside, engine, row, { action: 'find_absent', errorClass: 'transient', tries: row.attempts });
    }
    await move(inside, row, 'fail', { error_code: 'content' });
  });
}
