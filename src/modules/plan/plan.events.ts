import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** A person confirmed the plan: its tasks have been sent. */
export const planConfirmed = defineEvent({ name: 'plan.confirmed', schema: z.object({ planId: z.uuid() }) });

/** A task moved from one state to another. */
export const taskMoved = defineEvent({
  name: 'plan.task_moved',
  schema: z.object({ taskId: z.uuid(), unitId: z.string(), action: z.string(), from: z.string(), to: z.string() }),
});

/** Evidence was handed in and waits for a second person. */
export const evidenceHandedIn = defineEvent({
  name: 'plan.evidence_handed_in',
  schema: z.object({ evidenceId: z.uuid(), clauseId: z.uuid(), unitId: z.string() }),
});
