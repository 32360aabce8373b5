import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Clash } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { useName } from './use-name.ts';

/** What gets into each other's way, each with its reason. */
export function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  const t = useText('calendar');
  const nameOf = useName();
  if (clashes.length === 0) return null;
  return (
    <section className={styles.clashes} aria-label={t('page.clash_title')}>
      <h2>{t('page.clash_title')}</h2>
      <ul>
        {clashes.map(({ reason, day, one, other }) => (
          <li key={`${one.id} ${other.id}`}>
            <b>
              <DateText value={day} />, {t(`clash.${reason}`)}:
            </b>{' '}
            <DeskLink to="/calendar/dates/$dateId" params={{ dateId: one.id }}>
              {nameOf(one.titles)}
            </DeskLink>{' '}
            {t('page.and')}{' '}
            <DeskLink to="/calendar/dates/$dateId" params={{ dateId: other.id }}>
              {nameOf(other.titles)}
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function clashingIds(clashes: readonly Clash[]): ReadonlySet<string> {
  return new Set(clashes.flatMap(({ one, other }) => [one.id, other.id]));
}
