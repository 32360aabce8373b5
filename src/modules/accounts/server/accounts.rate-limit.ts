import type { Context } from '../../../platform/context.ts';
import { tooManyAttempts } from './accounts.errors.ts';

/** After five wrong passwords each further one doubles the wait: 30 s, 1 min … at most 15 min. Pure. */
export function waitAfterFailures(failures: number): number {
  if (failures < 5) return 0;
  return Math.min(30_000 * 2 ** (failures - 5), 900_000);
}

/** Throws while the key (an address, or a network) must wait; tells the seconds. */
export async function checkMaySignIn(context: Context, key: string): Promise<void> {
  const row = await context.db.selectFrom('sign_in_attempt').selectAll().where('key', '=', key).executeTakeFirst();
  const waitMs = (row?.blocked_until?.getTime() ?? 0) - context.clock.now().getTime();
  if (waitMs > 0) throw tooManyAttempts({ seconds: Math.ceil(waitMs / 1000) });
}

export async function recordFailure(context: Context, key: string): Promise<void> {
  const now = context.clock.now();
  const row = await context.db
    .insertInto('sign_in_attempt')
    .values({ key, failures: 1, blocked_until: null, last_failure_at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ failures: eb('sign_in_attempt.failures', '+', 1), last_failure_at: now })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  const wait = waitAfterFailures(row.failures);
  if (wait === 0) return;
  await context.db
    .updateTable('sign_in_attempt')
    .set({ blocked_until: new Date(now.getTime() + wait) })
    .where('key', '=', key)
    .execute();
}

export async function clearFailures(context: Context, key: string): Promise<void> {
  await context.db.deleteFrom('sign_in_attempt').where('key', '=', key).execute();
}
