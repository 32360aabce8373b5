import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** A person confirmed the tree of clauses: the plan may be proposed from it. */
export const directiveConfirmed = defineEvent({
  name: 'directives.confirmed',
  schema: z.object({ directiveId: z.uuid(), proposesPlan: z.boolean().default(true) }),
});

/** A corrected edition took the place of a confirmed directive; clauses that are known again kept their ids. */
export const directiveCorrected = defineEvent({
  name: 'directives.corrected',
  schema: z.object({ directiveId: z.uuid(), addedClauseIds: z.array(z.uuid()) }),
});
