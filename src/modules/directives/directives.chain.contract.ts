import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { directiveRow } from './directives.contract.ts';

/**
 * How one document stands to another. `basis`: rests on it (căn cứ). `implements`: carries it out (thực hiện, triển khai).
 * `amends`: sửa đổi, bổ sung. `replaces`: thay thế, bãi bỏ. `extends`: gia hạn, kéo dài.
 */
export const linkRelation = z.enum(['implements', 'amends', 'replaces', 'extends', 'basis']);
export type LinkRelation = z.infer<typeof linkRelation>;

const linkId = z.object({ id: z.uuid(), linkId: z.uuid() });
const id = z.object({ id: z.uuid() });

export const chainLink = z.object({
  id: z.string(),
  relation: linkRelation,
  /** Proposed from the text until a person confirms or refuses. */
  state: z.enum(['proposed', 'confirmed', 'refused']),
  /** The sentence that the proposal rests on; empty for one that a person added. */
  words: z.string(),
  /** The document as it is cited: kind, number and symbol, day, issuer. */
  cited: z.string(),
  /** The document at the other end, when it is here and the reader may see it. */
  directive: directiveRow.nullable(),
  /** Clauses of the one that a person has put under clauses of the other. */
  pairs: z.number().int(),
  version: z.number().int(),
});
export type ChainLink = z.infer<typeof chainLink>;

export const directiveChain = z.object({
  /** What this document rests on or changes. */
  up: z.array(chainLink),
  /** The documents that rest on this one or change it. */
  down: z.array(chainLink),
  abilities: z.object({ link: z.boolean() }),
});
export type DirectiveChain = z.infer<typeof directiveChain>;

export const readChain = defineEndpoint({
  method: 'GET',
  path: '/api/directives/:id/chain',
  summary: 'The documents above and below a directive, up to 200 each way',
  access: 'session',
  params: id,
  response: directiveChain,
});

const linkErrors = ['directives.link_loop', 'directives.link_known', 'directives.unknown_directive'] as const;

export const addLink = defineEndpoint({
  method: 'POST',
  path: '/api/directives/:id/chain',
  summary: 'Link a directive to another that is here',
  access: 'session',
  params: id,
  body: z.object({ relation: linkRelation, targetId: z.uuid() }),
  response: directiveChain,
  errors: [...linkErrors, 'platform.not_permitted'],
});

export const decideLink = defineEndpoint({
  method: 'PUT',
  path: '/api/directives/:id/chain/:linkId',
  summary: 'Confirm, correct or refuse a proposed link',
  access: 'session',
  params: linkId,
  body: z.object({
    decision: z.enum(['confirmed', 'refused']),
    relation: linkRelation,
    targetId: z.uuid().nullable(),
    version: z.number().int(),
  }),
  response: directiveChain,
  errors: [...linkErrors, 'platform.not_permitted', 'platform.version_conflict'],
});

const clauseText = z.object({ id: z.string(), path: z.string(), text: z.string() });

export const clausePairs = z.object({
  link: chainLink,
  lower: directiveRow,
  upperClauses: z.array(clauseText),
  rows: z.array(
    clauseText.extend({
      upperIds: z.array(z.string()),
      /** The likest clause above, 0 to 1 by words in common; null where none is like it. */
      proposed: z.object({ upperId: z.string(), similarity: z.number() }).nullable(),
    }),
  ),
  abilities: z.object({ link: z.boolean() }),
});
export type ClausePairs = z.infer<typeof clausePairs>;

export const readPairs = defineEndpoint({
  method: 'GET',
  path: '/api/directives/:id/chain/:linkId/pairs',
  summary: 'Clause beside clause of two linked directives: what is paired, what is proposed',
  access: 'session',
  params: linkId,
  response: clausePairs,
  errors: ['directives.not_both_confirmed'],
});

export const choosePairs = defineEndpoint({
  method: 'PUT',
  path: '/api/directives/:id/chain/:linkId/pairs',
  summary: 'Say which clause carries out which clause of the document above; what is left out is taken away',
  access: 'session',
  params: linkId,
  body: z.object({
    /** Of the link: who chose pairs meanwhile is not written over. */
    version: z.number().int(),
    pairs: z.array(z.object({ clauseId: z.uuid(), upperId: z.uuid() })).max(6_000),
  }),
  response: clausePairs,
  errors: [
    'directives.not_both_confirmed',
    'directives.unknown_clause',
    'platform.not_permitted',
    'platform.version_conflict',
  ],
});

export const tracedClause = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  text: z.string(),
  /** 0: the clause itself; 1: the one that it carries out, or that carries it out; and so on. */
  distance: z.number().int(),
  directive: directiveRow,
});
export type TracedClause = z.infer<typeof tracedClause>;

export const traceClause = defineEndpoint({
  method: 'GET',
  path: '/api/clauses/trace',
  summary: 'A clause with the clauses that it carries out, up to the first document, and those that carry it out',
  access: 'session',
  /** By its id, or by its path in a confirmed directive. */
  query: z.object({
    clauseId: z.uuid().optional(),
    directiveId: z.uuid().optional(),
    path: z.string().max(60).optional(),
  }),
  response: z.object({ clause: tracedClause, up: z.array(tracedClause), down: z.array(tracedClause) }),
});
