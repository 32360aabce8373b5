import type { z } from 'zod';
import type { Context } from '../context.ts';

/** A kind of background work. Its handler stands apart, so that who enqueues does not load what runs. */
export interface JobDefinition<Data extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly schema: Data;
  readonly retryLimit: number;
  /** Cron in the department's zone; null when only enqueued. */
  readonly schedule: string | null;
}

export interface JobHandler {
  readonly job: JobDefinition;
  run(context: Context, data: unknown): Promise<void>;
}

/** Enqueues in the transaction of the change: the job exists exactly when the change does. */
export interface JobQueue {
  enqueue<Data extends z.ZodType>(
    context: Context,
    job: JobDefinition<Data>,
    data: z.infer<Data>,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
  /** Names of the handlers that want this event; the outbox enqueues one job for each. */
  subscribersOf(eventName: string): readonly JobDefinition[];
}

export function defineJob<Data extends z.ZodType>(job: JobDefinition<Data>): JobDefinition<Data> {
  return job;
}

export function handleJob<Data extends z.ZodType>(
  job: JobDefinition<Data>,
  run: (context: Context, data: z.infer<Data>) => Promise<void>,
): JobHandler {
  return { job, run: (context, data) => run(context, job.schema.parse(data)) };
}
