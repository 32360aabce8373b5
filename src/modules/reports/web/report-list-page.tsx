import { Button, Pagination } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listReports } from '../reports.contract.ts';

const pageSize = 50;

export function ReportListPage() {
  const t = useText('reports');
  const goTo = useGoTo();
  const dates = useDateFormat();
  const [page, setPage] = useState(1);
  const query = useEndpoint(listReports, { query: { page } }, { keepPrevious: true });
  const create = query.data?.abilities.create ? (
    <Button variant="filled" onClick={() => goTo({ to: '/reports/new' })}>
      {t('list.create')}
    </Button>
  ) : null;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} {...(create ? { actions: create } : {})}>
      <QueryStates query={query}>
        {({ reports, total }) =>
          reports.length === 0 ? (
            <EmptyState title={t('list.empty')} text={t('list.emptyHint')} action={create} />
          ) : (
            <>
              <DataTable
                caption={t('list.title')}
                rows={reports}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    label: t('list.name'),
                    heading: true,
                    render: (row) => (
                      <DeskLink to="/reports/$reportId" params={{ reportId: row.id }}>
                        {row.title}
                      </DeskLink>
                    ),
                  },
                  {
                    key: 'period',
                    label: t('list.period'),
                    render: (row) => `${dates(row.periodFrom)} – ${dates(row.periodTo)}`,
                  },
                  {
                    key: 'number',
                    label: t('list.number'),
                    render: (row) => `${printedNumber(row.number)}/${row.symbol}`,
                  },
                  { key: 'state', label: t('list.state'), render: (row) => t(`state.${row.state}`) },
                ]}
              />
              {total > pageSize ? (
                <Pagination total={Math.ceil(total / pageSize)} value={page} onChange={setPage} />
              ) : null}
            </>
          )
        }
      </QueryStates>
    </Page>
  );
}

/** Below ten with a nought before it, as it is printed (Nghị định 30/2020/NĐ-CP, annex I); dots while the registry has none. */
function printedNumber(number: number | null): string {
  return number === null ? '…' : String(number).padStart(2, '0');
}
