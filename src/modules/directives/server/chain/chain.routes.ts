import { route } from '../../../../platform/http/route.ts';
import * as contract from '../../directives.chain.contract.ts';
import { readDirectiveChain } from './chain.read-model.ts';
import { choosePairs } from './choose-pairs.ts';
import { addLink, decideLink } from './link-directives.ts';
import { readClausePairs } from './pairs.read-model.ts';
import { traceClause } from './trace.read-model.ts';

export const chainRoutes = [
  route(contract.readChain, (context, { params }) => readDirectiveChain(context, params.id)),
  route(contract.addLink, async (context, { params, body }) => {
    await addLink(context, { ...body, directiveId: params.id });
    return readDirectiveChain(context, params.id);
  }),
  route(contract.decideLink, async (context, { params, body }) => {
    await decideLink(context, { ...body, directiveId: params.id, linkId: params.linkId });
    return readDirectiveChain(context, params.id);
  }),
  route(contract.readPairs, (context, { params }) =>
    readClausePairs(context, { directiveId: params.id, linkId: params.linkId }),
  ),
  route(contract.choosePairs, async (context, { params, body }) => {
    const link = { directiveId: params.id, linkId: params.linkId };
    await choosePairs(context, { ...link, ...body });
    return readClausePairs(context, link);
  }),
  route(contract.traceClause, (context, { query }) => traceClause(context, query)),
];
