import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.ts';

/** Publishes what is due. It only says "look": the rows hold the times, and it comes each minute anyway. */
export const publishDueJob = defineJob({
  id: 'newsroom.publish_due',
  schema: z.object({}).loose(),
  retryLimit: 2,
  schedule: '* * * * *',
});
