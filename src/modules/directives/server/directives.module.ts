import { route } from '../../../platform/http/route.ts';
import { defineModule } from '../../../platform/module.ts';
import * as contract from '../directives.contract.ts';
import { directiveConfirmed } from '../directives.events.ts';
import { confirmDirective } from './confirm-directive.ts';
import { directiveActions } from './directives.policy.ts';
import { readDirectiveDetail, readDirectives, readDirectivesToReview } from './directives.read-model.ts';
import { rebuildDirectiveSearch } from './directives.search.ts';
import { importDirective } from './import-directive.ts';
import { reviewDirective } from './review-directive.ts';

export const directivesModule = defineModule({
  name: 'directives',
  actions: [...directiveActions],
  events: [directiveConfirmed],
  homeQueue: readDirectivesToReview,
  // Directives from before there was a search become findable.
  loadReferenceData: (context) => rebuildDirectiveSearch(context, { onlyMissing: true }),
  routes: [
    route(contract.listDirectives, (context, { query }) => readDirectives(context, query)),
    route(contract.importDirective, (context, { body, file }) => importDirective(context, { ...body, file })),
    route(contract.readDirective, (context, { params }) => readDirectiveDetail(context, params.id)),
    route(contract.reviewDirective, async (context, { params, body }) => {
      await reviewDirective(context, { ...body, id: params.id });
      return readDirectiveDetail(context, params.id);
    }),
    route(contract.confirmDirective, async (context, { params, body }) => {
      await confirmDirective(context, { id: params.id, version: body.version });
      return readDirectiveDetail(context, params.id);
    }),
  ],
});
