import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.ts';

/** Only says "look": the delivery rows are the queue. It may be lost or doubled without harm; each minute it comes anyway. */
export const lookJob = defineJob({
  id: 'channels.look',
  schema: z.object({}).loose(),
  retryLimit: 2,
  schedule: '* * * * *',
});
