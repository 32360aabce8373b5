import { lunarYearName } from '../../platform/clock/lunar.ts';
import { litMoon } from '../../platform/clock/moon.ts';
import { DateText, dayOf } from '../../platform/ui/date-text.tsx';
import { useText } from '../../platform/ui/use-text.ts';
import { useLunarDays } from './lunar-days.ts';
import styles from './shell.module.css';

/** The day in the department's zone, by both calendars. Only shown, never decided upon: deadlines are counted on the server. */
export function Today() {
  const t = useText('platform');
  const lunarOf = useLunarDays();
  const today = dayOf(new Date());
  const lunar = lunarOf(today);
  const lit = lunar === null ? null : litMoon(lunar.day);
  return (
    <div className={styles.today}>
      {lunar === null ? null : (
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="9" className={styles.moon} />
          {lit === null ? null : <path className={styles.lit} d={lit} />}
        </svg>
      )}
      <p>
        <DateText value={today} weekday />
        {lunar === null ? null : (
          <span>{t('shell.lunar', { day: lunar.day, month: lunar.month, year: lunarYearName(lunar.year) })}</span>
        )}
      </p>
    </div>
  );
}
