import { useTranslation } from 'react-i18next';
import { dayOf, useDateFormat } from '../../platform/ui/date-text.tsx';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { Stitch } from '../../platform/ui/stitch.tsx';
import { type Text, useText } from '../../platform/ui/use-text.ts';
import type { HomeGroups } from './home-groups.ts';
import styles from './home-page.module.css';

type Item = HomeGroups[number]['items'][number];
const dayLength = 86_400_000;

/** How many days until that day: below zero is late. */
function daysUntil(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayOf(new Date()))) / dayLength);
}

function dueWords(days: number, t: Text, format: () => string): string {
  if (days < 0) return t('home.late_days', { count: -days });
  if (days === 0) return t('home.today');
  return days === 1 ? t('home.tomorrow') : t('home.due', { date: format() });
}

/** `plan.evidence_due` is named by key `home.evidence_due` of the module `plan`. */
function useActionName(kind: string): string {
  const t = useText('platform');
  const { i18n } = useTranslation();
  const dot = kind.indexOf('.');
  const [ns, key] = [kind.slice(0, dot), `home.${kind.slice(dot + 1)}`];
  return dot > 0 && i18n.exists(key, { ns }) ? (i18n.t(key, { ns }) as string) : t('home.open');
}

export function HomeItemRow({ item, isPrimary }: { readonly item: Item; readonly isPrimary: boolean }) {
  const t = useText('platform');
  const format = useDateFormat();
  const action = useActionName(item.kind);
  const days = item.dueOn === null ? null : daysUntil(item.dueOn);
  const isLate = item.group === 'overdue';
  return (
    <li className={styles.item} data-primary={isPrimary}>
      <Stitch state={isLate ? 'late' : item.group === 'later' ? 'idle' : 'running'} size={18} />
      <div>
        <h3>
          <DeskLink to={item.link} data-home-item>
            {item.title}
          </DeskLink>
        </h3>
        <p className={styles.meta}>{item.subtitle}</p>
      </div>
      <p className={styles.due} data-late={isLate}>
        {days === null || item.dueOn === null ? null : (
          <>
            <b>{dueWords(days, t, () => format(item.dueOn ?? ''))}</b>
            {days <= 1 ? <span>{t('home.due', { date: format(item.dueOn) })}</span> : null}
          </>
        )}
      </p>
      <DeskLink to={item.link} className={styles.action} tabIndex={-1} aria-label={`${action}: ${item.title}`}>
        {action}
      </DeskLink>
    </li>
  );
}
