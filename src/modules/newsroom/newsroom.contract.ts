import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const storyKind = z.enum(['news', 'article', 'photo_story', 'announcement', 'correction']);
export const workState = z.enum([
  'drafting',
  'in_editing',
  'in_appraisal',
  'awaiting_approval',
  'approved',
  'returned',
  'rejected',
]);
export const publicState = z.enum(['not_public', 'scheduled', 'live', 'withdrawn', 'removed']);
/** How a change of a live edition is shown to the reader: cập nhật, đính chính, cải chính. */
export const publicChangeKind = z.enum(['update', 'correction', 'formal_correction']);
export const clauseState = z.enum(['suggested', 'confirmed', 'declined']);
/** Moves along the work axis that carry nothing but a reason. */
export const simpleMove = z.enum(['take_back', 'send_to_appraisal', 'pass_appraisal', 'reject', 'reopen']);
export const editionAction = z.enum([
  'save',
  'submit',
  'take_back',
  'send_to_appraisal',
  'pass_appraisal',
  'return',
  'reject',
  'reopen',
  'approve',
  'publish',
  'unschedule',
  'publish_urgently',
  'start_change',
  'cancel_change',
  'withdraw',
  'remove',
]);
export type StoryKind = z.infer<typeof storyKind>;
export type EditionAction = z.infer<typeof editionAction>;
export type SimpleMove = z.infer<typeof simpleMove>;

export const limits = { title: 300, lead: 1500, workingTitle: 300, reason: 1000, note: 1000 } as const;

/** Words of people. PostgreSQL holds no NUL and JSON no half of a surrogate pair, so neither comes in. */
const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'));
const names = z.record(z.string(), z.string());
const languageCode = z.string().regex(/^[a-z]{2,3}$/);
const version = z.number().int();
const reason = words(limits.reason).min(3);
const storyParams = z.object({ id: z.uuid() });
const editionParams = z.object({ id: z.uuid() });
const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'platform.transition_not_allowed',
] as const;

/**
 * A Tiptap document. Nodes: doc, paragraph, heading (level 2 or 3), bulletList, orderedList (start), listItem, blockquote,
 * horizontalRule, hardBreak, text, image (attrs: assetId, alt). Marks: bold, italic, link (href: https, http, mailto or
 * an address of this site). Anything else is refused with `newsroom.body_not_valid` ({ at, problem }).
 */
export const bodyDocument = z.object({ type: z.literal('doc'), content: z.array(z.unknown()).max(2000).optional() });
export type BodyDocument = z.infer<typeof bodyDocument>;

export const revisionSummary = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string().nullable(),
  isLive: z.boolean(),
  isCurrent: z.boolean(),
});
export const revision = revisionSummary.extend({
  lead: z.string(),
  body: bodyDocument,
  coverAssetId: z.uuid().nullable(),
});
export type Revision = z.infer<typeof revision>;

/** `true` for each action that the person may take now; keys of editionAction. */
const editionAbilities = z.record(editionAction, z.boolean());

export const edition = z.object({
  id: z.uuid(),
  language: z.string(),
  languageNames: names,
  code: z.string(),
  workState,
  publicState,
  version,
  /** The edition that the story was first written in; the others are translations of it. */
  isSource: z.boolean(),
  sourceRevisionId: z.uuid().nullable(),
  /** The source has moved on since this translation was made from it. */
  isStale: z.boolean(),
  isMachineMade: z.boolean(),
  /** Published urgently without a second person, and nobody has approved it since. */
  needsLaterApproval: z.boolean(),
  pendingChange: publicChangeKind.nullable(),
  pendingNote: z.string().nullable(),
  notBefore: z.iso.datetime().nullable(),
  firstLiveAt: z.iso.datetime().nullable(),
  /** Path on the portal; null until it was live once. */
  publicPath: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  submittedByName: z.string().nullable(),
  /** Why it was returned or rejected last; null when that is not its state. */
  returnReason: z.string().nullable(),
  current: revision,
  /** Words of the cover: while the edition is judged and once it is approved, those that were handed in. */
  cover: z.object({ alt: z.string(), credit: z.string() }).nullable(),
  liveRevisionId: z.uuid().nullable(),
  /** Newest first, at most 100. */
  revisions: z.array(revisionSummary),
  abilities: editionAbilities,
});
export type Edition = z.infer<typeof edition>;

export const storyClause = z.object({
  clauseId: z.uuid(),
  path: z.string(),
  title: z.string(),
  text: z.string(),
  directive: z.string(),
  state: clauseState,
});

export const storyDetail = z.object({
  id: z.uuid(),
  kind: storyKind,
  unitId: z.string(),
  unitNames: names,
  workingTitle: z.string(),
  noClauseReason: z.string().nullable(),
  isExample: z.boolean(),
  version,
  createdAt: z.iso.datetime(),
  createdByName: z.string().nullable(),
  clauses: z.array(storyClause),
  /** The source first, then in the order of their making. */
  editions: z.array(edition),
  history: z.array(historyRow),
  abilities: z.object({ add_edition: z.boolean(), confirm_clauses: z.boolean(), withdraw: z.boolean() }),
});
export type StoryDetail = z.infer<typeof storyDetail>;

export const storyRow = z.object({
  id: z.uuid(),
  kind: storyKind,
  unitId: z.string(),
  unitNames: names,
  workingTitle: z.string(),
  isExample: z.boolean(),
  clauseCount: z.number().int(),
  updatedAt: z.iso.datetime(),
  editions: z.array(
    z.object({
      id: z.uuid(),
      language: z.string(),
      title: z.string(),
      workState,
      publicState,
      pendingChange: publicChangeKind.nullable(),
      isStale: z.boolean(),
      needsLaterApproval: z.boolean(),
      notBefore: z.iso.datetime().nullable(),
    }),
  ),
});
export type StoryRow = z.infer<typeof storyRow>;

export const listStories = defineEndpoint({
  method: 'GET',
  path: '/api/stories',
  summary: 'Stories that the person may see, 30 a page: those changed last first; with search, the best hits first',
  access: 'session',
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    /** Accents and the place of the tone do not count; what was typed exactly comes first. */
    search: words(100).optional(),
    workState: workState.optional(),
    publicState: publicState.optional(),
    language: languageCode.optional(),
    unitId: words(100).optional(),
    kind: storyKind.optional(),
    mine: z.enum(['true', 'false']).optional(),
  }),
  response: z.object({
    stories: z.array(storyRow),
    total: z.number().int(),
    /** There are more than `total`: hits are counted up to 10,000, and the newest 2,000 are shown. */
    isMore: z.boolean(),
    /** Units in whose name the person may write; empty when the person writes nothing. */
    createInUnitIds: z.array(z.string()),
  }),
});

export const createStory = defineEndpoint({
  method: 'POST',
  path: '/api/stories',
  summary: 'Begin a story with its first edition; the client may make the id',
  access: 'session',
  body: z.object({
    id: z.uuid().optional(),
    kind: storyKind.default('news'),
    unitId: words(100).min(1),
    workingTitle: words(limits.workingTitle).min(3),
    language: languageCode.default('vi'),
  }),
  response: storyDetail,
  errors: ['platform.not_permitted', 'newsroom.language_unknown'],
});

export const getStory = defineEndpoint({
  method: 'GET',
  path: '/api/stories/:id',
  summary: 'One story: editions, revisions, clauses, history, what the person may do',
  access: 'session',
  params: storyParams,
  response: storyDetail,
  errors: ['platform.not_found'],
});

export const addEdition = defineEndpoint({
  method: 'POST',
  path: '/api/stories/:id/editions',
  summary: 'Begin an edition in another language, made from the current revision of the source',
  access: 'session',
  params: storyParams,
  body: z.object({ id: z.uuid().optional(), language: languageCode, isMachineMade: z.boolean().default(false) }),
  response: storyDetail,
  errors: ['platform.not_found', 'platform.not_permitted', 'newsroom.language_unknown', 'newsroom.edition_exists'],
});

export const listStoryClauses = defineEndpoint({
  method: 'GET',
  path: '/api/stories/:id/clauses',
  summary: 'Clauses that the story may serve: suggested from its text first, then all of the confirmed directives',
  access: 'session',
  params: storyParams,
  response: z.object({
    clauses: z.array(
      storyClause.extend({
        state: clauseState.nullable(),
        isSuggested: z.boolean(),
        /** 0 to 1: how much of the clause the text speaks of. */
        score: z.number(),
        /** The words that the text and the clause share, most telling first. */
        sharedWords: z.array(z.string()),
      }),
    ),
  }),
  errors: ['platform.not_found'],
});

export const confirmClauses = defineEndpoint({
  method: 'PUT',
  path: '/api/stories/:id/clauses',
  summary: 'Say which clauses the story serves; without any, why',
  access: 'session',
  params: storyParams,
  body: z.object({
    version,
    confirmed: z.array(z.uuid()).max(200),
    declined: z.array(z.uuid()).max(200).default([]),
    noClauseReason: words(limits.reason).nullable().default(null),
  }),
  response: storyDetail,
  errors: ['platform.not_found', 'platform.not_permitted', 'platform.version_conflict', 'newsroom.clause_unknown'],
});

export const withdrawStory = defineEndpoint({
  method: 'POST',
  path: '/api/stories/:id/withdrawal',
  summary: 'Withdraw live editions of a story: every language unless some are named',
  access: 'session',
  params: storyParams,
  body: z.object({
    /** Withdrawn stays readable with a notice; removed is gone (personal data, consent ended, unlawful text). */
    mode: z.enum(['withdraw', 'remove']).default('withdraw'),
    editions: z
      .array(z.object({ id: z.uuid(), version }))
      .min(1)
      .max(20),
    reason,
  }),
  response: storyDetail,
  errors: [...changeErrors],
});

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
