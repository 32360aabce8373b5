import { Button, Group, NativeSelect, Pagination } from '@mantine/core';
import { useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listNotifications, markNotificationsRead } from '../notifications.contract.ts';
import { NotificationRow } from './notification-row.tsx';
import styles from './notifications-page.module.css';

const pageSize = 30;
type List = EndpointOutput<typeof listNotifications>;

/** What this person has been told, newest first; nobody else sees it. */
export function NotificationsPage() {
  const t = useText('notifications');
  const [page, setPage] = useState(1);
  const [only, setOnly] = useState<'all' | 'unread'>('all');
  const list = useEndpoint(listNotifications, { query: { page, only } }, { keepPrevious: true });
  const mark = useEndpointMutation(markNotificationsRead, { invalidates: [listNotifications] });
  const actions =
    (list.data?.unread ?? 0) > 0 ? (
      <Button loading={mark.isPending} onClick={() => mark.mutate({ body: {} })}>
        {t('mark_read')}
      </Button>
    ) : undefined;
  return (
    <Page title={t('title')} lead={t('lead')} width="text" actions={actions}>
      <Group gap="sm" align="flex-end" justify="space-between">
        <NativeSelect
          label={t('show')}
          value={only}
          data={[
            { value: 'all', label: t('show_all') },
            { value: 'unread', label: t('show_unread') },
          ]}
          onChange={(event) => {
            setOnly(event.currentTarget.value === 'unread' ? 'unread' : 'all');
            setPage(1);
          }}
        />
        <DeskLink to="/notifications/preferences">{t('to_preferences')}</DeskLink>
      </Group>
      <QueryStates query={list}>
        {(data) => (
          <>
            <Rows data={data} only={only} onMark={(id, isRead) => mark.mutate({ body: { ids: [id], isRead } })} />
            {data.total > pageSize ? (
              <Pagination
                mt="md"
                total={Math.ceil(data.total / pageSize)}
                value={page}
                onChange={setPage}
                getControlProps={(control) => ({
                  'aria-label': t(control === 'next' || control === 'last' ? 'page_next' : 'page_previous'),
                })}
              />
            ) : null}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

function Rows({
  data,
  only,
  onMark,
}: {
  readonly data: List;
  readonly only: 'all' | 'unread';
  readonly onMark: (id: string, isRead: boolean) => void;
}) {
  const t = useText('notifications');
  if (data.notifications.length === 0)
    return only === 'unread' ? (
      <EmptyState title={t('empty_unread')} />
    ) : (
      <EmptyState title={t('empty')} text={t('empty_text')} />
    );
  return (
    <ul className={styles.list}>
      {data.notifications.map((one) => (
        <NotificationRow key={one.id} notification={one} onMark={(isRead) => onMark(one.id, isRead)} />
      ))}
    </ul>
  );
}
