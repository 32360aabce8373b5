import { Button, NativeSelect, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { rankedHits } from '../../../platform/search/ranked-hits.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listLanguages } from '../../organisation/organisation.contract.ts';
import { listStories } from '../newsroom.contract.ts';
import { publicState, type StoryRow, workState } from '../newsroom.shapes.contract.ts';
import { stitchOf } from './edition-stitch.ts';
import { NewsroomTabs } from './newsroom-tabs.tsx';
import styles from './story.module.css';
import { useName } from './use-name.ts';

const pageSize = 30;

/** Stories that the person may see, filtered in the database. */
export function StoryListPage() {
  const t = useText('newsroom');
  const goTo = useGoTo();
  const dates = useDateFormat();
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [work, setWork] = useState('');
  const [visible, setVisible] = useState('');
  const [language, setLanguage] = useState('');
  const nameOf = useName();
  const languages = useEndpoint(listLanguages);
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [workFilter, publicFilter] = [workState.safeParse(work), publicState.safeParse(visible)];
  const isFiltered = wanted !== '' || work !== '' || visible !== '' || language !== '';
  const query = useEndpoint(
    listStories,
    {
      query: {
        page,
        ...(wanted === '' ? {} : { search: wanted }),
        ...(language === '' ? {} : { language }),
        ...(workFilter.success ? { workState: workFilter.data } : {}),
        ...(publicFilter.success ? { publicState: publicFilter.data } : {}),
      },
    },
    { keepPrevious: true },
  );
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(1);
  };
  const create =
    (query.data?.createInUnitIds.length ?? 0) > 0 ? (
      <Button variant="filled" onClick={() => goTo({ to: '/stories/new' })}>
        {t('page.create')}
      </Button>
    ) : null;
  return (
    <Page title={t('page.title')} lead={t('page.lead')} {...(create ? { actions: create } : {})}>
      <NewsroomTabs />
      <div className={styles.filters}>
        <TextInput
          label={t('page.search')}
          value={search}
          type="search"
          maxLength={100}
          onChange={(event) => choose(setSearch)(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('page.work_filter')}
          value={work}
          data={[
            { value: '', label: t('page.all') },
            ...workState.options.map((value) => ({ value, label: t(`work_state.${value}`) })),
          ]}
          onChange={(event) => choose(setWork)(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('page.public_filter')}
          value={visible}
          data={[
            { value: '', label: t('page.all') },
            ...publicState.options.map((value) => ({ value, label: t(`public_state.${value}`) })),
          ]}
          onChange={(event) => choose(setVisible)(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('page.language_filter')}
          value={language}
          data={[
            { value: '', label: t('page.all') },
            ...(languages.data?.languages ?? [])
              .filter((each) => !each.isSpokenOnly)
              .map((each) => ({ value: each.code, label: each.names.own ?? each.code })),
          ]}
          onChange={(event) => choose(setLanguage)(event.currentTarget.value)}
        />
      </div>
      <QueryStates query={query}>
        {({ stories, total, isMore }) =>
          stories.length === 0 ? (
            isFiltered ? (
              <EmptyState title={t('page.nothing_found')} text={t('page.nothing_found_hint')} />
            ) : (
              <EmptyState title={t('page.empty')} text={t('page.empty_hint')} action={create} />
            )
          ) : (
            <>
              {wanted === '' ? null : <p role="status">{t(isMore ? 'page.found_more' : 'page.found', { total })}</p>}
              <DataTable
                caption={t('page.title')}
                rows={stories}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    label: t('page.story'),
                    heading: true,
                    render: (row) => (
                      <DeskLink to="/stories/$storyId" params={{ storyId: row.id }}>
                        {row.workingTitle}
                      </DeskLink>
                    ),
                  },
                  { key: 'editions', label: t('page.editions'), render: (row) => <Editions row={row} /> },
                  { key: 'unit', label: t('page.unit'), render: (row) => nameOf(row.unitNames) },
                  { key: 'clauses', label: t('page.clauses'), align: 'right', render: (row) => row.clauseCount },
                  { key: 'updated', label: t('page.updated'), render: (row) => dates(row.updatedAt, { time: true }) },
                ]}
              />
              {total > pageSize ? (
                <Pagination
                  mt="md"
                  total={Math.ceil((wanted === '' ? total : Math.min(total, rankedHits)) / pageSize)}
                  value={page}
                  onChange={setPage}
                  getControlProps={(control) => ({ 'aria-label': t(`page.page_${control}`) })}
                />
              ) : null}
            </>
          )
        }
      </QueryStates>
    </Page>
  );
}

function Editions({ row }: { readonly row: StoryRow }) {
  const t = useText('newsroom');
  return (
    <span className={styles.editions}>
      {row.editions.map((edition) => (
        <span key={edition.id} className={styles.editionMark}>
          <Stitch state={stitchOf(edition)} title={null} /> {edition.language}{' '}
          {edition.publicState === 'not_public'
            ? t(`work_state.${edition.workState}`)
            : t(`public_state.${edition.publicState}`)}
        </span>
      ))}
    </span>
  );
}
