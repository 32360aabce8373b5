import type { Database } from '../../../platform/database/tables.ts';
import type { DeliveryContent } from '../channels.shapes.contract.ts';
import type { DeliveryRow } from './channels.repository.ts';
import './channels.tables.ts';
// Joins tables of newsroom: story, edition, story_clause, published_snapshot.

/** What the plan needs to count a receipt. */
export async function readEvidenceFacts(db: Database, row: DeliveryRow) {
  const facts = await db
    .selectFrom('delivery')
    .innerJoin('channel', 'channel.id', 'delivery.channel_id')
    .innerJoin('edition', 'edition.id', 'delivery.subject_id')
    .innerJoin('story', 'story.id', 'edition.story_id')
    .innerJoin('receipt', 'receipt.delivery_id', 'delivery.id')
    .select([
      'channel.owner_unit_id',
      'story.id as story_id',
      'story.unit_id',
      'receipt.public_url',
      'receipt.created_at',
    ])
    .where('delivery.id', '=', row.id)
    .executeTakeFirstOrThrow();
  const clauses = await db
    .selectFrom('story_clause')
    .select('clause_id')
    .where('story_id', '=', facts.story_id)
    .where('state', '=', 'confirmed')
    .orderBy('clause_id')
    .execute();
  return {
    channelOwnerUnitId: facts.owner_unit_id,
    storyId: facts.story_id,
    storyUnitId: facts.unit_id,
    publicUrl: facts.public_url,
    deliveredAt: facts.created_at,
    clauseIds: clauses.map((clause) => clause.clause_id),
  };
}

export interface PublicEdition {
  readonly content: DeliveryContent;
  readonly isWithdrawn: boolean;
  readonly notBefore: Date | null;
}

interface SnapshotFields {
  readonly title: string;
  readonly lead: string;
  readonly bodyHtml: string;
  readonly plainText: string;
  readonly byUnit: string;
  readonly withdrawalReason?: string | null;
  readonly cover?: { readonly src: string; readonly alt: string; readonly credit: string | null } | null;
  readonly history?: readonly { readonly type: string; readonly note: string }[];
}

/** The public form of an edition as it stands now: what was approved, byte for byte. Null while it is not public. */
export async function readPublicEdition(db: Database, editionId: string): Promise<PublicEdition | null> {
  const row = await db
    .selectFrom('published_snapshot')
    .innerJoin('edition', 'edition.id', 'published_snapshot.edition_id')
    .select([
      'published_snapshot.snapshot',
      'published_snapshot.code',
      'published_snapshot.language',
      'published_snapshot.path',
      'published_snapshot.state',
      'published_snapshot.manifest_hash',
      'edition.not_before',
      'edition.story_id',
    ])
    .where('published_snapshot.edition_id', '=', editionId)
    .executeTakeFirst();
  if (!row) return null;
  const snapshot = row.snapshot as unknown as SnapshotFields;
  const isWithdrawn = row.state !== 'live';
  return {
    isWithdrawn,
    notBefore: row.not_before,
    content: {
      storyId: row.story_id,
      editionId,
      code: row.code,
      language: row.language,
      title: snapshot.title,
      lead: snapshot.lead,
      text: snapshot.plainText,
      html: snapshot.bodyHtml,
      sitePath: row.path,
      manifestHash: row.manifest_hash,
      byUnit: snapshot.byUnit,
      cover: snapshot.cover
        ? { src: snapshot.cover.src, alt: snapshot.cover.alt, credit: snapshot.cover.credit }
        : null,
      note: isWithdrawn ? (snapshot.withdrawalReason ?? '') : (snapshot.history?.at(-1)?.note ?? ''),
    },
  };
}
