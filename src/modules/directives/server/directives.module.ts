import type { FileStore } from '../../../platform/files/file-store.ts';
import { route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import * as contract from '../directives.contract.ts';
import { directiveConfirmed, directiveCorrected } from '../directives.events.ts';
import { chainRoutes } from './chain/chain.routes.ts';
import { confirmDirective } from './confirm-directive.ts';
import { correctionRoutes } from './correction/correction.routes.ts';
import { createReadings } from './directive-readings.ts';
import { directiveActions } from './directives.policy.ts';
import { readDirectiveDetail, readDirectives, readDirectivesToReview } from './directives.read-model.ts';
import { rebuildDirectiveSearch } from './directives.search.ts';
import { importDirective } from './import-directive.ts';
import { openDirectiveFile } from './open-directive-file.ts';
import { reviewDirective } from './review-directive.ts';

/** `files`: where documents are kept as they came. */
export function createDirectivesModule({ files }: { files: FileStore }): ServerModule {
  const readings = createReadings();
  return defineModule({
    name: 'directives',
    actions: [...directiveActions],
    events: [directiveConfirmed, directiveCorrected],
    homeQueue: readDirectivesToReview,
    // Directives from before there was a search become findable.
    loadReferenceData: (context) => rebuildDirectiveSearch(context, { onlyMissing: true }),
    routes: [
      ...chainRoutes,
      ...correctionRoutes,
      route(contract.listDirectives, (context, { query }) => readDirectives(context, query)),
      route(contract.importDirective, async (context, { body, file }) => {
        const reading = readings.begin(context, body.id);
        try {
          return await importDirective(context, { ...body, file }, { files, reading });
        } finally {
          reading.end();
        }
      }),
      route(contract.readImportProgress, async (context, { params }) => readings.progress(context, params.id)),
      route(contract.stopImport, async (context, { params }) => {
        readings.stop(context, params.id);
        return {};
      }),
      route(contract.readDirectiveFile, (context, { params }) => openDirectiveFile(context, files, params)),
      route(contract.readDirective, (context, { params }) => readDirectiveDetail(context, params.id)),
      route(contract.reviewDirective, async (context, { params, body }) => {
        await reviewDirective(context, { ...body, id: params.id });
        return readDirectiveDetail(context, params.id);
      }),
      route(contract.confirmDirective, async (context, { params, body }) => {
        await confirmDirective(context, { ...body, id: params.id });
        return readDirectiveDetail(context, params.id);
      }),
    ],
  });
}
