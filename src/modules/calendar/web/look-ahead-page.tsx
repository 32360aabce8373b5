import { Button } from '@mantine/core';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { downloadLookAhead, listUndated, readLookAhead, writeLookAheadNotice } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { CalendarTabs } from './calendar-tabs.tsx';
import { ClashList, clashingIds } from './clash-list.tsx';
import { DateList } from './list-view.tsx';
import { useName } from './use-name.ts';

/** The days ahead, as a page and as a document, and the events whose day somebody must find. */
export function LookAheadPage() {
  const t = useText('calendar');
  const nameOf = useName();
  const ahead = useEndpoint(readLookAhead);
  const undated = useEndpoint(listUndated);
  const goTo = useGoTo();
  const notice = useEndpointMutation(writeLookAheadNotice, {
    invalidates: [],
    onSuccess: async ({ documentId }) => {
      await goTo({ to: '/documents/$documentId', params: { documentId } });
    },
  });
  return (
    <Page
      title={t('ahead.title')}
      crumbs={[{ label: t('page.title'), path: '/calendar' }]}
      lead={
        ahead.data === undefined ? undefined : (
          <>
            <DateText value={ahead.data.from} /> – <DateText value={ahead.data.to} />
          </>
        )
      }
      actions={
        <>
          <Button component="a" href={endpointUrl(downloadLookAhead)} download>
            {t('ahead.download')}
          </Button>
          {ahead.data?.abilities.write ? (
            <Button
              loading={notice.isPending}
              onClick={() => notice.mutate({ body: { documentId: newClientId(Date.now()) } })}
            >
              {t('ahead.write')}
            </Button>
          ) : null}
        </>
      }
    >
      <CalendarTabs />
      <FormError error={notice.error} />
      <QueryStates query={ahead} rows={8}>
        {({ from, dates, clashes, isMore }) => (
          <>
            {isMore ? <p className={styles.notice}>{t('ahead.is_more', { count: dates.length })}</p> : null}
            <ClashList clashes={clashes} />
            <DateList dates={dates} clashes={clashingIds(clashes)} today={from} />
          </>
        )}
      </QueryStates>
      <QueryStates query={undated}>
        {({ events }) =>
          events.length === 0 ? null : (
            <Section title={t('ahead.undated')} note={t('ahead.undated_note')}>
              <ul>
                {events.map((event) => (
                  <li key={event.id} className={styles.item}>
                    <div>
                      <h3>
                        <DeskLink to="/calendar/events/$eventId" params={{ eventId: event.id }}>
                          {nameOf(event.titles)}
                        </DeskLink>
                      </h3>
                      <p className={styles.meta}>
                        {[t(`kind.${event.kind}`), event.place, event.note, event.source].filter(Boolean).join(' · ')}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </QueryStates>
    </Page>
  );
}
