import { listNotifications } from '../../modules/notifications/notifications.contract.ts';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { Icon } from '../../platform/ui/icons.tsx';
import { useEndpoint } from '../../platform/ui/use-endpoint.ts';
import { useText } from '../../platform/ui/use-text.ts';
import styles from './user-menu.module.css';

/** How many notifications are unread, asked once a minute; the list is a page of its own. */
export function Bell() {
  const t = useText('platform');
  const list = useEndpoint(listNotifications, { query: { page: 1 } }, { refetchInterval: 60_000 });
  const unread = list.data?.unread ?? 0;
  return (
    <DeskLink to="/notifications" className={styles.bell}>
      <Icon name="bell" />
      <span className="visually-hidden">{t('shell.notifications')}</span>
      {unread === 0 ? null : (
        <>
          <span className={styles.unread} aria-hidden="true">
            {unread > 99 ? '99' : unread}
          </span>
          <span className="visually-hidden">: {t('shell.unread', { count: unread })}</span>
        </>
      )}
    </DeskLink>
  );
}
