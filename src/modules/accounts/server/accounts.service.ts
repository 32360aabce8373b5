import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { canAdminister } from './accounts.policy.ts';
import { accountHistoryDays } from './accounts.retention.ts';

/** A person changes the own name, post and language. */
export async function updateProfile(
  context: Context,
  input: { fullName: string; positionTitle: string; language: string; version: number },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const id = inside.actor.personId ?? '';
    const person = await inside.db.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!person) throw notFound();
    if (person.version !== input.version) throw versionConflict({ current: person.version });
    const after = { full_name: input.fullName, position_title: input.positionTitle, language: input.language };
    await inside.db
      .updateTable('person')
      .set({ ...after, version: person.version + 1 })
      .where('id', '=', id)
      .execute();
    const before = { full_name: person.full_name, position_title: person.position_title, language: person.language };
    await recordAudit(inside, {
      subjectKind: 'person',
      subjectId: id,
      action: 'update_profile',
      before,
      after,
      keepDays: accountHistoryDays,
    });
  });
}

/** Ends a person's sessions and refuses new ones. Nobody can disable the own account, so that an installation keeps an administrator. */
export async function disablePerson(context: Context, input: { id: string; reason: string }): Promise<void> {
  await inTransaction(context, async (inside) => {
    const person = await inside.db
      .selectFrom('person')
      .select('id')
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst();
    if (!person) throw notFound();
    if (!canAdminister(inside.actor, 'disable_person') || inside.actor.personId === input.id) throw notPermitted();
    await inside.db.updateTable('person').set({ disabled_at: inside.clock.now() }).where('id', '=', input.id).execute();
    await inside.db.deleteFrom('session').where('person_id', '=', input.id).execute();
    await recordAudit(inside, {
      subjectKind: 'person',
      subjectId: input.id,
      action: 'disable',
      reason: input.reason,
      keepDays: accountHistoryDays,
    });
  });
}
