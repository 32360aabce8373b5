import { type Selectable, sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { ConnectorReceipt } from '../channels.port.ts';
import type { DeliveryState } from '../channels.shapes.contract.ts';
import type { ChannelTable, DeliveryTable } from './channels.tables.ts';

export type DeliveryRow = Selectable<DeliveryTable>;
export type ChannelRow = Selectable<ChannelTable>;

export async function lockDelivery(db: Database, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom('delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function lockChannel(db: Database, id: string): Promise<ChannelRow | undefined> {
  return db.selectFrom('channel').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Holds all deliveries of a subject until the transaction ends, the ones to come too. */
export async function holdSubject(db: Database, subjectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`delivery ${subjectId}`}, 0))`.execute(db);
}

export async function readChannel(db: Database, id: string): Promise<ChannelRow> {
  return db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function setPaused(db: Database, id: string, pausedAt: Date | null): Promise<void> {
  await db
    .updateTable('channel')
    .set((eb) => ({ paused_at: pausedAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * The next row for a worker, locked; null when nothing is due. A row is for one of three: to be sent, to be looked up
 * (its lease ended, so its worker is gone), to be read back. What others hold is skipped. On one channel an edition's
 * deliveries go out in their order.
 */
export async function lockNextDue(
  db: Database,
  input: { now: Date; connectors: readonly string[]; automatic: readonly string[] },
): Promise<DeliveryRow | undefined> {
  if (input.connectors.length === 0) return undefined;
  const { now } = input;
  return db
    .selectFrom('delivery')
    .innerJoin('channel', 'channel.id', 'delivery.channel_id')
    .selectAll('delivery')
    .where('channel.connector', 'in', [...input.connectors])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('delivery.state', 'in', ['waiting', 'retrying']),
          eb('delivery.due_at', '<=', now),
          eb('channel.paused_at', 'is', null),
          input.automatic.length > 0 ? eb('channel.connector', 'in', [...input.automatic]) : sql<boolean>`false`,
          eb.not(
            eb.exists(
              eb
                .selectFrom('delivery as earlier')
                .select('earlier.id')
                .whereRef('earlier.subject_id', '=', 'delivery.subject_id')
                .whereRef('earlier.channel_id', '=', 'delivery.channel_id')
                .whereRef('earlier.id', '<', 'delivery.id')
                .where('earlier.state', 'in', ['waiting', 'sending', 'retrying', 'unconfirmed']),
            ),
          ),
        ]),
        eb.and([eb('delivery.state', '=', 'sending'), eb('delivery.lease_until', '<=', now)]),
        eb.and([
          eb('delivery.state', '=', 'delivered'),
          eb('delivery.due_at', '<=', now),
          eb.or([eb('delivery.lease_until', 'is', null), eb('delivery.lease_until', '<=', now)]),
        ]),
      ]),
    )
    .orderBy('delivery.due_at')
    .orderBy('delivery.id')
    .limit(1)
    .forUpdate('delivery')
    .skipLocked()
    .executeTakeFirst();
}

export interface DeliveryChange {
  readonly state?: DeliveryState;
  readonly lease_until?: Date | null;
  readonly due_at?: Date;
  readonly attempts?: number;
  readonly error_code?: string | null;
  readonly reason?: string;
}

export async function updateDelivery(db: Database, id: string, change: DeliveryChange): Promise<void> {
  await db
    .updateTable('delivery')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Appends an attempt. Its end is filled in once, by `endAttempt`; nothing else ever changes it. */
export async function insertAttempt(
  db: Database,
  input: { deliveryId: string; at: Date; actorId: string | null; ended?: { outcome: string; detail: string } },
): Promise<string> {
  const id = newId(input.at.getTime());
  await db
    .insertInto('delivery_attempt')
    .values((eb) => ({
      id,
      delivery_id: input.deliveryId,
      number: eb
        .selectFrom('delivery_attempt')
        .select((inner) => inner(inner.fn.coalesce(inner.fn.max('number'), inner.lit(0)), '+', 1).as('next'))
        .where('delivery_id', '=', input.deliveryId)
        .$castTo<number>(),
      started_at: input.at,
      ended_at: input.ended ? input.at : null,
      outcome: input.ended?.outcome ?? null,
      error_class: null,
      detail: input.ended?.detail ?? '',
      actor_id: input.actorId,
    }))
    .execute();
  return id;
}

export async function endAttempt(
  db: Database,
  input: { id: string; at: Date; outcome: string; errorClass: string | null; detail: string },
): Promise<void> {
  await db
    .updateTable('delivery_attempt')
    .set({
      ended_at: input.at,
      outcome: input.outcome,
      error_class: input.errorClass,
      detail: input.detail.slice(0, 2000),
    })
    .where('id', '=', input.id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Attempts that a gone worker left open. */
export async function endOpenAttempts(db: Database, deliveryId: string, at: Date): Promise<void> {
  await db
    .updateTable('delivery_attempt')
    .set({ ended_at: at, outcome: 'lost', detail: 'the worker ended before the outcome was known' })
    .where('delivery_id', '=', deliveryId)
    .where('ended_at', 'is', null)
    .execute();
}

/** How many of the last attempts in a row had one of these outcomes. */
export async function countLastOutcomes(
  db: Database,
  deliveryId: string,
  outcomes: readonly string[],
): Promise<number> {
  const rows = await db
    .selectFrom('delivery_attempt')
    .select('outcome')
    .where('delivery_id', '=', deliveryId)
    .where('ended_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(20)
    .execute();
  const other = rows.findIndex((row) => !outcomes.includes(row.outcome ?? ''));
  return other === -1 ? rows.length : other;
}

export interface NewReceipt extends ConnectorReceipt {
  readonly deliveryId: string;
  readonly at: Date;
  readonly contentHash?: string | null;
  readonly assetId?: string | null;
  readonly note?: string;
  readonly enteredBy?: string | null;
}

export async function saveReceipt(db: Database, receipt: NewReceipt): Promise<void> {
  const values = {
    public_url: receipt.publicUrl,
    remote_id: receipt.remoteId,
    content_hash: receipt.contentHash ?? null,
    asset_id: receipt.assetId ?? null,
    note: receipt.note ?? '',
    read_back_at: receipt.at,
    entered_by: receipt.enteredBy ?? null,
  };
  await db
    .insertInto('receipt')
    .values({ delivery_id: receipt.deliveryId, created_at: receipt.at, ...values })
    .onConflict((conflict) => conflict.column('delivery_id').doUpdateSet(values))
    .execute();
}

export async function markReadBack(
  db: Database,
  input: { deliveryId: string; at: Date; contentHash: string | null },
): Promise<void> {
  await db
    .updateTable('receipt')
    .set({ read_back_at: input.at, content_hash: input.contentHash })
    .where('delivery_id', '=', input.deliveryId)
    .execute();
}

export async function readReceipt(db: Database, deliveryId: string): Promise<ConnectorReceipt | null> {
  const row = await db
    .selectFrom('receipt')
    .select(['public_url', 'remote_id'])
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst();
  return row ? { publicUrl: row.public_url, remoteId: row.remote_id } : null;
}

/** What stands on the channel from the deliveries of this edition before this one. */
export async function readPreviousReceipt(db: Database, delivery: DeliveryRow): Promise<ConnectorReceipt | null> {
  const row = await db
    .selectFrom('receipt')
    .innerJoin('delivery', 'delivery.id', 'receipt.delivery_id')
    .select(['public_url', 'remote_id'])
    .where('subject_id', '=', delivery.subject_id)
    .where('channel_id', '=', delivery.channel_id)
    .where('delivery.id', '<', delivery.id)
    .orderBy('delivery.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { publicUrl: row.public_url, remoteId: row.remote_id } : null;
}

/** Writes the rows that are not there yet; the unique key makes a doubled event harmless. */
export async function insertDelivery(
  db: Database,
  row: Omit<DeliveryRow, 'content' | 'version' | 'attempts' | 'lease_until' | 'error_code' | 'reason' | 'state'> & {
    content: string;
  },
): Promise<void> {
  await db
    .insertInto('delivery')
    .values({ ...row, state: 'waiting', lease_until: null, error_code: null })
    .onConflict((conflict) =>
      conflict
        .columns(['subject_kind', 'subject_id', 'version_hash', 'channel_id', 'operation', 'sequence'])
        .doNothing(),
    )
    .execute();
}

export async function replaceEditionChannels(
  db: Database,
  input: { editionId: string; channels: readonly { channelId: string; dueAt: Date | null }[] },
): Promise<void> {
  await db.deleteFrom('edition_channel').where('edition_id', '=', input.editionId).execute();
  if (input.channels.length === 0) return;
  await db
    .insertInto('edition_channel')
    .values(
      input.channels.map((one) => ({ edition_id: input.editionId, channel_id: one.channelId, due_at: one.dueAt })),
    )
    .execute();
}
