import { type Route, route } from '../../../platform/http/route.ts';
import { getBalance } from '../newsroom.balance.contract.ts';
import * as contract from '../newsroom.contract.ts';
import * as editions from '../newsroom.edition.contract.ts';
import { listOccasions } from '../newsroom.occasions.contract.ts';
import { addEdition } from './add-edition.ts';
import { approveEdition } from './approve-edition.ts';
import { confirmClauses } from './confirm-clauses.ts';
import { cancelChange, startChange } from './correct-edition.ts';
import { createStory } from './create-story.ts';
import { moveEdition } from './move-edition.ts';
import { readBalance } from './newsroom.balance.read-model.ts';
import { readStoryClauses } from './newsroom.clauses.read-model.ts';
import { readStories } from './newsroom.list.read-model.ts';
import type { NewsroomPorts } from './newsroom.moves.ts';
import { readOpenOccasions } from './newsroom.occasions.read-model.ts';
import { readRevision, readStoryDetail } from './newsroom.read-model.ts';
import { publishEdition } from './publish-edition.ts';
import { publishUrgently } from './publish-urgently.ts';
import { returnEdition } from './return-edition.ts';
import { saveRevision } from './save-revision.ts';
import { submitEdition } from './submit-edition.ts';
import { withdrawEditions } from './withdraw-editions.ts';

export function createNewsroomRoutes(ports: NewsroomPorts): readonly Route[] {
  return [
    route(contract.listStories, (context, { query }) =>
      readStories(context, { ...query, mine: query.mine === 'true' }),
    ),
    route(listOccasions, (context) => readOpenOccasions(context)),
    route(getBalance, (context, { query }) => readBalance(context, query.year)),
    route(contract.createStory, (context, { body }) => createStory(context, ports, body)),
    route(contract.getStory, (context, { params }) => readStoryDetail(context, params.id)),
    route(contract.addEdition, (context, { params, body }) => addEdition(context, { storyId: params.id, ...body })),
    route(contract.listStoryClauses, (context, { params }) => readStoryClauses(context, params.id)),
    route(contract.confirmClauses, (context, { params, body }) =>
      confirmClauses(context, { storyId: params.id, ...body }),
    ),
    route(contract.withdrawStory, (context, { params, body }) =>
      withdrawEditions(context, ports, { storyId: params.id, ...body }),
    ),
    route(editions.getRevision, (context, { params }) =>
      readRevision(context, { editionId: params.id, revisionId: params.revisionId }),
    ),
    route(editions.saveRevision, (context, { params, body }) =>
      saveRevision(context, { editionId: params.id, ...body }),
    ),
    route(editions.submitEdition, (context, { params, body }) =>
      submitEdition(context, { editionId: params.id, ...body }),
    ),
    route(editions.returnEdition, (context, { params, body }) =>
      returnEdition(context, { editionId: params.id, ...body }),
    ),
    route(editions.moveEdition, (context, { params, body }) => moveEdition(context, { editionId: params.id, ...body })),
    route(editions.approveEdition, (context, { params, body }) =>
      approveEdition(context, ports, { editionId: params.id, ...body }),
    ),
    route(editions.publishEdition, (context, { params, body }) =>
      publishEdition(context, ports, { editionId: params.id, ...body }),
    ),
    route(editions.publishUrgently, (context, { params, body }) =>
      publishUrgently(context, ports, { editionId: params.id, ...body }),
    ),
    route(editions.startChange, (context, { params, body }) => startChange(context, { editionId: params.id, ...body })),
    route(editions.cancelChange, (context, { params, query }) =>
      cancelChange(context, { editionId: params.id, ...query }),
    ),
  ];
}
