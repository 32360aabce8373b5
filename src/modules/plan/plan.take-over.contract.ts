import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { id, names, outputKind, planDetail, priority, rhythm } from './plan.shapes.contract.ts';

/** A clause of this plan and the clause of an earlier one whose words are most like it. */
export const takeOverPair = z.object({
  clauseId: z.string(),
  path: z.string(),
  text: z.string(),
  fromClauseId: z.string(),
  fromPath: z.string(),
  fromText: z.string(),
  /** 0 to 1. */
  similarity: z.number(),
  units: z.array(names),
  tasks: z.number(),
  rhythm,
  priority,
  outputKind,
  expectedOutput: z.string(),
  expectedCount: z.number(),
});
export type TakeOverPair = z.infer<typeof takeOverPair>;
export const takeOverProposal = z.object({
  earlier: z.array(z.object({ id: z.string(), title: z.string(), year: z.number() })),
  fromPlanId: z.string().nullable(),
  pairs: z.array(takeOverPair),
  /** Clauses of this plan that are like none of the earlier one with tasks. */
  unmatched: z.number(),
});
export type TakeOverProposal = z.infer<typeof takeOverProposal>;

export const proposeTakeOver = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id/take-over',
  summary: 'What may be taken over from an earlier plan, clause by clause, by likeness of their words',
  access: 'session',
  params: id,
  query: z.object({ fromPlanId: z.uuid().optional() }),
  response: takeOverProposal,
  errors: ['platform.not_found', 'platform.not_permitted'],
});
export const takeOver = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/take-over',
  summary:
    'Take over leads, supporting units, rhythm and outputs of the chosen clauses into a plan that is only proposed',
  access: 'session',
  params: id,
  body: z.object({
    fromPlanId: z.uuid(),
    pairs: z
      .array(z.object({ clauseId: z.uuid(), fromClauseId: z.uuid() }))
      .min(1)
      .max(200),
    version: z.number().int(),
  }),
  response: planDetail,
  errors: [
    'platform.not_found',
    'platform.not_permitted',
    'platform.version_conflict',
    'platform.transition_not_allowed',
    'plan.clause_unknown',
  ],
});
