import { Button, Modal } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DateText, useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Facts } from '../../../platform/ui/field.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type EventDetail, readDate, readEvent } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { lunarDayMonth, ruleWords, stitchOf, timeWords } from './calendar-words.ts';
import { ClashList } from './clash-list.tsx';
import { DateActions } from './date-actions.tsx';
import { EventForm } from './event-form.tsx';
import { withCalendarWords } from './history-words.ts';
import { useName } from './use-name.ts';

/** One date of an event, with the event. */
export function DatePage() {
  const { dateId = '' } = useParams({ strict: false }) as { dateId?: string };
  const event = useEndpoint(readDate, { params: { id: dateId } });
  return <QueryStates query={event}>{(data) => <Event event={data} />}</QueryStates>;
}

/** An event that has no date yet, or a series as a whole. */
export function EventPage() {
  const { eventId = '' } = useParams({ strict: false }) as { eventId?: string };
  const event = useEndpoint(readEvent, { params: { id: eventId } });
  return <QueryStates query={event}>{(data) => <Event event={data} />}</QueryStates>;
}

function Event({ event }: { readonly event: EventDetail }) {
  const t = useText('calendar');
  const nameOf = useName();
  const goTo = useGoTo();
  const [isEditing, setEditing] = useState(false);
  const { date, fields } = event;
  const title = nameOf(date?.titles ?? fields.titles);
  return (
    <Page
      title={title}
      width="text"
      lead={`${t(`kind.${fields.kind}`)} · ${nameOf(date?.unitNames ?? event.unitNames)}`}
      crumbs={[{ label: t('page.title'), path: '/calendar' }]}
      actions={
        <>
          {date === null ? null : <DateActions event={event} date={date} />}
          {event.abilities.edit === true ? <Button onClick={() => setEditing(true)}>{t('page.edit')}</Button> : null}
        </>
      }
    >
      {date === null ? null : <DateSummary date={date} />}
      <ClockWork event={event} />
      <ClashList clashes={event.clashes} />
      {fields.description === '' ? null : <p>{fields.description}</p>}
      <Section title={t('page.details')}>
        <EventFacts event={event} />
      </Section>
      {event.dates.length > 1 ? (
        <Section title={t('page.dates')} note={t('page.count', { count: event.dates.length })}>
          <ol className={styles.dates}>
            {event.dates.map((one) => (
              <li key={one.id}>
                <DeskLink
                  to="/calendar/dates/$dateId"
                  params={{ dateId: one.id }}
                  {...(one.id === date?.id ? { 'aria-current': 'page' as const } : {})}
                >
                  <DateText value={one.startsOn} />
                </DeskLink>
                <span>{t(`state.${one.state}`)}</span>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <Section title={t('page.history')}>
        <HistoryRows rows={withCalendarWords(event.history, t)} />
      </Section>
      <Modal
        opened={isEditing}
        onClose={() => setEditing(false)}
        title={t('page.edit')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        <EventForm
          key={event.version}
          event={event}
          onDone={(saved) => {
            setEditing(false);
            if (saved.id !== event.id) void goTo({ to: '/calendar/events/$eventId', params: { eventId: saved.id } });
          }}
        />
      </Modal>
    </Page>
  );
}

const workPages = { report: '/reports/new', document: '/documents/new', event: '/calendar/new' } as const;

/** What an open clock asks for leads to the page on which that is done. */
function ClockWork({ event }: { readonly event: EventDetail }) {
  const t = useText('calendar');
  if (event.work === null || event.abilities.hold !== true) return null;
  return (
    <div className={styles.work}>
      <p>{t('work.lead')}</p>
      <DeskLink to={workPages[event.work]}>{t(`work.${event.work}`)}</DeskLink>
    </div>
  );
}

function DateSummary({ date }: { readonly date: NonNullable<EventDetail['date']> }) {
  const t = useText('calendar');
  const time = timeWords(date);
  return (
    <div className={styles.summary}>
      <p>
        <StateChip state={stitchOf[date.state]} label={t(`state.${date.state}`)} />{' '}
        <b>
          <DateText value={date.startsOn} weekday />
          {date.endsOn === date.startsOn ? null : (
            <>
              {' – '}
              <DateText value={date.endsOn} />
            </>
          )}
        </b>
        {time === '' ? '' : `, ${time}`} · {t('page.lunar', { day: lunarDayMonth(date.lunar) })}
      </p>
      {date.reason === '' ? null : <p className={styles.meta}>{date.reason}</p>}
      {date.postponedToId === null || date.postponedToOn === null ? null : (
        <p>
          {t('page.postponed_to')}{' '}
          <DeskLink to="/calendar/dates/$dateId" params={{ dateId: date.postponedToId }}>
            <DateText value={date.postponedToOn} weekday />
          </DeskLink>
        </p>
      )}
    </div>
  );
}

function EventFacts({ event }: { readonly event: EventDetail }) {
  const t = useText('calendar');
  const nameOf = useName();
  const format = useDateFormat();
  const { date, fields } = event;
  const place = [date?.place ?? fields.place, event.placeUnitNames ? nameOf(event.placeUnitNames) : '']
    .filter(Boolean)
    .join(' · ');
  const audience = [date?.audienceCount === null || date === null ? '' : String(date.audienceCount), date?.audienceNote]
    .filter(Boolean)
    .join(' · ');
  const facts: [string, ReactNode][] = [
    [t('form.rule'), ruleWords(fields.rule, t, format)],
    [t('form.place'), place],
    [t('form.audience'), fields.audience === null ? '' : t(`audience.${fields.audience}`)],
    [t('form.audience_count'), audience],
    [t('form.since'), fields.sinceYear === null ? '' : String(fields.sinceYear)],
    [t('form.days_off'), event.daysOff === null ? '' : String(event.daysOff)],
    [t('form.clause'), event.clause === null ? '' : `${event.clause.path} ${event.clause.title}`],
    [t('form.valid_from'), event.validFrom === null ? '' : format(event.validFrom)],
    [t('form.valid_to'), event.validTo === null ? '' : format(event.validTo)],
    [t('form.evidence'), t(`evidence.${fields.evidence.replace(' ', '_')}`)],
    [t('form.source'), fields.source],
    [t('form.note'), fields.note],
  ];
  return <Facts items={facts.filter(([, value]) => value !== '')} />;
}
