import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ReportContent } from '../reports.contract.ts';
import styles from './reports.module.css';

type Row = ReportContent['rows'][number];

/** Clause × what was done × evidence. */
export function ReportTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText('reports');
  return (
    <DataTable
      caption={t('detail.table')}
      rows={rows}
      rowKey={(row) => row.clauseId}
      columns={[
        { key: 'clause', label: t('detail.clause'), heading: true, render: (row) => `${row.path} ${row.title}` },
        {
          key: 'done',
          label: t('detail.done'),
          render: (row) => (
            <>
              {t(`cell.${row.state}`)}
              {row.taskCount > 0 ? `, ${t('detail.tasks', { done: row.doneCount, total: row.taskCount })}` : null}
            </>
          ),
        },
        { key: 'evidence', label: t('detail.evidence'), render: (row) => <EvidenceOf row={row} /> },
      ]}
    />
  );
}

function EvidenceOf({ row }: { readonly row: Row }) {
  const t = useText('reports');
  const dates = useDateFormat();
  if (row.evidence.length === 0) return <span>{t('detail.noEvidence')}</span>;
  return (
    <ul className={styles.evidence}>
      {row.evidence.map((item) => (
        <li key={item.id}>
          {item.url === null ? item.title : <a href={item.url}>{item.title}</a>}{' '}
          {item.channelName === null ? null : <>· {item.channelName} </>}· {item.unitName} · {dates(item.occurredOn)}
          {item.isBySystem ? ` · ${t('detail.bySystem')}` : null}
        </li>
      ))}
    </ul>
  );
}
