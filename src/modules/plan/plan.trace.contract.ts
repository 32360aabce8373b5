import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { id, names, taskMode, taskState } from './plan.shapes.contract.ts';

/** What the units do for one clause, down to their own work: the lower end of the chain of documents. */
export const clauseWork = z.object({
  tasks: z.array(
    z.object({
      id: z.string(),
      unitNames: names,
      mode: taskMode,
      state: taskState,
      /** Accepted pieces of the unit for this clause. */
      evidence: z.number().int(),
      ownTasks: z.array(z.object({ id: z.string(), title: z.string(), state: z.enum(['open', 'done']) })),
    }),
  ),
  /** All tasks of the clause that the reader may see; the list holds the first 200. */
  total: z.number().int(),
});
export type ClauseWork = z.infer<typeof clauseWork>;

export const readClauseWork = defineEndpoint({
  method: 'GET',
  path: '/api/clauses/:id/work',
  summary: 'The tasks of a clause with the work that each unit put beneath its own',
  access: 'session',
  params: id,
  response: clauseWork,
});
