import { useTranslation } from 'react-i18next';
import type { LunarDate } from '../../platform/clock/lunar.ts';
import { dayOf, useDateFormat } from '../../platform/ui/date-text.tsx';
import { useText } from '../../platform/ui/use-text.ts';
import styles from './home-page.module.css';
import { useLunarDays } from './lunar-days.ts';

const dayLength = 86_400_000;

/** This week and the next, Monday first, with the days on which something falls due marked. */
export function TwoWeeks({
  days,
  daysOff,
}: {
  readonly days: readonly (string | null)[];
  readonly daysOff: readonly string[];
}) {
  const t = useText('platform');
  const format = useDateFormat();
  const { i18n } = useTranslation();
  const lunarOf = useLunarDays();
  const today = dayOf(new Date());
  const start = Date.parse(today) - ((new Date(today).getUTCDay() + 6) % 7) * dayLength;
  const shown = Array.from({ length: 14 }, (_, index) =>
    new Date(start + index * dayLength).toISOString().slice(0, 10),
  );
  const weekday = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', {
    weekday: i18n.language === 'en' ? 'short' : 'narrow',
    timeZone: 'UTC',
  });
  const due = (day: string) => days.filter((one) => one === day).length;
  return (
    <section className={styles.weeks} aria-label={t('home.weeks')}>
      <h2>{t('home.weeks')}</h2>
      <ol>
        {shown.slice(0, 7).map((day) => (
          <li key={`name-${day}`} aria-hidden="true" className={styles.weekday}>
            {weekday.format(new Date(day))}
          </li>
        ))}
        {shown.map((day) => (
          <li
            key={day}
            className={styles.day}
            data-today={day === today}
            data-due={due(day) > 0}
            data-off={daysOff.includes(day)}
            {...(day === today ? { 'aria-current': 'date' as const } : {})}
          >
            <span aria-hidden="true">{Number(day.slice(8))}</span>
            <LunarDay lunar={lunarOf(day)} isNamed={day === today} />
            <span className="visually-hidden">
              {format(day)}
              {daysOff.includes(day) ? `, ${t('home.day_off')}` : ''}
              {due(day) > 0 ? `: ${t('home.count', { count: due(day) })}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The lunar day under the civil one; today and the first of a month with the month. */
function LunarDay({ lunar, isNamed }: { readonly lunar: LunarDate | null; readonly isNamed: boolean }) {
  if (lunar === null) return null;
  return (
    <small className={styles.lunar} aria-hidden="true">
      {isNamed || lunar.day === 1 ? `${lunar.day}/${lunar.month}` : lunar.day}
    </small>
  );
}
