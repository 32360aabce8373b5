import type { z } from 'zod';
import type { Database } from '../database/tables.ts';

/** A kind of background work. Its handler stands apart, so that who enqueues does not load what runs. */
export interface JobDefinition<Data extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly schema: Data;
  readonly retryLimit: number;
  /** Cron in the department's zone; null when only enqueued. */
  readonly schedule: string | null;
}

/** Enqueues in the transaction of the change: the job exists exactly when the change does. */
export interface JobQueue {
  enqueue<Data extends z.ZodType>(
    context: { readonly db: Database },
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
