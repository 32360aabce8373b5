import { z } from 'zod';

/** One row of the history of a thing, as the desk shows it. */
export const historyRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
});
export type HistoryRow = z.infer<typeof historyRow>;
