import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Database, DatabaseTables } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readsEverything, unitIdsOf, worksIn } from '../../accounts/index.ts';
import type { Connector } from '../channels.port.ts';
import type { DeliveryDetail, DeliveryOperation, DeliveryState, DeliverySummary } from '../channels.shapes.contract.ts';
import { type ChannelSubject, canUseChannel } from './channels.policy.ts';
import { needsPerson } from './channels.read-model.ts';
import { type DeliveryRow, readPreviousReceipt } from './channels.repository.ts';
import { type DeliveryAction, nextState } from './channels.workflow.ts';
import { readAttempts, readReceiptView } from './delivery.attempts.read-model.ts';
import './channels.tables.ts';
// Joins tables of newsroom (edition, story) and accounts (person).

export interface ChannelsSettings {
  readonly connectors: readonly Connector[];
  /** Address of the portal, without a slash at the end. */
  readonly publicUrl: string;
}

/** The one rule of visibility of a delivery: the department's readers, the channel's people, the story's people. */
function visibleTo(context: Context) {
  return (eb: ExpressionBuilder<DatabaseTables, 'channel' | 'story'>): Expression<SqlBool> => {
    if (readsEverything(context.actor)) return sql<boolean>`true`;
    const units = unitIdsOf(context.actor);
    if (units.length === 0) return sql<boolean>`false`;
    return eb.or([eb('channel.owner_unit_id', 'in', units), eb('story.unit_id', 'in', units)]);
  };
}

export function visibleDeliveries(context: Context) {
  return context.db
    .selectFrom('delivery')
    .innerJoin('channel', 'channel.id', 'delivery.channel_id')
    .innerJoin('edition', 'edition.id', 'delivery.subject_id')
    .innerJoin('story', 'story.id', 'edition.story_id')
    .leftJoin('receipt', 'receipt.delivery_id', 'delivery.id')
    .where(visibleTo(context));
}

export const summaryColumns = [
  'delivery.id',
  'delivery.channel_id',
  'delivery.subject_id',
  'delivery.operation',
  'delivery.state',
  'delivery.due_at',
  'delivery.error_code',
  'channel.names',
  'channel.connector',
  'edition.language',
  'edition.story_id',
  'receipt.public_url',
  sql<string>`delivery.content->>'title'`.as('title'),
] as const;

interface SummaryRow {
  id: string;
  channel_id: string;
  subject_id: string;
  operation: DeliveryOperation;
  state: DeliveryState;
  due_at: Date;
  error_code: string | null;
  names: Record<string, string>;
  connector: string;
  language: string;
  story_id: string;
  public_url: string | null;
  title: string;
}

export function summarise(row: SummaryRow, connectors: readonly Connector[]): DeliverySummary {
  return {
    id: row.id,
    channelId: row.channel_id,
    channelNames: row.names,
    needsPerson: needsPerson(row.connector, connectors),
    storyId: row.story_id,
    editionId: row.subject_id,
    language: row.language,
    title: row.title,
    operation: row.operation,
    state: row.state,
    dueAt: row.due_at.toISOString(),
    errorClass: row.error_code,
    publicUrl: row.public_url,
  };
}

export async function readEarlierDeliveries(db: Database, editionId: string) {
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'channel_id', 'operation', 'version_hash', 'state'])
    .where('subject_kind', '=', 'edition')
    .where('subject_id', '=', editionId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    operation: row.operation,
    versionHash: row.version_hash,
    state: row.state,
  }));
}

export interface DeliveryFilter {
  readonly page: number;
  readonly channelId?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly storyId?: string | undefined;
  readonly search?: string | undefined;
}

export function filtered(context: Context, filter: DeliveryFilter) {
  let query = visibleDeliveries(context);
  if (filter.channelId) query = query.where('delivery.channel_id', '=', filter.channelId);
  if (filter.state) query = query.where('delivery.state', '=', filter.state);
  if (filter.storyId) query = query.where('edition.story_id', '=', filter.storyId);
  if (filter.search)
    query = query.where(
      sql<string>`delivery.content->>'title'`,
      'ilike',
      `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`,
    );
  return query;
}

export async function readDeliveries(context: Context, settings: ChannelsSettings, filter: DeliveryFilter) {
  const query = filtered(context, filter);
  const rows = await query
    .select(summaryColumns)
    .orderBy('delivery.id', 'desc')
    .limit(50)
    .offset((filter.page - 1) * 50)
    .execute();
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { deliveries: rows.map((row) => summarise(row, settings.connectors)), total: Number(count) };
}

/** What the use cases need to decide: the locked row's owner units. Hidden and unknown look the same. */
export async function readDeliverySubject(context: Context, id: string) {
  const row = await visibleDeliveries(context)
    .select(['channel.owner_unit_id', 'channel.connector', 'channel.paused_at', 'story.unit_id'])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return {
    channelOwnerUnitId: row.owner_unit_id,
    storyUnitId: row.unit_id,
    connector: row.connector,
    isPaused: row.paused_at !== null,
  };
}

export async function readDeliveryDetail(
  context: Context,
  settings: ChannelsSettings,
  id: string,
): Promise<DeliveryDetail> {
  const subject = await readDeliverySubject(context, id);
  const summary = await visibleDeliveries(context)
    .select(summaryColumns)
    .where('delivery.id', '=', id)
    .executeTakeFirstOrThrow();
  const row = await context.db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const person = needsPerson(subject.connector, settings.connectors);
  const may = (action: Parameters<typeof canUseChannel>[1], step: DeliveryAction) =>
    canUseChannel(context.actor, action, subject) && nextState(row.state, step) !== null;
  return {
    ...summarise(summary, settings.connectors),
    version: row.version,
    reason: row.reason,
    attempts: await readAttempts(context.db, id),
    receipt: await readReceiptView(context.db, id),
    photoUnitId: photoUnitOf(context, subject),
    previousUrl: (await readPreviousReceipt(context.db, row))?.publicUrl ?? null,
    pack: { ...row.content, siteUrl: settings.publicUrl + row.content.sitePath },
    history: await readHistory(context.db, { subjects: [{ kind: 'delivery', id }], limit: 100 }),
    abilities: {
      enterReceipt: may('enter_receipt', 'enter_receipt') && row.state !== 'unconfirmed' && person,
      skip: may('skip', 'skip'),
      resolve: row.state === 'unconfirmed' && may('resolve_unconfirmed', 'send_again'),
      retry: row.state === 'failed' && may('retry', 'send_again'),
    },
  };
}

/** The channel's own unit where the person works in it, else the person's first one. */
function photoUnitOf({ actor }: Context, { channelOwnerUnitId }: ChannelSubject): string | null {
  const units = [channelOwnerUnitId, ...actor.grants.map((grant) => grant.unitId)];
  return units.find((unitId) => unitId !== null && worksIn(actor, unitId)) ?? null;
}

/** What waits for the person who acts: hand deliveries that are due, failed and unconfirmed ones. At most 50. */
export async function readWaitingForMe(
  context: Context,
  connectors: readonly Connector[],
): Promise<(SummaryRow & Pick<DeliveryRow, 'due_at'>)[]> {
  const byHand = connectors.filter((connector) => connector.needsPerson).map((connector) => connector.kind);
  const soon = new Date(context.clock.now().getTime() + 14 * 86_400_000);
  const rows = await visibleDeliveries(context)
    .select([...summaryColumns, 'channel.owner_unit_id', 'story.unit_id'])
    .where((eb) =>
      eb.or([
        eb('delivery.state', 'in', ['failed', 'unconfirmed']),
        eb.and([
          eb('delivery.state', '=', 'waiting'),
          eb('delivery.due_at', '<=', soon),
          eb('channel.paused_at', 'is', null),
          byHand.length > 0 ? eb('channel.connector', 'in', byHand) : sql<boolean>`false`,
        ]),
      ]),
    )
    .orderBy('delivery.due_at')
    .limit(200)
    .execute();
  return rows
    .filter((row) =>
      canUseChannel(context.actor, 'enter_receipt', {
        channelOwnerUnitId: row.owner_unit_id,
        storyUnitId: row.unit_id,
      }),
    )
    .slice(0, 50);
}
