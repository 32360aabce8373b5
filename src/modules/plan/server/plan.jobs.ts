import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.ts';

/** Sends a request to the units that it has not reached. It may be killed and come again: the rows say how far it went. */
export const sendRequestJob = defineJob({
  id: 'plan.send_request',
  schema: z.object({ requestId: z.uuid() }),
  retryLimit: 10,
  schedule: null,
});
