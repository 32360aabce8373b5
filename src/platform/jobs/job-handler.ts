import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { JobDefinition } from './job-queue.ts';

export interface JobHandler {
  readonly job: JobDefinition;
  run(context: Context, data: unknown): Promise<void>;
}

/** Ties a job to what runs. It may run twice for one enqueueing: the work must bear that. */
export function handleJob<Data extends z.ZodType>(
  job: JobDefinition<Data>,
  run: (context: Context, data: z.infer<Data>) => Promise<void>,
): JobHandler {
  return { job, run: (context, data) => run(context, job.schema.parse(data)) };
}
