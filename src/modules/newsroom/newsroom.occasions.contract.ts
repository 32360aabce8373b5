import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const occasion = z.object({
  dateId: z.string(),
  kind: z.string(),
  titles: z.record(z.string(), z.string()),
  startsOn: z.string(),
  place: z.string(),
  unitId: z.string(),
  clauseId: z.string().nullable(),
  /** Years that an anniversary counts; null where the day reminds of none. */
  years: z.number().nullable(),
  isRound: z.boolean(),
});
export type Occasion = z.infer<typeof occasion>;

export const listOccasions = defineEndpoint({
  method: 'GET',
  path: '/api/stories/occasions',
  summary: 'Days ahead in the calendar about which no story has been begun; round anniversaries first',
  access: 'session',
  response: z.object({
    occasions: z.array(occasion),
    /** The person writes stories, and may begin one. */
    mayWrite: z.boolean(),
  }),
});
