import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import {
  bodyDocument,
  changeErrors,
  editionParams,
  limits,
  publicChangeKind,
  reason,
  revision,
  simpleMove,
  storyDetail,
  version,
  words,
} from './newsroom.shapes.contract.ts';

export const getRevision = defineEndpoint({
  method: 'GET',
  path: '/api/editions/:id/revisions/:revisionId',
  summary: 'One revision as it was saved',
  access: 'session',
  params: z.object({ id: z.uuid(), revisionId: z.uuid() }),
  response: revision,
  errors: ['platform.not_found'],
});

export const saveRevision = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/revisions',
  summary: 'Save a new revision. A conflict answers { current, savedBy, savedAt } and nothing is lost',
  access: 'session',
  params: editionParams,
  body: z.object({
    /** Made by the client: a repeated save is the same save. */
    revisionId: z.uuid().optional(),
    version,
    title: words(limits.title),
    lead: words(limits.lead),
    body: bodyDocument,
    coverAssetId: z.uuid().nullable().default(null),
    /** Translations: the source revision that this text now follows; without it the former one stays. */
    sourceRevisionId: z.uuid().optional(),
  }),
  response: storyDetail,
  errors: [...changeErrors, 'newsroom.body_not_valid', 'newsroom.picture_unknown'],
});

export const submitEdition = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/submission',
  summary: 'Hand the current revision in for approval by another person',
  access: 'session',
  params: editionParams,
  body: z.object({ version }),
  response: storyDetail,
  errors: [
    ...changeErrors,
    'newsroom.text_incomplete',
    'newsroom.clauses_missing',
    'newsroom.alternative_text_missing',
  ],
});

export const returnEdition = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/return',
  summary: 'Give it back to be worked on, with a reason',
  access: 'session',
  params: editionParams,
  body: z.object({ version, reason }),
  response: storyDetail,
  errors: [...changeErrors],
});

export const moveEdition = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/moves',
  summary: 'Take back, send to appraisal, pass appraisal, reject (with a reason), reopen',
  access: 'session',
  params: editionParams,
  body: z.object({ version, action: simpleMove, reason: words(limits.reason).default('') }),
  response: storyDetail,
  errors: [...changeErrors, 'newsroom.reason_missing'],
});

/** When what is approved goes out. `later`: approved only; publishEdition follows. */
export const publication = z.discriminatedUnion('when', [
  z.object({ when: z.literal('now') }),
  z.object({ when: z.literal('at'), publishAt: z.iso.datetime({ offset: true }) }),
  z.object({ when: z.literal('later') }),
]);
export type Publication = z.infer<typeof publication>;

export const approveEdition = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/approval',
  summary: 'Approve the current revision as the second person, and say when it goes out',
  access: 'session',
  params: editionParams,
  body: z.object({
    version,
    /** What the approver has read: an approval of anything else is refused. */
    revisionId: z.uuid(),
    publication: publication.default({ when: 'now' }),
  }),
  response: storyDetail,
  errors: [...changeErrors, 'newsroom.own_work', 'newsroom.publish_time_passed'],
});

export const publishEdition = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/publication',
  summary: 'Publish an approved edition now or at a time; `later` takes it off the schedule',
  access: 'session',
  params: editionParams,
  body: z.object({ version, publication }),
  response: storyDetail,
  errors: [...changeErrors, 'newsroom.publish_time_passed'],
});

export const publishUrgently = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/urgent-publication',
  summary: 'Publish at once without a second person, with a reason; stays marked until someone approves',
  access: 'session',
  params: editionParams,
  body: z.object({ version, revisionId: z.uuid(), reason }),
  response: storyDetail,
  errors: [...changeErrors, 'newsroom.text_incomplete', 'newsroom.alternative_text_missing'],
});

export const startChange = defineEndpoint({
  method: 'POST',
  path: '/api/editions/:id/change',
  summary: 'Begin an update, a correction or a formal correction of a live edition; the note is shown to the reader',
  access: 'session',
  params: editionParams,
  body: z.object({ version, kind: publicChangeKind, note: words(limits.note).min(3) }),
  response: storyDetail,
  errors: [...changeErrors],
});

export const cancelChange = defineEndpoint({
  method: 'DELETE',
  path: '/api/editions/:id/change',
  summary: 'Give the change up; what is live stays as it is',
  access: 'session',
  params: editionParams,
  query: z.object({ version: z.coerce.number().int() }),
  response: storyDetail,
  errors: [...changeErrors],
});
