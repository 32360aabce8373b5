import { z } from 'zod';
import type { Context } from '../context.ts';
import { handleJob, type JobHandler } from '../jobs/job-handler.ts';
import { defineJob } from '../jobs/job-queue.ts';

/** What a module erases once it is no longer needed (Luật 91/2025/QH15: personal data are kept as long as their purpose). */
export interface RetentionRule {
  /** `module.what`, for the log. */
  readonly name: string;
  readonly keepDays: number;
  /** Erases what ended before the instant and answers how many rows went; safe to run again. */
  erase(context: Context, before: Date): Promise<number>;
}

const applyRetention = defineJob({
  id: 'platform.apply_retention',
  schema: z.object({}),
  retryLimit: 3,
  // At night, when nobody waits for the database.
  schedule: '20 2 * * *',
});

/** Runs every rule each night. One that fails does not keep the others from running; the job is then tried again. */
export function handleRetention(
  rules: readonly RetentionRule[],
  log: (level: 'info' | 'error', message: string, error?: unknown) => void,
): JobHandler {
  return handleJob(applyRetention, async (context) => {
    const failures: unknown[] = [];
    for (const rule of rules) {
      try {
        const before = new Date(context.clock.now().getTime() - rule.keepDays * 86_400_000);
        const count = await rule.erase(context, before);
        if (count > 0) log('info', `${rule.name}: đã xóa ${count} dòng hết hạn lưu / ${count} expired rows erased`);
      } catch (error) {
        log('error', rule.name, error);
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'retention');
  });
}
