import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DateRow } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { stitchOf, titleWithYears } from './calendar-words.ts';
import { useName } from './use-name.ts';

/** One date in a cell of the calendar: shape of its state, hour, title. */
export function DateLink({
  date,
  clashes,
  tabIndex,
}: {
  readonly date: DateRow;
  readonly clashes: ReadonlySet<string>;
  readonly tabIndex: 0 | -1;
}) {
  const t = useText('calendar');
  const nameOf = useName();
  const state = t(`state.${date.state}`);
  return (
    <DeskLink
      to="/calendar/dates/$dateId"
      params={{ dateId: date.id }}
      className={styles.date}
      tabIndex={tabIndex}
      data-state={date.state}
      data-kind={date.kind}
      data-clash={clashes.has(date.id)}
    >
      <Stitch state={stitchOf[date.state]} size={10} title={state} />
      <span>
        {date.startTime === null ? null : <b>{date.startTime} </b>}
        {titleWithYears(date, nameOf(date.titles), t)}
        {clashes.has(date.id) ? <span className="visually-hidden">, {t('page.clashes')}</span> : null}
      </span>
    </DeskLink>
  );
}
