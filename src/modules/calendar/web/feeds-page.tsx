import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { createFeed, type Feed, listFeeds, revokeFeed, rotateFeed } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { CalendarTabs } from './calendar-tabs.tsx';
import { useName } from './use-name.ts';

/** Secret addresses by which other programs show the calendar. An address is shown once. */
export function FeedsPage() {
  const t = useText('calendar');
  const nameOf = useName();
  const feeds = useEndpoint(listFeeds);
  const units = useEndpoint(listUnits);
  const [unitId, setUnitId] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const shown = { invalidates: [listFeeds], onSuccess: (made: { address: string }) => setAddress(made.address) };
  const create = useEndpointMutation(createFeed, shown);
  const rotate = useEndpointMutation(rotateFeed, shown);
  return (
    <Page
      title={t('feeds.title')}
      width="text"
      lead={t('feeds.lead')}
      crumbs={[{ label: t('page.title'), path: '/calendar' }]}
    >
      <CalendarTabs />
      <QueryStates query={feeds}>
        {(data) => (
          <div className={styles.stack}>
            <div className={styles.row}>
              <NativeSelect
                label={t('feeds.of')}
                value={unitId}
                data={[
                  { value: '', label: t('feeds.mine') },
                  ...(units.data?.units ?? [])
                    .filter((unit) => data.unitIds.includes(unit.id))
                    .map((unit) => ({ value: unit.id, label: nameOf(unit.names) })),
                ]}
                onChange={(event) => setUnitId(event.currentTarget.value)}
              />
              <Button
                variant="filled"
                loading={create.isPending}
                onClick={() => create.mutate({ body: { unitId: unitId === '' ? null : unitId } })}
              >
                {t('feeds.create')}
              </Button>
            </div>
            <FormError error={create.error ?? rotate.error} />
            {address === null ? null : (
              <section aria-label={t('feeds.address')} role="status">
                <p>{t('feeds.shown_once')}</p>
                <code className={styles.address}>{address}</code>
              </section>
            )}
            <Section title={t('feeds.existing')}>
              {data.feeds.length === 0 ? <EmptyState title={t('feeds.none')} text={t('feeds.none_text')} /> : null}
              <ul>
                {data.feeds.map((feed) => (
                  <FeedItem
                    key={feed.id}
                    feed={feed}
                    onRotate={() => rotate.mutate({ params: { id: feed.id } })}
                    onRevoked={() => setAddress(null)}
                  />
                ))}
              </ul>
            </Section>
          </div>
        )}
      </QueryStates>
    </Page>
  );
}

function FeedItem({
  feed,
  onRotate,
  onRevoked,
}: {
  readonly feed: Feed;
  readonly onRotate: () => void;
  readonly onRevoked: () => void;
}) {
  const t = useText('calendar');
  const nameOf = useName();
  const [isAsked, setAsked] = useState(false);
  const revoke = useEndpointMutation(revokeFeed, {
    invalidates: [listFeeds],
    onSuccess: () => {
      setAsked(false);
      onRevoked();
    },
  });
  return (
    <li className={styles.item}>
      <div>
        <h3>{feed.unitNames === null ? t('feeds.mine') : nameOf(feed.unitNames)}</h3>
        <p className={styles.meta}>
          {t('feeds.made')} <DateText value={feed.createdAt} time />
          {' · '}
          {feed.lastReadAt === null ? (
            t('feeds.never_read')
          ) : (
            <>
              {t('feeds.last_read')} <DateText value={feed.lastReadAt} time />
            </>
          )}
        </p>
      </div>
      <div className={styles.steps}>
        <button type="button" onClick={onRotate}>
          {t('feeds.rotate')}
        </button>
        <button type="button" onClick={() => setAsked(true)}>
          {t('feeds.revoke')}
        </button>
      </div>
      <ConfirmDialog
        opened={isAsked}
        title={t('feeds.revoke')}
        confirmLabel={t('feeds.revoke')}
        danger
        pending={revoke.isPending}
        error={revoke.error}
        onClose={() => setAsked(false)}
        onConfirm={() => revoke.mutate({ params: { id: feed.id } })}
      >
        <p>{t('feeds.revoke_text')}</p>
      </ConfirmDialog>
    </li>
  );
}
