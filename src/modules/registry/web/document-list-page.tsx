import { Button, NativeSelect, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { rankedHits } from '../../../platform/search/ranked-hits.ts';
import { type DataColumn, DataTable } from '../../../platform/ui/data-table.tsx';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDocuments } from '../registry.contract.ts';
import { kindNames, receivedKindNames } from '../registry.kinds.ts';
import type { Direction, DocumentRow } from '../registry.shapes.contract.ts';
import { documentNumber } from './document-number.ts';
import { NextNumberDialog } from './next-number-dialog.tsx';
import styles from './registry.module.css';
import { RegistryTabs } from './registry-tabs.tsx';

const pageSize = 50;
const sorts = ['newest', 'number', 'issued', 'due'] as const;

export function OutgoingPage() {
  return <DocumentList key="out" direction="out" />;
}

export function IncomingPage() {
  return <DocumentList key="in" direction="in" />;
}

/** One side of the register: searched inside, filtered, sorted and paged by the server. */
function DocumentList({ direction }: { readonly direction: Direction }) {
  const t = useText('registry');
  const goTo = useGoTo();
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const [year, setYear] = useState('');
  const [sort, setSort] = useState<(typeof sorts)[number]>('newest');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const filter = {
    ...(wanted === '' ? {} : { search: wanted }),
    ...(kind === '' ? {} : { kind }),
    ...(year === '' ? {} : { year: Number(year) }),
  };
  const isFiltered = Object.keys(filter).length > 0;
  const query = useEndpoint(listDocuments, { query: { direction, page, sort, ...filter } }, { keepPrevious: true });
  const abilities = query.data?.abilities;
  const [isNumbering, setIsNumbering] = useState(false);
  const isAllowed = direction === 'out' ? abilities?.write : abilities?.receive;
  const begin = isAllowed ? (
    <Button
      variant="filled"
      onClick={() => goTo({ to: direction === 'out' ? '/documents/new' : '/documents/received/new' })}
    >
      {t(`list.${direction}.begin`)}
    </Button>
  ) : null;
  const change = (apply: () => void) => {
    apply();
    setPage(1);
  };
  return (
    <Page
      title={t(`list.${direction}.title`)}
      lead={t(`list.${direction}.lead`)}
      actions={
        <>
          {abilities?.setNumber ? (
            <Button variant="default" onClick={() => setIsNumbering(true)}>
              {t('next.open')}
            </Button>
          ) : null}
          {begin}
        </>
      }
    >
      <RegistryTabs />
      <search className={styles.filters}>
        <TextInput
          label={t('list.search')}
          type="search"
          value={search}
          maxLength={100}
          onChange={(event) => change(() => setSearch(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('list.kind')}
          value={kind}
          data={[
            { value: '', label: t('list.allKinds') },
            ...Object.entries(direction === 'in' ? receivedKindNames : kindNames).map(([value, label]) => ({
              value,
              label,
            })),
          ]}
          onChange={(event) => change(() => setKind(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('list.year')}
          value={year}
          data={[{ value: '', label: t('list.allYears') }, ...(query.data?.years ?? []).map(String)]}
          onChange={(event) => change(() => setYear(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('list.sort')}
          value={sort}
          data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(event) =>
            change(() => setSort(sorts.find((value) => value === event.currentTarget.value) ?? 'newest'))
          }
        />
      </search>
      <QueryStates query={query}>
        {({ documents, total, isMore }) =>
          documents.length === 0 ? (
            <EmptyState
              title={t(isFiltered ? 'list.nothingFound' : `list.${direction}.empty`)}
              {...(begin && !isFiltered ? { action: begin } : {})}
            />
          ) : (
            <>
              {isFiltered ? <p role="status">{t(isMore ? 'list.foundMore' : 'list.found', { total })}</p> : null}
              <DocumentTable direction={direction} documents={documents} />
              {total > pageSize ? (
                <Pagination
                  total={Math.ceil((wanted === '' ? total : Math.min(total, rankedHits)) / pageSize)}
                  value={page}
                  onChange={setPage}
                />
              ) : null}
            </>
          )
        }
      </QueryStates>
      {isNumbering ? <NextNumberDialog direction={direction} onClose={() => setIsNumbering(false)} /> : null}
    </Page>
  );
}

function DocumentTable({
  direction,
  documents,
}: {
  readonly direction: Direction;
  readonly documents: readonly DocumentRow[];
}) {
  const t = useText('registry');
  const dates = useDateFormat();
  const day = (date: string | null) => (date === null ? '' : dates(date));
  const subject: DataColumn<DocumentRow> = {
    key: 'subject',
    label: t('list.subject'),
    heading: true,
    render: (row) => (
      <DeskLink to="/documents/$documentId" params={{ documentId: row.id }}>
        {row.subject === '' ? t('list.noSubject') : row.subject}
      </DeskLink>
    ),
  };
  const common: DataColumn<DocumentRow>[] = [
    { key: 'number', label: t('list.number'), render: documentNumber },
    { key: 'kind', label: t('list.kind'), render: (row) => receivedKindNames[row.kind] ?? row.kind },
  ];
  const columns: DataColumn<DocumentRow>[] =
    direction === 'out'
      ? [
          subject,
          ...common,
          { key: 'issued', label: t('list.issued'), render: (row) => day(row.issuedOn) },
          { key: 'agency', label: t('list.agency'), render: (row) => row.agency },
          { key: 'state', label: t('list.state'), render: (row) => t(`state.${row.state}`) },
        ]
      : [
          subject,
          { key: 'arrival', label: t('list.arrivalNumber'), render: (row) => String(row.registerNumber ?? '') },
          ...common,
          { key: 'agency', label: t('list.agency'), render: (row) => row.agency },
          { key: 'arrived', label: t('list.arrived'), render: (row) => day(row.arrivedOn) },
          { key: 'due', label: t('list.due'), render: (row) => day(row.dueOn) },
        ];
  return (
    <DataTable caption={t(`list.${direction}.title`)} rows={documents} rowKey={(row) => row.id} columns={columns} />
  );
}
