import { handleJob } from '../../../platform/jobs/job-handler.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { editionLive } from '../newsroom.events.ts';
import { readNewsroomHomeQueue } from './newsroom.home.read-model.ts';
import { publishDueJob } from './newsroom.jobs.ts';
import type { NewsroomPorts } from './newsroom.moves.ts';
import { newsroomActions } from './newsroom.policy.ts';
import { createNewsroomRoutes } from './newsroom.routes.ts';
import { rebuildStorySearch } from './newsroom.search.ts';
import { publishDueEditions } from './publish-due.ts';
import './newsroom.tables.ts';

/** `signItem` signs what is public; `isExample` marks every story of this installation as an example. */
export function createNewsroomModule(ports: NewsroomPorts): ServerModule {
  return defineModule({
    name: 'newsroom',
    routes: createNewsroomRoutes(ports),
    events: [editionLive],
    jobHandlers: [
      handleJob(publishDueJob, async (context) => {
        await publishDueEditions(context, ports);
      }),
    ],
    actions: newsroomActions.map((action) => `newsroom.${action}`),
    homeQueue: readNewsroomHomeQueue,
    // Stories from before there was a search become findable.
    loadReferenceData: (context) => rebuildStorySearch(context, { onlyMissing: true }),
  });
}
