import { handleEvent } from '../../../platform/events/events.ts';
import type { ErasableFileStore } from '../../../platform/files/file-store.ts';
import { handleJob } from '../../../platform/jobs/job-handler.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { eventHeld, eventReopened } from '../../calendar/calendar.events.ts';
import { deliveryVerified } from '../../channels/channels.events.ts';
import { directiveConfirmed, directiveCorrected } from '../../directives/directives.events.ts';
import { evidenceHandedIn, evidenceJudged, planConfirmed, taskMoved, unitUrged } from '../plan.events.ts';
import { followCorrection } from './follow-correction.ts';
import { evidenceRoutes } from './plan.evidence.routes.ts';
import { readPlanHomeQueue } from './plan.home.read-model.ts';
import { readCampaignDays } from './plan.home-overview.read-model.ts';
import { readPlanHomeRest } from './plan.home-rest.read-model.ts';
import { sendRequestJob } from './plan.jobs.ts';
import { planningRoutes } from './plan.planning.routes.ts';
import { planActions } from './plan.policy.ts';
import { requestRoutes } from './plan.requests.routes.ts';
import { planRetentionRules } from './plan.retention.ts';
import { planRoutes } from './plan.routes.ts';
import { proposePlanFor } from './propose-plan.ts';
import { recordDeliveryEvidence } from './record-delivery-evidence.ts';
import { recordEventEvidence, withdrawEventEvidence } from './record-event-evidence.ts';
import { sendRequest } from './send-request.ts';
import './plan.tables.ts';

/** `files`: where the files of evidence are kept. */
export function createPlanModule(deps: { files: ErasableFileStore }): ServerModule {
  return defineModule({
    name: 'plan',
    routes: [...planRoutes, ...planningRoutes, ...requestRoutes(), ...evidenceRoutes(deps.files)],
    events: [planConfirmed, taskMoved, evidenceHandedIn, evidenceJudged, unitUrged],
    eventHandlers: [
      handleEvent(directiveConfirmed, 'plan.propose', async (context, { directiveId, proposesPlan }) => {
        if (proposesPlan) await proposePlanFor(context, directiveId);
      }),
      handleEvent(directiveCorrected, 'plan.follow_correction', followCorrection),
      handleEvent(deliveryVerified, 'plan.record_delivery_evidence', recordDeliveryEvidence),
      handleEvent(eventHeld, 'plan.record_event_evidence', recordEventEvidence),
      handleEvent(eventReopened, 'plan.withdraw_event_evidence', withdrawEventEvidence),
    ],
    jobHandlers: [handleJob(sendRequestJob, sendRequest)],
    actions: planActions.map((action) => `plan.${action}`),
    homeQueue: readPlanHomeQueue,
    homeRest: readPlanHomeRest,
    homeDays: readCampaignDays,
    retentionRules: planRetentionRules(deps.files),
  });
}
