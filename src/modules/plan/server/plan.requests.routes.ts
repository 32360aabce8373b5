import { type Route, route } from '../../../platform/http/route.ts';
import * as contract from '../plan.requests.contract.ts';
import { readRequestDetail, readRequests } from './plan.requests.read-model.ts';
import { startRequest } from './start-request.ts';
import { steerRequest } from './steer-request.ts';
import { writeFollowUpLetter, writeRequestLetter } from './write-letter.ts';

/** `isExample`: letters of an example installation say on every page that they are examples. */
export function requestRoutes({ isExample }: { isExample: boolean }): readonly Route[] {
  return [
    route(contract.listRequests, (context, { params }) => readRequests(context, params.id)),
    route(contract.startRequest, (context, { params, body }) => startRequest(context, { ...body, planId: params.id })),
    route(contract.getRequest, (context, { params }) => readRequestDetail(context, params.id)),
    route(contract.steerRequest, (context, { params, body }) =>
      steerRequest(context, { requestId: params.id, ...body }),
    ),
    route(contract.getRequestLetter, (context, { params, query }) =>
      writeRequestLetter(context, { requestId: params.id, unitIds: listOf(query.unitIds), isExample }),
    ),
    route(contract.getFollowUpLetter, (context, { params, query }) =>
      writeFollowUpLetter(context, { requestId: params.id, unitIds: listOf(query.unitIds), isExample }),
    ),
    route(contract.getPlanFollowUpLetter, (context, { params, query }) =>
      writeFollowUpLetter(context, { planId: params.id, unitIds: listOf(query.unitIds), isExample }),
    ),
  ];
}

function listOf(text: string | undefined): string[] | null {
  return text === undefined || text === '' ? null : text.split(',');
}
