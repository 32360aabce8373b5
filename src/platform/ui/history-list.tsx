import type { ReactNode } from 'react';
import { DateText } from './date-text.tsx';
import styles from './history-list.module.css';
import { useText } from './use-text.ts';

export interface HistoryChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface HistoryEntry {
  readonly id: string;
  /** Instant in ISO form. */
  readonly at: string;
  /** Null: the system itself. */
  readonly personName: string | null;
  readonly action: ReactNode;
  readonly reason?: string | null;
  readonly changes?: readonly HistoryChange[];
}

/** Who, when, what, before and after; newest first, as the server gives it. */
export function HistoryList({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const t = useText('platform');
  if (entries.length === 0) return <p className="note">{t('history.empty')}</p>;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className={styles.line}>
            <b>{entry.personName ?? t('history.system')}</b> <span>{entry.action}</span>
          </p>
          <p className="note">
            <DateText value={entry.at} time />
          </p>
          {entry.reason === undefined || entry.reason === null || entry.reason === '' ? null : (
            <blockquote className={styles.reason}>{entry.reason}</blockquote>
          )}
          {entry.changes === undefined || entry.changes.length === 0 ? null : (
            <dl className={styles.changes}>
              {entry.changes.map((change) => (
                <div key={change.label}>
                  <dt>{change.label}</dt>
                  <dd>
                    {change.before === null ? null : (
                      <>
                        <del>{change.before}</del> <span aria-hidden="true">→</span>{' '}
                      </>
                    )}
                    <ins>{change.after ?? t('history.blank')}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
