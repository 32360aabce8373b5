import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { cellState, id, names, taskState } from './plan.shapes.contract.ts';

export const campaignBoard = z.object({
  id: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  title: z.string(),
  startsOn: z.string(),
  peakOn: z.string(),
  endsOn: z.string(),
  today: z.string(),
  /** Below zero: the peak day has passed. */
  daysToPeak: z.number(),
  clauses: z.array(z.object({ id: z.string(), path: z.string(), title: z.string() })),
  counts: z.object({
    done: z.number(),
    running: z.number(),
    late: z.number(),
    empty: z.number(),
    idle: z.number(),
    declined: z.number(),
  }),
  /** Of the campaign's clauses, within its days. */
  evidence: z.number(),
  waitingEvidence: z.number(),
  /** Publications with a receipt, by language of the edition. */
  published: z.array(z.object({ language: z.string(), count: z.number() })),
  tasks: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      unitNames: names,
      state: taskState,
      cell: cellState,
      dueOn: z.string().nullable(),
      evidenceCount: z.number(),
    }),
  ),
  version: z.number().int(),
  abilities: z.record(z.string(), z.boolean()),
});
export type CampaignBoard = z.infer<typeof campaignBoard>;

export const getCampaignBoard = defineEndpoint({
  method: 'GET',
  path: '/api/campaigns/:id/board',
  summary: 'A campaign: days to its peak, its clauses, tasks by state, its own figures',
  access: 'session',
  params: id,
  response: campaignBoard,
  errors: ['platform.not_found'],
});
export const chooseCampaignClauses = defineEndpoint({
  method: 'PUT',
  path: '/api/campaigns/:id/clauses',
  summary: 'Choose the clauses that the campaign is about',
  access: 'session',
  params: id,
  body: z.object({ clauseIds: z.array(z.uuid()).min(1).max(100), version: z.number().int() }),
  response: campaignBoard,
  errors: ['platform.not_found', 'platform.not_permitted', 'platform.version_conflict', 'plan.clause_unknown'],
});
