import type { Database } from '../../../platform/database/tables.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';
import './channels.tables.ts';
// Joins a table of accounts (person).

export async function readAttempts(db: Database, deliveryId: string): Promise<DeliveryDetail['attempts']> {
  const rows = await db
    .selectFrom('delivery_attempt')
    .leftJoin('person', 'person.id', 'delivery_attempt.actor_id')
    .selectAll('delivery_attempt')
    .select('person.full_name')
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    outcome: row.outcome,
    errorClass: row.error_class,
    detail: row.detail,
    actorName: row.full_name,
  }));
}

export async function readReceiptView(db: Database, deliveryId: string): Promise<DeliveryDetail['receipt']> {
  const row = await db
    .selectFrom('receipt')
    .leftJoin('person', 'person.id', 'receipt.entered_by')
    .selectAll('receipt')
    .select('person.full_name')
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    publicUrl: row.public_url,
    assetId: row.asset_id,
    note: row.note,
    contentHash: row.content_hash,
    readBackAt: row.read_back_at.toISOString(),
    enteredByName: row.full_name,
    createdAt: row.created_at.toISOString(),
  };
}
