import { Button, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { rankedHits } from '../../../platform/search/ranked-hits.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDirectives } from '../directives.contract.ts';

const pageSize = 50;

/** All directives that the person may read, with the way to take in another one. */
export function DirectiveListPage() {
  const t = useText('directives');
  const goTo = useGoTo();
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const isSearch = wanted !== '';
  const query = useEndpoint(
    listDirectives,
    { query: { page, ...(isSearch ? { search: wanted } : {}) } },
    { keepPrevious: true },
  );
  const mayImport = query.data?.abilities.import === true;
  const openImport = (
    <Button variant="filled" onClick={() => goTo({ to: '/directives/new' })}>
      {t('list.import')}
    </Button>
  );
  return (
    <Page title={t('list.title')} lead={t('list.lead')} {...(mayImport ? { actions: openImport } : {})}>
      <TextInput
        label={t('list.search')}
        description={t('list.searchHint')}
        value={search}
        type="search"
        maxLength={100}
        maw={560}
        mb="md"
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setPage(1);
        }}
      />
      <QueryStates query={query}>
        {({ directives, total, isMore }) =>
          directives.length === 0 && isSearch ? (
            <EmptyState title={t('list.nothingFound')} text={t('list.nothingFoundHint')} />
          ) : directives.length === 0 ? (
            <EmptyState
              title={t('list.empty')}
              {...(mayImport ? { text: t('list.emptyHint'), action: openImport } : {})}
            />
          ) : (
            <>
              {isSearch ? <p role="status">{t(isMore ? 'list.foundMore' : 'list.found', { total })}</p> : null}
              <DataTable
                caption={t('list.title')}
                rows={directives}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'subject',
                    label: t('list.subject'),
                    heading: true,
                    render: (row) => (
                      <DeskLink to="/directives/$directiveId" params={{ directiveId: row.id }}>
                        {row.subject === '' ? row.id : row.subject}
                      </DeskLink>
                    ),
                  },
                  { key: 'symbol', label: t('list.symbol'), render: (row) => numberAndSymbol(row) },
                  { key: 'issuer', label: t('list.issuer'), render: (row) => row.issuer ?? '' },
                  { key: 'state', label: t('list.state'), render: (row) => t(`state.${row.state}`) },
                ]}
              />
              {total > pageSize ? (
                <Pagination
                  total={Math.ceil((isSearch ? Math.min(total, rankedHits) : total) / pageSize)}
                  value={page}
                  onChange={setPage}
                />
              ) : null}
            </>
          )
        }
      </QueryStates>
    </Page>
  );
}
