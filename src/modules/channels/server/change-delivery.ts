import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { readVisibleAssetIds } from '../../media/index.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';
import { assetUnknown, channelPaused, receiptMissing } from './channels.errors.ts';
import { lookJob } from './channels.jobs.ts';
import { type ChannelAction, canUseChannel } from './channels.policy.ts';
import { needsPerson } from './channels.read-model.ts';
import {
  type DeliveryChange,
  type DeliveryRow,
  insertAttempt,
  lockDelivery,
  saveReceipt,
  updateDelivery,
} from './channels.repository.ts';
import { type DeliveryAction, nextState } from './channels.workflow.ts';
import { type ChannelsSettings, readDeliveryDetail, readDeliverySubject } from './delivery.read-model.ts';
import { verifyDelivery } from './verify-delivery.ts';

interface Step {
  readonly id: string;
  readonly version: number;
  readonly action: ChannelAction;
  readonly step: DeliveryAction;
  readonly change: DeliveryChange;
  readonly auditAction: string;
  readonly reason?: string;
}

type Subject = Awaited<ReturnType<typeof readDeliverySubject>>;

/** What every step of a person on a delivery has in common; `after` does what is special. */
async function changeDelivery(
  context: Context,
  settings: ChannelsSettings,
  step: Step,
  after: (inside: Context, row: DeliveryRow, subject: Subject) => Promise<void> = async () => undefined,
): Promise<DeliveryDetail> {
  return inTransaction(context, async (inside) => {
    const row = await lockDelivery(inside.db, step.id);
    if (!row) throw notFound();
    const subject = await readDeliverySubject(inside, step.id);
    if (!canUseChannel(inside.actor, step.action, subject)) throw notPermitted();
    if (row.version !== step.version) throw versionConflict({ current: row.version });
    const state = nextState(row.state, step.step);
    if (!state) throw transitionNotAllowed({ state: row.state });
    await updateDelivery(inside.db, row.id, { lease_until: null, ...step.change, state });
    await recordAudit(inside, {
      subjectKind: 'delivery',
      subjectId: row.id,
      action: step.auditAction,
      before: { state: row.state },
      after: { state },
      ...(step.reason ? { reason: step.reason } : {}),
    });
    await after(inside, { ...row, state }, subject);
    return readDeliveryDetail(inside, settings, row.id);
  });
}

export interface EnteredReceipt {
  readonly id: string;
  readonly version: number;
  readonly publicUrl: string | null;
  readonly assetId: string | null;
  readonly note: string;
}

/** A person has put it on the channel, and enters the link or the photo; a withdrawal may be a note ("removed"). */
export async function enterReceipt(
  context: Context,
  settings: ChannelsSettings,
  input: EnteredReceipt,
): Promise<DeliveryDetail> {
  const step: Step = {
    id: input.id,
    version: input.version,
    action: 'enter_receipt',
    step: 'enter_receipt',
    change: { error_code: null },
    auditAction: 'delivery.receipt_entered',
  };
  return changeDelivery(context, settings, step, async (inside, row, subject) => {
    if (!needsPerson(subject.connector, settings.connectors)) throw transitionNotAllowed({ state: row.state });
    if (subject.isPaused) throw channelPaused();
    const isEnough =
      input.publicUrl !== null || input.assetId !== null || (row.operation === 'withdraw' && input.note !== '');
    if (!isEnough) throw receiptMissing();
    if (input.assetId && (await readVisibleAssetIds(inside, [input.assetId])).length === 0) throw assetUnknown();
    await saveEntered(inside, row, input);
    await verifyDelivery(inside, row, { contentHash: row.version_hash });
  });
}

export async function skipDelivery(
  context: Context,
  settings: ChannelsSettings,
  input: { id: string; version: number; reason: string },
): Promise<DeliveryDetail> {
  return changeDelivery(context, settings, {
    ...input,
    action: 'skip',
    step: 'skip',
    change: { reason: input.reason },
    auditAction: 'delivery.skipped',
  });
}

export type UnconfirmedDecision =
  | { readonly decision: 'delivered'; readonly version: number; readonly publicUrl: string }
  | { readonly decision: 'send_again'; readonly version: number; readonly reason: string };

/** The program cannot know whether it arrived; a person looked. */
export async function resolveUnconfirmed(
  context: Context,
  settings: ChannelsSettings,
  input: { id: string } & UnconfirmedDecision,
): Promise<DeliveryDetail> {
  const { id, version } = input;
  const now = context.clock.now();
  if (input.decision === 'send_again') {
    return sendAgain(context, settings, {
      id,
      version,
      action: 'resolve_unconfirmed',
      auditAction: 'delivery.sent_again',
      reason: input.reason,
    });
  }
  const step: Step = {
    id,
    version,
    action: 'resolve_unconfirmed',
    step: 'enter_receipt',
    change: { error_code: null, due_at: now },
    auditAction: 'delivery.found_by_person',
  };
  return changeDelivery(context, settings, step, async (inside, row) => {
    await saveEntered(inside, row, { publicUrl: input.publicUrl, assetId: null, note: '' });
    await verifyDelivery(inside, row, { contentHash: null });
  });
}

export async function retryFailed(
  context: Context,
  settings: ChannelsSettings,
  input: { id: string; version: number },
): Promise<DeliveryDetail> {
  return sendAgain(context, settings, { ...input, action: 'retry', auditAction: 'delivery.retried' });
}

async function sendAgain(
  context: Context,
  settings: ChannelsSettings,
  step: Pick<Step, 'id' | 'version' | 'action' | 'auditAction' | 'reason'>,
): Promise<DeliveryDetail> {
  const change = { due_at: context.clock.now(), attempts: 0, error_code: null };
  return changeDelivery(context, settings, { ...step, step: 'send_again', change }, async (inside) => {
    await inside.jobs.enqueue(inside, lookJob, {});
  });
}

async function saveEntered(
  context: Context,
  row: DeliveryRow,
  entered: Pick<EnteredReceipt, 'publicUrl' | 'assetId' | 'note'>,
): Promise<void> {
  const at = context.clock.now();
  const { personId } = context.actor;
  await insertAttempt(context.db, {
    deliveryId: row.id,
    at,
    actorId: personId,
    ended: { outcome: 'entered', detail: entered.publicUrl ?? entered.note },
  });
  await saveReceipt(context.db, { deliveryId: row.id, remoteId: null, at, enteredBy: personId, ...entered });
}
