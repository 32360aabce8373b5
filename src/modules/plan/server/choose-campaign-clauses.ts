import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { CampaignBoard } from '../plan.campaign-board.contract.ts';
import { readCampaignBoard } from './plan.campaign-board.read-model.ts';
import {
  lockCampaignForClauses,
  readCampaignClauseIds,
  replaceCampaignClauses,
} from './plan.campaign-board.repository.ts';
import { clauseUnknown } from './plan.errors.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { readClausesOfPlan } from './plan.requests.repository.ts';

/** The directive names one clause with a day; a person adds the others that the campaign is about. */
export async function chooseCampaignClauses(
  outer: Context,
  input: { campaignId: string; clauseIds: readonly string[]; version: number },
): Promise<CampaignBoard> {
  return inTransaction(outer, async (context) => {
    const campaign = await lockCampaignForClauses(context.db, input.campaignId);
    if (!campaign || !(await readPlanSummary(context, campaign.plan_id))) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (campaign.version !== input.version) throw versionConflict({ current: campaign.version });
    const clauseIds = [...new Set(input.clauseIds)];
    const known = await readClausesOfPlan(context.db, { planId: campaign.plan_id, clauseIds });
    if (known.length < clauseIds.length) throw clauseUnknown();
    const before = await readCampaignClauseIds(context.db, campaign.id);
    await replaceCampaignClauses(context.db, campaign.id, clauseIds);
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: campaign.plan_id,
      action: 'plan.choose_campaign_clauses',
      before: { campaign: campaign.title, clauses: before.length },
      after: { campaign: campaign.title, clauses: clauseIds.length },
    });
    return readCampaignBoard(context, campaign.id);
  });
}
