import { defineError } from '../../../platform/errors/errors.ts';

export const reasonMissing = defineError('plan.reason_missing', 422);
export const evidenceMissing = defineError('plan.evidence_missing', 409);
export const evidenceIncomplete = defineError('plan.evidence_incomplete', 422);
export const assetUnknown = defineError('plan.asset_unknown', 422);
export const assetUnfit = defineError('plan.asset_unfit', 422);
export const evidenceIdTaken = defineError('plan.evidence_id_taken', 409);
export const evidenceInFuture = defineError('plan.evidence_in_future', 422);
export const dueNotLater = defineError('plan.due_not_later', 422);
export const campaignDaysOutOfOrder = defineError('plan.campaign_days_out_of_order', 422);
export const unitUnknown = defineError('plan.unit_unknown', 422);
export const languageUnknown = defineError('plan.language_unknown', 422);
export const clauseUnknown = defineError('plan.clause_unknown', 422);
export const eventUnknown = defineError('plan.event_unknown', 422);
export const eventMissing = defineError('plan.event_missing', 422);
export const dueInPast = defineError('plan.due_in_past', 422);
export const nothingToWrite = defineError('plan.nothing_to_write', 409);
