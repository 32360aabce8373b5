import { forgetMails } from '../../../platform/mail/mail-queue.repository.ts';
import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { forgetNotifications } from './notifications.repository.ts';
import { readRules } from './reminder-rules.ts';

const unreadDays = 365;
const dayLength = 86_400_000;

/** How long read notifications stay is a setting, so the rules count the days themselves. */
export const notificationRetentionRules: readonly RetentionRule[] = [
  {
    name: 'notifications.notification',
    keepDays: 0,
    async erase({ db }, now) {
      const { keepReadDays } = await readRules(db);
      const ago = (days: number) => new Date(now.getTime() - days * dayLength);
      return forgetNotifications(db, {
        readBefore: ago(keepReadDays),
        writtenBefore: ago(Math.max(unreadDays, keepReadDays)),
      });
    },
  },
  {
    name: 'notifications.outgoing_mail',
    keepDays: 0,
    async erase({ db }, now) {
      const { keepReadDays } = await readRules(db);
      return forgetMails(db, new Date(now.getTime() - keepReadDays * dayLength));
    },
  },
];
