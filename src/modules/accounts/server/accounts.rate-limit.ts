import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { tooManyAttempts } from './accounts.errors.ts';

/** Wrong passwords before the first wait. An office or a mobile network shares one address, so it has more. */
const allowedOfPerson = 5;
const allowedOfNetwork = 50;
const forgottenAfter = 24 * 3_600_000;

/** After the allowed wrong passwords each further one doubles the wait: 30 s, 1 min … at most 15 min. Pure. */
export function waitAfterFailures(failures: number, allowed = allowedOfPerson): number {
  if (failures < allowed) return 0;
  return Math.min(30_000 * 2 ** (failures - allowed), 900_000);
}

/**
 * Counts an attempt of this person (`person:<address>`) and of the network as failed before the password is looked at, so
 * that guesses which come all at once do not slip past the count. Throws while one of them must wait; tells the seconds.
 */
export async function takeAttempt(outer: Context, personKey: string): Promise<void> {
  await inTransaction(outer, async (context) => {
    const now = context.clock.now();
    // In one order for all, so that two attempts never wait for each other.
    const limits = [
      ...networkKeyOf(context).map((key) => ({ key, allowed: allowedOfNetwork })),
      { key: personKey, allowed: allowedOfPerson },
    ];
    const counted: { key: string; failures: number; allowed: number }[] = [];
    for (const { key, allowed } of limits) {
      const row = await lockAttempts(context, key);
      const waitMs = (row.blocked_until?.getTime() ?? 0) - now.getTime();
      if (waitMs > 0) throw tooManyAttempts({ seconds: Math.ceil(waitMs / 1000) });
      const isForgotten = now.getTime() - row.last_failure_at.getTime() >= forgottenAfter;
      counted.push({ key, allowed, failures: (isForgotten ? 0 : row.failures) + 1 });
    }
    for (const { key, failures, allowed } of counted) {
      const wait = waitAfterFailures(failures, allowed);
      await context.db
        .updateTable('sign_in_attempt')
        .set({ failures, last_failure_at: now, blocked_until: wait === 0 ? null : new Date(now.getTime() + wait) })
        .where('key', '=', key)
        .execute();
    }
  });
}

/** The password was right: the person starts anew, and the network is as it was before this attempt. */
export async function giveAttemptBack(context: Context, personKey: string): Promise<void> {
  await clearFailures(context, personKey);
  for (const key of networkKeyOf(context))
    await context.db
      .updateTable('sign_in_attempt')
      .set((eb) => ({ failures: eb.fn<number>('greatest', [eb('failures', '-', 1), eb.lit(0)]), blocked_until: null }))
      .where('key', '=', key)
      .execute();
  const old = new Date(context.clock.now().getTime() - forgottenAfter);
  await context.db.deleteFrom('sign_in_attempt').where('last_failure_at', '<', old).execute();
}

export async function clearFailures(context: Context, key: string): Promise<void> {
  await context.db.deleteFrom('sign_in_attempt').where('key', '=', key).execute();
}

function networkKeyOf({ origin }: Context): string[] {
  return origin === null ? [] : [`network:${origin}`];
}

async function lockAttempts({ db, clock }: Context, key: string) {
  await db
    .insertInto('sign_in_attempt')
    .values({ key, failures: 0, blocked_until: null, last_failure_at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return db.selectFrom('sign_in_attempt').selectAll().where('key', '=', key).forUpdate().executeTakeFirstOrThrow();
}
