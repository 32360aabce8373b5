import { type Route, route } from '../../../platform/http/route.ts';
import { changeCampaign as changeCampaignEndpoint } from '../plan.campaign.contract.ts';
import * as contract from '../plan.contract.ts';
import { actOnTask } from './act-on-task.ts';
import { changeCampaign } from './change-campaign.ts';
import { changeTask } from './change-task.ts';
import { confirmPlan } from './confirm-plan.ts';
import { readCell } from './plan.cell.read-model.ts';
import { readMatrix } from './plan.matrix.read-model.ts';
import { readMonthMatrix } from './plan.months.read-model.ts';
import { readPlanDetail, readPlans } from './plan.read-model.ts';
import { readTaskDetail, readTasks } from './plan.tasks.read-model.ts';
import { sendTasks } from './send-tasks.ts';

export const planRoutes: readonly Route[] = [
  route(contract.listPlans, async (context) => ({ plans: await readPlans(context) })),
  route(contract.getPlan, (context, { params }) => readPlanDetail(context, params.id)),
  route(contract.confirmPlan, (context, { params, body }) => confirmPlan(context, { planId: params.id, ...body })),
  route(contract.sendTasks, (context, { params, body }) =>
    sendTasks(context, { planId: params.id, clauseId: body.clauseId }),
  ),
  route(contract.getMatrix, (context, { params, query }) =>
    readMatrix(context, {
      planId: params.id,
      unitId: query.unitId,
      themeId: query.themeId,
      period: query.period,
      gapsFirst: query.gapsFirst === 'true',
    }),
  ),
  route(contract.getMonthMatrix, (context, { params, query }) =>
    readMonthMatrix(context, {
      planId: params.id,
      unitId: query.unitId,
      themeId: query.themeId,
      gapsFirst: query.gapsFirst === 'true',
    }),
  ),
  route(contract.getCell, (context, { params, query }) => readCell(context, { planId: params.id, ...query })),
  route(contract.listTasks, (context, { query }) => readTasks(context, { ...query, isMine: query.mine === 'true' })),
  route(contract.getTask, (context, { params }) => readTaskDetail(context, params.id)),
  route(contract.changeTask, (context, { params, body }) => changeTask(context, { taskId: params.id, ...body })),
  route(changeCampaignEndpoint, (context, { params, body }) => changeCampaign(context, { ...params, ...body })),
  route(contract.actOnTask, (context, { params, body }) => actOnTask(context, { taskId: params.id, ...body })),
];
