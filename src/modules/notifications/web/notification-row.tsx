import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { DateText, useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { listNotifications } from '../notifications.contract.ts';
import { textKeyOf, wordsOf } from '../notifications.words.ts';
import styles from './notifications-page.module.css';

type Notification = EndpointOutput<typeof listNotifications>['notifications'][number];

/** `newsroom.returned` has its words at key `notification.returned` of the module `newsroom`. */
function useWords(): (notification: Notification) => string {
  const { i18n } = useTranslation();
  const t = useText('notifications');
  const formatDay = useDateFormat();
  return ({ kind, params }) => {
    const ns = kind.slice(0, kind.indexOf('.'));
    const values = wordsOf(params, { language: i18n.language, formatDay });
    const key = textKeyOf(kind, params);
    return i18n.exists(key, { ns, ...values }) ? (i18n.t(key, { ns, ...values }) as string) : t('changed');
  };
}

export function NotificationRow({
  notification,
  onMark,
}: {
  readonly notification: Notification;
  readonly onMark: (isRead: boolean) => void;
}) {
  const t = useText('notifications');
  const words = useWords()(notification);
  const isUnread = notification.readAt === null;
  const label = t(isUnread ? 'mark_one_read' : 'mark_one_unread');
  return (
    <li data-unread={isUnread}>
      <div className={styles.words}>
        <DeskLink to={notification.link} onClick={() => isUnread && onMark(true)}>
          {words}
        </DeskLink>
        <p className="note">
          <DateText value={notification.createdAt} time />
          {isUnread ? <span>, {t('unread')}</span> : null}
        </p>
      </div>
      <Button size="compact-sm" aria-label={`${label}: ${words}`} onClick={() => onMark(isUnread)}>
        {label}
      </Button>
    </li>
  );
}
