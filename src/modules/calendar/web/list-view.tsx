import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { EmptyState } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DateRow } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { lunarDayMonth, stitchOf, timeWords, titleWithYears } from './calendar-words.ts';
import { useName } from './use-name.ts';

/** Dates one under the other by day: what a phone shows first. */
export function DateList({
  dates,
  clashes,
  today,
}: {
  readonly dates: readonly DateRow[];
  readonly clashes: ReadonlySet<string>;
  readonly today: string;
}) {
  const t = useText('calendar');
  if (dates.length === 0) return <EmptyState title={t('page.empty')} text={t('page.empty_text')} />;
  const days = [...new Set(dates.map((date) => date.startsOn))];
  return (
    <ol className={styles.list}>
      {days.map((day) => {
        const lying = dates.filter((date) => date.startsOn === day);
        return (
          <li key={day} data-today={day === today}>
            <h2>
              <DateText value={day} weekday />
              <span>{t('page.lunar', { day: lunarDayMonth(lying[0]?.lunar ?? null) })}</span>
            </h2>
            <ul>
              {lying.map((date) => (
                <DateItem key={date.id} date={date} isClashing={clashes.has(date.id)} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function DateItem({ date, isClashing }: { readonly date: DateRow; readonly isClashing: boolean }) {
  const t = useText('calendar');
  const nameOf = useName();
  const where = [timeWords(date), nameOf(date.unitNames), date.place].filter(Boolean).join(' · ');
  return (
    <li className={styles.item} data-state={date.state}>
      <div>
        <h3>
          <DeskLink to="/calendar/dates/$dateId" params={{ dateId: date.id }}>
            {titleWithYears(date, nameOf(date.titles), t)}
          </DeskLink>
        </h3>
        <p className={styles.meta}>
          {t(`kind.${date.kind}`)} · {where}
          {date.endsOn === date.startsOn ? null : (
            <>
              {' · '}
              {t('page.until')} <DateText value={date.endsOn} />
            </>
          )}
        </p>
        {date.postponedToOn === null ? null : (
          <p className={styles.meta}>
            {t('page.postponed_to')} <DateText value={date.postponedToOn} />
          </p>
        )}
        {isClashing ? <p className={styles.clashWord}>{t('page.clashes')}</p> : null}
      </div>
      <StateChip state={stitchOf[date.state]} label={t(`state.${date.state}`)} />
    </li>
  );
}
