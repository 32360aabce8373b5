import type { Selectable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { CampaignTable } from './plan.tables.ts';

export function lockCampaignForClauses(db: Database, id: string): Promise<Selectable<CampaignTable> | undefined> {
  return db.selectFrom('campaign').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function readCampaignClauseIds(db: Database, campaignId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('campaign_clause')
    .select('clause_id')
    .where('campaign_id', '=', campaignId)
    .execute();
  return rows.map((row) => row.clause_id);
}
export async function replaceCampaignClauses(db: Database, id: string, clauseIds: readonly string[]): Promise<void> {
  await db.deleteFrom('campaign_clause').where('campaign_id', '=', id).execute();
  await db
    .insertInto('campaign_clause')
    .values(clauseIds.map((clauseId) => ({ campaign_id: id, clause_id: clauseId })))
    .execute();
  await db
    .updateTable('campaign')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
