import { route } from '../../../../platform/http/route.ts';
import * as contract from '../../directives.correction.contract.ts';
import { applyCorrection } from './apply-correction.ts';
import { readCorrection } from './correction.read-model.ts';

export const correctionRoutes = [
  route(contract.compareEditions, (context, { params, query }) =>
    readCorrection(context, { id: params.id, targetId: query.targetId }),
  ),
  route(contract.applyCorrection, async (context, { params, body }) => {
    await applyCorrection(context, { ...body, id: params.id });
    return { id: body.targetId };
  }),
];
