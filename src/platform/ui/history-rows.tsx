import { useTranslation } from 'react-i18next';
import type { HistoryRow } from '../audit/history.contract.ts';
import { languageName } from '../i18n/language-name.ts';
import { formatDate } from './date-text.tsx';
import { changesOf } from './history-changes.ts';
import { HistoryList } from './history-list.tsx';
import { actionKeys, fieldKeys, valueKeys } from './history-words.ts';

/** As the program signs what it did by itself; the reader sees it in the own language. */
const systemName = 'Hệ thống';

/**
 * The history of a thing as the interface answers it. An action has its words in the module that owns the subject:
 * key `history.person.invite`; common verbs stand in the platform's texts under `action`, field names under `field`.
 * A value that is a code has its words in the owner's texts under the name of its field: `role.leader`, `state.signed`.
 */
export function HistoryRows({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const { i18n } = useTranslation();
  const namespaces = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {});
  const find = (keys: readonly string[], ns: readonly string[]): string | undefined => {
    for (const key of keys) if (i18n.exists(key, { ns: [...ns] })) return i18n.t(key, { ns: [...ns] }) as string;
    return undefined;
  };
  const ownersOf = (row: HistoryRow): string[] =>
    namespaces.filter((ns) =>
      [`history.${row.subjectKind}`, `action.${row.action}`].some(
        (key) => i18n.getResource(i18n.language, ns, key) !== undefined,
      ),
    );
  const actionName = (row: HistoryRow): string =>
    find(actionKeys(row), namespaces) ?? row.action.replace(/^[a-z_]+\./, '').replaceAll('_', ' ');
  const valueName = (row: HistoryRow, field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, { language: i18n.language });
    if (value === 'true' || value === 'false') return i18n.t(`history.${value}`, { ns: 'platform' }) as string;
    if (field === 'language') return languageName(value, i18n.language);
    return find(valueKeys(row, field, value), ownersOf(row)) ?? value;
  };
  return (
    <HistoryList
      entries={rows.map((row) => ({
        id: row.id,
        at: row.at,
        personName: row.actorName === '' || row.actorName === systemName ? null : row.actorName,
        action: actionName(row),
        reason: row.reason ?? null,
        changes: changesOf(row).map(({ label, before, after }) => ({
          label: find(fieldKeys(row, label), ['platform']) ?? label,
          before: valueName(row, label, before),
          after: valueName(row, label, after),
        })),
      }))}
    />
  );
}
