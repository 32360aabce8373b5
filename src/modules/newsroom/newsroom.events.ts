import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** An edition went live, or what is live of it changed: each channel that takes part gets a delivery of its own. */
export const editionLive = defineEvent({
  name: 'newsroom.edition_live',
  schema: z.object({
    editionId: z.uuid(),
    storyId: z.uuid(),
    revisionId: z.uuid(),
    manifestHash: z.string(),
    operation: z.enum(['create', 'update', 'correct', 'withdraw']),
  }),
});
