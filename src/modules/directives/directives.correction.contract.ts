import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { directiveRow } from './directives.contract.ts';

const id = z.object({ id: z.uuid() });

export const correctionRow = z.object({
  path: z.string(),
  text: z.string(),
  /** The clause of the earlier edition that this one is, by path and words; null for a new one. */
  earlierId: z.string().nullable(),
});

export const correction = z.object({
  /** Confirmed documents that this one may be a corrected edition of: the same number and symbol, or issuer and subject. */
  candidates: z.array(directiveRow),
  target: directiveRow.nullable(),
  rows: z.array(correctionRow),
  /** Clauses of the earlier edition, in their order. */
  earlier: z.array(z.object({ id: z.string(), path: z.string(), text: z.string() })),
  abilities: z.object({ apply: z.boolean() }),
});
export type Correction = z.infer<typeof correction>;

export const compareEditions = defineEndpoint({
  method: 'GET',
  path: '/api/directives/:id/correction',
  summary: 'A document in review beside the confirmed one that it corrects: clause by clause',
  access: 'session',
  params: id,
  query: z.object({ targetId: z.uuid().optional() }),
  response: correction,
});

export const applyCorrection = defineEndpoint({
  method: 'POST',
  path: '/api/directives/:id/correction',
  summary:
    'Put the corrected edition in the place of the confirmed one. Clauses that are the same, or paired, keep their tasks, evidence and links; the earlier edition is kept.',
  access: 'session',
  params: id,
  body: z.object({
    targetId: z.uuid(),
    version: z.number().int(),
    pairs: z.array(z.object({ path: z.string().max(60), earlierId: z.uuid() })).max(6_000),
  }),
  response: z.object({ id: z.string() }),
  errors: [
    'directives.unknown_directive',
    'directives.unknown_clause',
    'directives.already_confirmed',
    'directives.no_subject',
    'directives.no_clauses',
    'platform.not_permitted',
    'platform.version_conflict',
  ],
});
