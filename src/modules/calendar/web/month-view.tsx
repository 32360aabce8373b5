import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CalendarDay, DateRow } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { byDay, dayAfterKey, weeksOf } from './calendar-range.ts';
import { lunarDayMonth, lunarShort } from './calendar-words.ts';
import { DateLink } from './date-link.tsx';

export interface GridProps {
  readonly label: string;
  readonly today: string;
  /** Days outside of this month are paler; null shows all alike. */
  readonly month: string | null;
  readonly days: readonly CalendarDay[];
  readonly dates: readonly DateRow[];
  readonly clashes: ReadonlySet<string>;
  /** Dates shown in a cell before the rest is counted. */
  readonly shown: number;
  /** The day of the address: where the keyboard begins. */
  readonly day: string;
  readonly onMore: (day: string) => void;
  /** A key led out of the days that are shown. */
  readonly onDay: (day: string) => void;
  /** Enter on an empty day; null for who enters nothing. */
  readonly onEnter: ((day: string) => void) | null;
}

/**
 * Weeks as rows from Monday, the lunar day under the solar one. For a week it is one tall row. One day is in the order of
 * Tab, with what lies on it; arrows, Home, End, Page up and Page down go to others, Enter opens, Escape leads back to the day.
 */
export function DayGrid(props: GridProps) {
  const { label, days, dates } = props;
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en-GB' : 'vi-VN';
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  const lying = byDay(dates, { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' });
  const keys = useGridKeys(props);
  return (
    <table
      ref={keys.table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: days are moved through as in the grid pattern of WAI-ARIA
      role="grid"
      className={styles.grid}
      data-rows={days.length > 7 ? 'many' : 'one'}
      onKeyDown={keys.onKey}
    >
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {days.slice(0, 7).map(({ day }) => (
            <th key={day} scope="col">
              <span className={styles.longName}>{weekday.format(new Date(day))}</span>
              <span className={styles.shortName} aria-hidden="true">
                {short.format(new Date(day))}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell
                key={day.day}
                {...props}
                one={day}
                lying={lying.get(day.day) ?? []}
                isActive={day.day === keys.active}
                onFocus={() => keys.setActive(day.day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which day the keyboard stands on, and where a key leads. */
function useGridKeys({ days, day, onDay, onEnter }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setActive] = useState(day);
  const isShown = (one: string) => days.some((each) => each.day === one);
  const active = isShown(chosen) ? chosen : isShown(day) ? day : (days[0]?.day ?? day);
  // The day to which a key led, until it can be focused: its month may have to come first.
  const wanted = useRef<string | null>(null);
  const focusWanted = useCallback(() => {
    const cell =
      wanted.current === null ? null : table.current?.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  }, []);
  useEffect(focusWanted);
  const open = (cell: HTMLElement) => {
    const links = [...cell.querySelectorAll<HTMLAnchorElement>('a')];
    if (links.length > 1) links[0]?.focus();
    else if (links[0]) links[0].click();
    else onEnter?.(active);
  };
  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const cell = event.target.closest<HTMLElement>('td');
    if (!cell) return;
    const next = dayAfterKey(event.key, active);
    if (next !== null) {
      event.preventDefault();
      wanted.current = next;
      setActive(next);
      if (isShown(next)) focusWanted();
      else onDay(next);
    } else if (event.key === 'Escape' && event.target !== cell) cell.focus();
    else if (event.key === 'Enter' && event.target === cell) {
      event.preventDefault();
      open(cell);
    }
  };
  return { table, active, setActive, onKey };
}

function DayCell({
  one: day,
  lying,
  today,
  month,
  clashes,
  shown,
  onMore,
  isActive,
  onFocus,
}: GridProps & { one: CalendarDay; lying: DateRow[]; isActive: boolean; onFocus: () => void }) {
  const t = useText('calendar');
  const format = useDateFormat();
  const isHoliday = lying.some((date) => date.kind === 'holiday' && date.state !== 'cancelled');
  const rest = lying.length - shown;
  return (
    <td
      data-day={day.day}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      data-today={day.day === today}
      data-outside={month !== null && !day.day.startsWith(month)}
      data-holiday={isHoliday}
      {...(day.day === today ? { 'aria-current': 'date' as const } : {})}
    >
      <p className={styles.dayHead}>
        <span className={styles.solar}>
          <span aria-hidden="true">{Number(day.day.slice(8))}</span>
          <span className="visually-hidden">{format(day.day)}</span>
        </span>
        {day.lunar === null ? null : (
          <span className={styles.lunar} data-first={day.lunar.day === 1 || day.lunar.day === 15}>
            <span aria-hidden="true">{lunarShort(day.lunar)}</span>
            <span className="visually-hidden">{t('page.lunar', { day: lunarDayMonth(day.lunar) })}</span>
          </span>
        )}
      </p>
      <ul>
        {lying.slice(0, rest === 1 ? shown + 1 : shown).map((date) => (
          <li key={date.id}>
            <DateLink date={date} clashes={clashes} tabIndex={isActive ? 0 : -1} />
          </li>
        ))}
      </ul>
      {rest > 1 ? (
        <button type="button" className={styles.more} tabIndex={isActive ? 0 : -1} onClick={() => onMore(day.day)}>
          {t('page.more', { count: rest })}
          <span className="visually-hidden">: {format(day.day)}</span>
        </button>
      ) : null}
    </td>
  );
}
