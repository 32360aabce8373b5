import { type Route, route } from '../../../platform/http/route.ts';
import * as campaigns from '../plan.campaign-board.contract.ts';
import * as own from '../plan.own-plan.contract.ts';
import * as earlier from '../plan.take-over.contract.ts';
import { readClauseWork as readClauseWorkEndpoint } from '../plan.trace.contract.ts';
import { chooseCampaignClauses } from './choose-campaign-clauses.ts';
import { addOwnTask, changeOwnTask, removeOwnTask } from './keep-own-tasks.ts';
import { readCampaignBoard } from './plan.campaign-board.read-model.ts';
import { readOwnPlan } from './plan.own-plan.read-model.ts';
import { readClauseWork } from './plan.trace.read-model.ts';
import { proposeTakeOver, takeOver } from './take-over.ts';

/** Campaigns, the plans of units, what is taken over from an earlier plan. */
export const planningRoutes: readonly Route[] = [
  route(campaigns.getCampaignBoard, (context, { params }) => readCampaignBoard(context, params.id)),
  route(campaigns.chooseCampaignClauses, (context, { params, body }) =>
    chooseCampaignClauses(context, { campaignId: params.id, ...body }),
  ),
  route(own.getOwnPlan, (context, { query }) => readOwnPlan(context, query)),
  route(own.addOwnTask, (context, { params, body }) => addOwnTask(context, { ...body, taskId: params.id })),
  route(own.changeOwnTask, (context, { params, body }) => changeOwnTask(context, { ...body, id: params.id })),
  route(own.removeOwnTask, (context, { params, query }) =>
    removeOwnTask(context, { id: params.id, version: query.version }),
  ),
  route(readClauseWorkEndpoint, (context, { params }) => readClauseWork(context, params.id)),
  route(earlier.proposeTakeOver, (context, { params, query }) =>
    proposeTakeOver(context, { planId: params.id, fromPlanId: query.fromPlanId }),
  ),
  route(earlier.takeOver, (context, { params, body }) => takeOver(context, { ...body, planId: params.id })),
];
