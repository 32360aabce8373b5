import type { Database } from '../../../platform/database/tables.ts';
import type { Campaign } from '../plan.campaign.contract.ts';
import './plan.tables.ts';

export function lockCampaign(db: Database, id: string) {
  return db.selectFrom('campaign').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateCampaign(db: Database, campaign: Campaign): Promise<void> {
  await db
    .updateTable('campaign')
    .set({
      title: campaign.title,
      starts_on: campaign.startsOn,
      peak_on: campaign.peakOn,
      ends_on: campaign.endsOn,
      version: campaign.version + 1,
    })
    .where('id', '=', campaign.id)
    .execute();
}
