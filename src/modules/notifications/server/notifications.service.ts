import type { Context } from '../../../platform/context.ts';
import { signInRequired } from '../../../platform/errors/errors.ts';
import { countUnread, readNotifications } from './notifications.read-model.ts';
import { markRead } from './notifications.repository.ts';

export async function listOwnNotifications(context: Context, input: { page: number }) {
  return readNotifications(context.db, { personId: personOf(context), page: input.page });
}

/** A person marks the own rows only; reading a message is not history, so no audit row is written. */
export async function markOwnNotificationsRead(context: Context, input: { ids?: readonly string[] | undefined }) {
  const personId = personOf(context);
  await markRead(context.db, { personId, ids: input.ids ?? null, at: context.clock.now() });
  return { unread: await countUnread(context.db, personId) };
}

function personOf(context: Context): string {
  if (!context.actor.personId) throw signInRequired();
  return context.actor.personId;
}
