import type { Context } from '../../../platform/context.ts';
import { countFailedMails } from '../../../platform/mail/mail-queue.repository.ts';
import { readMailSettings } from '../../../platform/mail/mail-settings.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { loadMailTexts } from './notice-mail.ts';
import { mayAdministerNotifications } from './notifications.policy.ts';

const lookBack = 7 * 86_400_000;

/** What waits for the administrator: a mail server to set, mails that the server did not take this week. */
export async function mailHomeItems(context: Context): Promise<readonly HomeItem[]> {
  if (!mayAdministerNotifications(context.actor)) return [];
  const texts = (await loadMailTexts())(context.actor.language);
  const item = { subtitle: texts('server.title'), link: '/administration/mail', dueOn: null };
  if ((await readMailSettings(context.db)) === null)
    return [
      {
        ...item,
        id: 'mail-not-set',
        group: 'later',
        kind: 'notifications.set_mail',
        title: texts('home.mail_not_set'),
      },
    ];
  const count = await countFailedMails(context.db, new Date(context.clock.now().getTime() - lookBack));
  if (count === 0) return [];
  const title = texts('home.mail_failed_title', { count });
  return [{ ...item, id: 'mail-failed', group: 'today', kind: 'notifications.mail_failed', title }];
}
