import { useTranslation } from 'react-i18next';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CalendarDay, DateRow } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { byDay, weeksOf } from './calendar-range.ts';
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
  readonly onMore: (day: string) => void;
}

/** Weeks as rows from Monday, the lunar day under the solar one. For a week it is one tall row. */
export function DayGrid(props: GridProps) {
  const { label, days, dates } = props;
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en-GB' : 'vi-VN';
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  const lying = byDay(dates, { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' });
  return (
    <table className={styles.grid} data-rows={days.length > 7 ? 'many' : 'one'}>
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
              <DayCell key={day.day} {...props} day={day} lying={lying.get(day.day) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  lying,
  today,
  month,
  clashes,
  shown,
  onMore,
}: GridProps & { day: CalendarDay; lying: DateRow[] }) {
  const t = useText('calendar');
  const format = useDateFormat();
  const isHoliday = lying.some((date) => date.kind === 'holiday' && date.state !== 'cancelled');
  const rest = lying.length - shown;
  return (
    <td
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
            <DateLink date={date} clashes={clashes} />
          </li>
        ))}
      </ul>
      {rest > 1 ? (
        <button type="button" className={styles.more} onClick={() => onMore(day.day)}>
          {t('page.more', { count: rest })}
          <span className="visually-hidden">: {format(day.day)}</span>
        </button>
      ) : null}
    </td>
  );
}
