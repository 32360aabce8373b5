import { DateText, dayOf } from '../../platform/ui/date-text.tsx';
import styles from './shell.module.css';

/** The day in the department's zone. Only shown, never decided upon: deadlines are counted on the server. */
export function Today() {
  return (
    <p className={styles.today}>
      <DateText value={dayOf(new Date())} weekday />
    </p>
  );
}
