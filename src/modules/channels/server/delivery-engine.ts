import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { LookUpOutcome, ReadBackOutcome, SendOutcome } from '../channels.port.ts';
import {
  endOpenAttempts,
  insertAttempt,
  lockNextDue,
  readChannel,
  readPreviousReceipt,
  readReceipt,
  updateDelivery,
} from './channels.repository.ts';
import { leaseLength, longestSend, nextState } from './channels.workflow.ts';
import type { Claim, Engine } from './delivery-claim.ts';
import { applyLookUp, applyReadBack, applySend } from './delivery-outcome.ts';

/** Works on what is due until nothing is, or the patience of one job ends. Any number of workers may do it at once. */
export async function runDueDeliveries(context: Context, engine: Engine, mostRows = 200): Promise<number> {
  let count = 0;
  while (count < mostRows) {
    const claim = await claimNext(context, engine);
    if (!claim) break;
    await carryOut(context, engine, claim);
    count += 1;
  }
  return count;
}

/** Takes one due row in a transaction of its own. */
export async function claimNext(context: Context, engine: Engine): Promise<Claim | null> {
  const { connectors } = engine;
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now();
    const delivery = await lockNextDue(inside.db, {
      now,
      connectors: connectors.map((connector) => connector.kind),
      automatic: connectors.filter((connector) => !connector.needsPerson).map((connector) => connector.kind),
    });
    if (!delivery) return null;
    const channel = await readChannel(inside.db, delivery.channel_id);
    const connector = connectors.find((one) => one.kind === channel.connector);
    if (!connector) return null;
    const work = delivery.state === 'sending' ? 'look_up' : delivery.state === 'delivered' ? 'read_back' : 'send';
    await endOpenAttempts(inside.db, delivery.id, now);
    await updateDelivery(inside.db, delivery.id, {
      lease_until: new Date(now.getTime() + leaseLength),
      ...(work === 'send'
        ? { state: nextState(delivery.state, 'claim') ?? 'sending', attempts: delivery.attempts + 1 }
        : {}),
    });
    const attemptId = await insertAttempt(inside.db, { deliveryId: delivery.id, at: now, actorId: null });
    return {
      work,
      attemptId,
      connector,
      delivery: { ...delivery, attempts: delivery.attempts + (work === 'send' ? 1 : 0) },
      receipt: await readReceipt(inside.db, delivery.id),
      told: {
        id: delivery.id,
        operation: delivery.operation,
        content: delivery.content,
        channel: { id: channel.id, settings: channel.settings },
        previousReceipt: await readPreviousReceipt(inside.db, delivery),
      },
    };
  });
}

/** Calls the channel outside of any transaction, then writes down what came of it. */
async function carryOut(context: Context, engine: Engine, claim: Claim): Promise<void> {
  const { connector, told } = claim;
  if (claim.work === 'send') {
    const outcome = await limited<SendOutcome>(
      () => connector.send(told),
      (detail) => ({ status: 'unknown', detail }),
    );
    await applySend(context, engine, { claim, outcome });
    return;
  }
  if (claim.work === 'look_up') {
    const outcome = await limited<LookUpOutcome | { status: 'failed'; detail: string }>(
      () => connector.lookUp(told),
      (detail) => ({ status: 'failed', detail }),
    );
    await applyLookUp(context, engine, { claim, outcome });
    return;
  }
  const receipt = claim.receipt ?? { publicUrl: null, remoteId: null };
  const outcome = await limited<ReadBackOutcome | { status: 'failed'; detail: string }>(
    () => connector.readBack(told, receipt),
    (detail) => ({ status: 'failed', detail }),
  );
  await applyReadBack(context, engine, { claim, outcome });
}

async function limited<Outcome>(
  call: () => Promise<Outcome>,
  otherwise: (detail: string) => Outcome,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(otherwise(`no answer within ${longestSend / 1000} s`)), longestSend);
  });
  try {
    return await Promise.race([call(), timeout]);
  } catch (error) {
    return otherwise(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}
