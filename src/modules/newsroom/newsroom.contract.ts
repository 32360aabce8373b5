import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import {
  changeErrors,
  clauseState,
  languageCode,
  limits,
  publicState,
  reason,
  storyClause,
  storyDetail,
  storyKind,
  storyParams,
  storyRow,
  version,
  words,
  workState,
} from './newsroom.shapes.contract.ts';

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
    /** The date of the calendar that the story is begun for. */
    occasionId: z.uuid().optional(),
  }),
  response: storyDetail,
  errors: ['platform.not_permitted', 'platform.not_found', 'newsroom.language_unknown'],
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
