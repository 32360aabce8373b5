import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.ts';

const nothing = z.object({}).loose();

/** Looks for what is due, each half hour of the working day: whatever a run missed, the next one finds. */
export const followUpJob = defineJob({
  id: 'notifications.follow_up',
  schema: nothing,
  retryLimit: 3,
  schedule: '*/30 7-17 * * *',
});

/** Only says "look": the rows of outgoing_mail are the queue. */
export const sendMailJob = defineJob({
  id: 'notifications.send_mail',
  schema: nothing,
  retryLimit: 2,
  schedule: '* * * * *',
});
