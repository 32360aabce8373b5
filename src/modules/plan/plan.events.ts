import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** A person confirmed the plan: its tasks have been sent. */
export const planConfirmed = defineEvent({ name: 'plan.confirmed', schema: z.object({ planId: z.uuid() }) });

/** A task moved from one state to another, or was asked about. `version`: of the task after the step. */
export const taskMoved = defineEvent({
  name: 'plan.task_moved',
  schema: z.object({
    taskId: z.uuid(),
    unitId: z.string(),
    action: z.string(),
    from: z.string(),
    to: z.string(),
    version: z.number().int(),
    /** The day of the step in the department, and who took it. */
    on: z.iso.date(),
    personId: z.uuid().nullable(),
  }),
});

/** A letter was written that urges a unit with what is open. */
export const unitUrged = defineEvent({
  name: 'plan.unit_urged',
  schema: z.object({
    requestId: z.uuid(),
    unitId: z.string(),
    unitNames: z.record(z.string(), z.string()),
    tasks: z.number().int(),
    on: z.iso.date(),
    personId: z.uuid().nullable(),
  }),
});

/** A second person accepted evidence or returned it. `version`: of the evidence after that. */
export const evidenceJudged = defineEvent({
  name: 'plan.evidence_judged',
  schema: z.object({
    evidenceId: z.uuid(),
    taskId: z.uuid(),
    verdict: z.enum(['accepted', 'returned']),
    version: z.number().int(),
    on: z.iso.date(),
    personId: z.uuid().nullable(),
    handedInBy: z.uuid().nullable(),
  }),
});

/** Evidence was handed in and waits for a second person. */
export const evidenceHandedIn = defineEvent({
  name: 'plan.evidence_handed_in',
  schema: z.object({ evidenceId: z.uuid(), clauseId: z.uuid(), unitId: z.string() }),
});
