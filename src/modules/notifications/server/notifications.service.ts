import type { Context } from '../../../platform/context.ts';
import { signInRequired } from '../../../platform/errors/errors.ts';
import { countUnread, readNotifications } from './notifications.read-model.ts';
import { markRead } from './notifications.repository.ts';

export async function listOwnNotifications(context: Context, input: { page: number; only: 'all' | 'unread' }) {
  personOf(context);
  return readNotifications(context.db, {
    actor: context.actor,
    page: input.page,
    onlyUnread: input.only === 'unread',
  });
}

/** A person marks the own rows only; reading a message is not history, so no audit row is written. */
export async function markOwnNotificationsRead(
  context: Context,
  input: { ids?: readonly string[] | undefined; isRead: boolean },
) {
  const personId = personOf(context);
  await markRead(context.db, { personId, ids: input.ids ?? null, isRead: input.isRead, at: context.clock.now() });
  return { unread: await countUnread(context.db, context.actor) };
}

export function personOf(context: Context): string {
  if (!context.actor.personId) throw signInRequired();
  return context.actor.personId;
}
