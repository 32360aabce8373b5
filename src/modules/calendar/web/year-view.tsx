import { useTranslation } from 'react-i18next';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CalendarDay, DayCount } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { lunarDayMonth, lunarShort } from './calendar-words.ts';

/** Twelve months; a day on which something lies bears a mark, and leads to its week. */
export function YearView({
  year,
  today,
  days,
  counts,
}: {
  readonly year: string;
  readonly today: string;
  readonly days: readonly CalendarDay[];
  readonly counts: readonly DayCount[];
}) {
  const { i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', { month: 'long', timeZone: 'UTC' });
  const lying = new Map(counts.map((one) => [one.day, one]));
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return (
    <div className={styles.year}>
      {months.map((month) => (
        <section key={month}>
          <h2>
            <DeskLink to="/calendar" search={{ view: 'month', day: `${month}-01` }}>
              {name.format(new Date(`${month}-01`))}
            </DeskLink>
          </h2>
          <ol>
            {days
              .filter(({ day }) => day.startsWith(month))
              .map((day) => (
                <YearDay key={day.day} day={day} lying={lying.get(day.day) ?? null} today={today} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function YearDay({
  day,
  lying,
  today,
}: {
  readonly day: CalendarDay;
  readonly lying: DayCount | null;
  readonly today: string;
}) {
  const t = useText('calendar');
  const format = useDateFormat();
  const isHoliday = lying?.isHoliday === true;
  const words = `${format(day.day)}, ${t('page.lunar', { day: lunarDayMonth(day.lunar) })}`;
  const place = (new Date(day.day).getUTCDay() + 6) % 7;
  const marks = { 'data-today': day.day === today, 'data-holiday': isHoliday };
  const column = { 'data-column': day.day.endsWith('-01') ? place + 1 : undefined };
  if (lying === null)
    return (
      <li {...column}>
        <span {...marks} title={words}>
          {Number(day.day.slice(8))}
          <small>{lunarShort(day.lunar)}</small>
        </span>
      </li>
    );
  return (
    <li {...column}>
      <DeskLink to="/calendar" search={{ view: 'week', day: day.day }} title={words} {...marks} data-due="true">
        <span className="visually-hidden">{`${words}: ${t('page.count', { count: lying.count })}`}</span>
        <span aria-hidden="true">
          {Number(day.day.slice(8))}
          <small>{lunarShort(day.lunar)}</small>
        </span>
      </DeskLink>
    </li>
  );
}
