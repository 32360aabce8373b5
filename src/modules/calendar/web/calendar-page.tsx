import { Button, NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayOf, useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Icon } from '../../../platform/ui/icons.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { ViewSwitch } from '../../../platform/ui/view-switch.tsx';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { eventKind, readRange } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { type CalendarView, calendarViews, rangeOf, step } from './calendar-range.ts';
import { CalendarTabs } from './calendar-tabs.tsx';
import { ClashList, clashingIds } from './clash-list.tsx';
import { DateList } from './list-view.tsx';
import { DayGrid } from './month-view.tsx';
import { useName } from './use-name.ts';
import { YearView } from './year-view.tsx';

interface Search {
  readonly view?: string;
  readonly day?: string;
  readonly unit?: string;
  readonly kind?: string;
}

/** Month, week, list or year; where one stands is in the address. A narrow window begins with the list. */
export function CalendarPage() {
  const t = useText('calendar');
  const goTo = useGoTo();
  const nameOf = useName();
  const search = useSearch({ strict: false }) as Search;
  const today = dayOf(new Date());
  const day = /^\d{4}-\d{2}-\d{2}$/.test(search.day ?? '') ? (search.day ?? today) : today;
  const isNarrow = window.matchMedia('(max-width: 900px)').matches;
  const view = calendarViews.find((one) => one === search.view) ?? (isNarrow ? 'list' : 'month');
  const kind = eventKind.options.find((one) => one === search.kind);
  const range = rangeOf(view, day);
  const units = useEndpoint(listUnits);
  const calendar = useEndpoint(
    readRange,
    {
      query: {
        ...range,
        show: view === 'year' ? 'counts' : 'dates',
        ...(search.unit ? { unitId: search.unit } : {}),
        ...(kind ? { kind } : {}),
      },
    },
    { keepPrevious: true },
  );
  const mayCreate = (calendar.data?.createInUnitIds.length ?? 0) > 0;
  const show = (change: Partial<Search>) => void goTo({ to: '/calendar', search: { ...search, view, day, ...change } });
  return (
    <Page
      title={t('page.title')}
      actions={
        mayCreate ? (
          <Button variant="filled" onClick={() => void goTo({ to: '/calendar/new', search: { day } })}>
            {t('page.add')}
          </Button>
        ) : null
      }
    >
      <CalendarTabs />
      <div className={styles.bar}>
        <RangeSteps view={view} day={day} onStep={(next) => show({ day: next })} />
        <ViewSwitch
          label={t('page.views')}
          views={calendarViews.map((one) => ({ value: one, label: t(`view.${one}`) }))}
          value={view}
          onChange={(one) => show({ view: one })}
        />
        <NativeSelect
          aria-label={t('page.unit')}
          value={search.unit ?? ''}
          onChange={(event) => show({ unit: event.currentTarget.value })}
          data={[
            { value: '', label: t('page.all_units') },
            ...(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: nameOf(unit.names) })),
          ]}
        />
        <NativeSelect
          aria-label={t('page.kind')}
          value={kind ?? ''}
          onChange={(event) => show({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('page.all_kinds') },
            ...eventKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
      </div>
      <QueryStates query={calendar} rows={8}>
        {({ days, dates, counts, clashes, isMore }) => {
          const clashing = clashingIds(clashes);
          const grid = {
            today,
            days,
            dates,
            clashes: clashing,
            day,
            onMore: (one: string) => show({ view: 'week', day: one }),
            onDay: (one: string) => show({ day: one }),
            onEnter: mayCreate ? (one: string) => void goTo({ to: '/calendar/new', search: { day: one } }) : null,
          };
          return (
            <>
              {isMore ? <p className={styles.notice}>{t('page.is_more')}</p> : null}
              <ClashList clashes={clashes} />
              {view === 'month' ? (
                <DayGrid {...grid} label={t('view.month')} month={day.slice(0, 7)} shown={3} />
              ) : null}
              {view === 'week' ? <DayGrid {...grid} label={t('view.week')} month={null} shown={12} /> : null}
              {view === 'list' ? <DateList dates={dates} clashes={clashing} today={today} /> : null}
              {view === 'year' ? <YearView year={day.slice(0, 4)} today={today} days={days} counts={counts} /> : null}
            </>
          );
        }}
      </QueryStates>
      <p className={styles.foot}>
        <DeskLink to="/calendar/look-ahead">{t('ahead.undated_link')}</DeskLink>
        {' · '}
        <DeskLink to="/stories/occasions">{t('page.write_about')}</DeskLink>
      </p>
    </Page>
  );
}

function RangeSteps({
  view,
  day,
  onStep,
}: {
  readonly view: CalendarView;
  readonly day: string;
  readonly onStep: (day: string) => void;
}) {
  const t = useText('calendar');
  const { i18n } = useTranslation();
  const format = useDateFormat();
  const { from, to } = rangeOf(view, day);
  const month = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
  const name =
    view === 'year'
      ? t('page.year', { year: day.slice(0, 4) })
      : view === 'week'
        ? `${format(from)} – ${format(to)}`
        : month;
  return (
    <div className={styles.steps}>
      <button type="button" aria-label={t('page.previous')} onClick={() => onStep(step(view, day, -1))}>
        <Icon name="chevronLeft" size={18} />
      </button>
      <button type="button" onClick={() => onStep(dayOf(new Date()))}>
        {t('page.today')}
      </button>
      <button type="button" aria-label={t('page.next')} onClick={() => onStep(step(view, day, 1))}>
        <Icon name="chevronRight" size={18} />
      </button>
      <p aria-live="polite">{name}</p>
    </div>
  );
}
