import { type Route, route } from '../../../platform/http/route.ts';
import * as contract from '../plan.requests.contract.ts';
import { readRequestDetail, readRequests } from './plan.requests.read-model.ts';
import { startFollowUp } from './start-follow-up.ts';
import { startRequest } from './start-request.ts';
import { steerRequest } from './steer-request.ts';
import { writeFollowUpLetter, writeRequestLetter } from './write-letter.ts';

export function requestRoutes(): readonly Route[] {
  return [
    route(contract.listRequests, (context, { params }) => readRequests(context, params.id)),
    route(contract.startRequest, (context, { params, body }) => startRequest(context, { ...body, planId: params.id })),
    route(contract.getRequest, (context, { params }) => readRequestDetail(context, params.id)),
    route(contract.steerRequest, (context, { params, body }) =>
      steerRequest(context, { requestId: params.id, ...body }),
    ),
    route(contract.writeRequestLetter, async (context, { params, body }) => ({
      documentId: await writeRequestLetter(context, { ...wanted(body), requestId: params.id }),
    })),
    route(contract.writeFollowUpLetter, async (context, { params, body }) => ({
      documentId: await writeFollowUpLetter(context, { ...wanted(body), requestId: params.id }),
    })),
    route(contract.writePlanFollowUpLetter, async (context, { params, body }) => ({
      documentId: await writeFollowUpLetter(context, { ...wanted(body), planId: params.id }),
    })),
    route(contract.startFollowUp, (context, { params, body }) =>
      startFollowUp(context, { ...body, planId: params.id }),
    ),
  ];
}

function wanted(body: { documentId?: string | undefined; unitIds: string[] }) {
  return { documentId: body.documentId, unitIds: body.unitIds.length === 0 ? null : body.unitIds };
}
