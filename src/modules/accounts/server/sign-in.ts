import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { wrongPassword } from './accounts.errors.ts';
import { verifyPassword } from './accounts.password.ts';
import { giveAttemptBack, takeAttempt } from './accounts.rate-limit.ts';
import { accountHistoryDays } from './accounts.retention.ts';
import { openSession } from './accounts.session.ts';

/** Checks the password and opens a session. A wrong one says nothing about whether the address exists. */
export async function signInPerson(
  context: Context,
  input: { email: string; password: string },
): Promise<{ personId: string; token: string; expiresAt: Date }> {
  const email = input.email.trim().toLowerCase();
  const key = `person:${email}`;
  await takeAttempt(context, key);
  const person = await context.db
    .selectFrom('person')
    .select(['id', 'full_name', 'language', 'password_hash', 'disabled_at'])
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst();
  const isRight = await verifyPassword(input.password, person?.password_hash ?? null);
  if (!person || !isRight || person.disabled_at) throw wrongPassword();
  await giveAttemptBack(context, key);
  const session = await openSession(context, person.id);
  const actor = { personId: person.id, name: person.full_name, language: person.language, grants: [] };
  await context.db
    .transaction()
    .execute((transaction) =>
      recordAudit(
        { ...context, db: transaction, actor },
        { subjectKind: 'person', subjectId: person.id, action: 'sign_in', keepDays: accountHistoryDays },
      ),
    );
  return { personId: person.id, ...session };
}
