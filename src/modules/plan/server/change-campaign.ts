import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { Campaign } from '../plan.campaign.contract.ts';
import { lockCampaign, updateCampaign } from './plan.campaign.repository.ts';
import { campaignDaysOutOfOrder } from './plan.errors.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';

/** The directive proposes a campaign by its peak day; a person gives it its name and its days. */
export async function changeCampaign(outer: Context, input: Campaign): Promise<Campaign> {
  return inTransaction(outer, async (context) => {
    const row = await lockCampaign(context.db, input.id);
    if (!row || !(await readPlanSummary(context, row.plan_id))) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (row.version !== input.version) throw versionConflict({ current: row.version });
    const { id, title, startsOn, peakOn, endsOn } = input;
    if (startsOn > peakOn || peakOn > endsOn) throw campaignDaysOutOfOrder();
    await updateCampaign(context.db, input);
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: row.plan_id,
      action: 'plan.change_campaign',
      before: { campaign: row.title, startsOn: row.starts_on, peakOn: row.peak_on, endsOn: row.ends_on },
      after: { campaign: title, startsOn, peakOn, endsOn },
    });
    return { id, title, startsOn, peakOn, endsOn, version: row.version + 1 };
  });
}
