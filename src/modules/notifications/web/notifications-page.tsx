import { Button, Pagination } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listNotifications, markNotificationsRead } from '../notifications.contract.ts';
import styles from './notifications-page.module.css';

type Notification = EndpointOutput<typeof listNotifications>['notifications'][number];
const pageSize = 30;

export function NotificationsPage() {
  const t = useText('notifications');
  const [page, setPage] = useState(1);
  const list = useEndpoint(listNotifications, { query: { page } }, { keepPrevious: true });
  const mark = useEndpointMutation(markNotificationsRead, { invalidates: [listNotifications] });
  const actions =
    (list.data?.unread ?? 0) > 0 ? (
      <Button loading={mark.isPending} onClick={() => mark.mutate({ body: {} })}>
        {t('mark_read')}
      </Button>
    ) : undefined;
  return (
    <Page title={t('title')} width="text" actions={actions}>
      <QueryStates query={list}>
        {(data) => (
          <>
            {data.notifications.length === 0 ? <EmptyState title={t('empty')} /> : null}
            <ul className={styles.list}>
              {data.notifications.map((one) => (
                <NotificationRow
                  key={one.id}
                  notification={one}
                  onOpen={() => one.readAt === null && mark.mutate({ body: { ids: [one.id] } })}
                />
              ))}
            </ul>
            {data.total > pageSize ? (
              <Pagination mt="md" total={Math.ceil(data.total / pageSize)} value={page} onChange={setPage} />
            ) : null}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

/** `newsroom.returned` has its words at key `notification.returned` of the module `newsroom`. */
function NotificationRow({
  notification,
  onOpen,
}: {
  readonly notification: Notification;
  readonly onOpen: () => void;
}) {
  const { i18n } = useTranslation();
  const t = useText('notifications');
  const dot = notification.kind.indexOf('.');
  const [ns, key] = [notification.kind.slice(0, dot), `notification.${notification.kind.slice(dot + 1)}`];
  const words = i18n.exists(key, { ns }) ? (i18n.t(key, { ns, ...notification.params }) as string) : t('changed');
  return (
    <li data-unread={notification.readAt === null}>
      <DeskLink to={notification.link} onClick={onOpen}>
        {words}
      </DeskLink>
      <p className="note">
        <DateText value={notification.createdAt} time />
        {notification.readAt === null ? <span>, {t('unread')}</span> : null}
      </p>
    </li>
  );
}
