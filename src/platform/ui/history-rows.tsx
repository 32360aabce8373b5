import { useTranslation } from 'react-i18next';
import type { HistoryRow } from '../audit/history.contract.ts';
import { changesOf } from './history-changes.ts';
import { HistoryList } from './history-list.tsx';

/**
 * The history of a thing as the interface answers it. An action has its words in the module that owns the subject:
 * key `history.person.invite`; common verbs stand in the platform's texts under `action`, field names under `field`.
 */
export function HistoryRows({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const { i18n } = useTranslation();
  const namespaces = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {});
  const find = (keys: readonly string[], ns: readonly string[]): string | undefined => {
    for (const key of keys) if (i18n.exists(key, { ns: [...ns] })) return i18n.t(key, { ns: [...ns] }) as string;
    return undefined;
  };
  const actionName = (row: HistoryRow): string => {
    const plain = row.action.replace(/^[a-z_]+\./, '');
    return (
      find([`history.${row.subjectKind}.${plain}`], namespaces) ??
      find([`action.${plain}`], ['platform']) ??
      plain.replaceAll('_', ' ')
    );
  };
  return (
    <HistoryList
      entries={rows.map((row) => ({
        id: row.id,
        at: row.at,
        personName: row.actorName === '' ? null : row.actorName,
        action: actionName(row),
        reason: row.reason ?? null,
        changes: changesOf(row).map((change) => ({
          ...change,
          label: find([`field.${change.label}`], ['platform']) ?? change.label,
        })),
      }))}
    />
  );
}
