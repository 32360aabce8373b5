import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** The receipt of a delivery has been checked: it stands out there. It counts as evidence by the rule of the plan module. */
export const deliveryVerified = defineEvent({
  name: 'channels.delivery_verified',
  schema: z.object({
    deliveryId: z.uuid(),
    channelId: z.string(),
    channelOwnerUnitId: z.string(),
    editionId: z.uuid(),
    storyId: z.uuid(),
    storyUnitId: z.string(),
    /** Content clauses confirmed on the story when it was delivered. */
    clauseIds: z.array(z.uuid()),
    publicUrl: z.string().nullable(),
    title: z.string(),
    language: z.string(),
    /** Day in the department's zone. */
    occurredOn: z.iso.date(),
  }),
});
