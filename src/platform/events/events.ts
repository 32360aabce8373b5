import type { z } from 'zod';
import type { Context } from '../context.ts';
import { newId } from '../ids/ids.ts';
import type { JobHandler } from '../jobs/job-handler.ts';
import { defineJob, type JobDefinition } from '../jobs/job-queue.ts';

export interface EventDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: Payload;
}

export interface EventHandler {
  readonly event: EventDefinition;
  readonly job: JobDefinition;
  readonly handler: JobHandler;
}

export function defineEvent<Payload extends z.ZodType>(event: EventDefinition<Payload>): EventDefinition<Payload> {
  return event;
}

/** Subscribes `name` (unique, `plan.record_evidence`) to an event. It must be safe to run twice. */
export function handleEvent<Payload extends z.ZodType>(
  event: EventDefinition<Payload>,
  name: string,
  run: (context: Context, payload: z.infer<Payload>) => Promise<void>,
): EventHandler {
  const job = defineJob({ id: name, schema: event.schema, retryLimit: 10, schedule: null });
  return { event, job, handler: { job, run: (context, data) => run(context, event.schema.parse(data)) } };
}

/** Writes the event into the outbox and enqueues its handlers, in the transaction of the change. */
export async function emitEvent<Payload extends z.ZodType>(
  context: Context,
  event: EventDefinition<Payload>,
  payload: z.infer<Payload>,
): Promise<void> {
  const now = context.clock.now();
  await context.db
    .insertInto('outbox_event')
    .values({ id: newId(now.getTime()), name: event.name, payload: JSON.stringify(payload), created_at: now })
    .execute();
  for (const job of context.jobs.subscribersOf(event.name)) await context.jobs.enqueue(context, job, payload);
}
