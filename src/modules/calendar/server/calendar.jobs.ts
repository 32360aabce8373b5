import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.ts';

/** Once a day, before work begins: on the first of January the horizon moves by a year. */
export const writeOutDatesJob = defineJob({
  id: 'calendar.write_out_dates',
  schema: z.object({}),
  retryLimit: 3,
  schedule: '10 2 * * *',
});
