import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { generatePassword, hashPassword } from './accounts.password.ts';
import { clearFailures } from './accounts.rate-limit.ts';

/** From the command line of the machine only: gives a new password, ends all sessions of the person, lifts the wait. */
export async function resetPassword(context: Context, input: { email: string }): Promise<string> {
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  const email = input.email.trim().toLowerCase();
  await inTransaction(context, async (inside) => {
    const person = await inside.db
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email))
      .returning('id')
      .executeTakeFirst();
    if (!person) throw notFound();
    await inside.db.deleteFrom('session').where('person_id', '=', person.id).execute();
    await clearFailures(inside, `person:${email}`);
    await recordAudit(inside, { subjectKind: 'person', subjectId: person.id, action: 'reset_password' });
  });
  return password;
}
