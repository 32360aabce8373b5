import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateLegend } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { ViewSwitch } from '../../../platform/ui/view-switch.tsx';
import { getMatrix, getMonthMatrix, listPlans } from '../plan.contract.ts';
import type { Matrix } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import { CellPanel } from './cell-panel.tsx';
import styles from './coverage.module.css';
import { CoverageActions } from './coverage-actions.tsx';
import { CoverageByUnit } from './coverage-by-unit.tsx';
import { type CoverageFilter, CoverageFilters, filterQuery, noFilter } from './coverage-filters.tsx';
import { cellToLookAt, type GridColumn, type SelectedCell } from './coverage-selection.ts';
import type { CoverageSheet } from './coverage-sheet.ts';
import { MatrixGrid } from './matrix-grid.tsx';

type View = 'units' | 'months';

/** The coverage matrix: who has done what, by unit and by month. */
export function CoveragePage() {
  const t = useText('plan');
  const plans = useEndpoint(listPlans);
  const { refetch } = plans;
  const isEmpty = plans.data?.plans.length === 0;
  // A directive confirmed a moment ago becomes a plan in the background: look again until it is there.
  useEffect(() => {
    if (!isEmpty) return;
    const timer = setInterval(() => void refetch(), 2_000);
    return () => clearInterval(timer);
  }, [isEmpty, refetch]);
  return (
    <QueryStates query={plans} rows={10}>
      {(data) => {
        const plan = data.plans[0];
        if (plan === undefined) {
          return (
            <Page title={t('coverage.title')}>
              <EmptyState
                title={t('coverage.empty_title')}
                text={t('coverage.empty_text')}
                action={<DeskLink to="/directives">{t('coverage.empty_action')}</DeskLink>}
              />
            </Page>
          );
        }
        return <Coverage plans={data.plans} />;
      }}
    </QueryStates>
  );
}

function Coverage({ plans }: { readonly plans: readonly Matrix['plan'][] }) {
  const t = useText('plan');
  const localName = useLocalName();
  const formatDate = useDateFormat();
  const isPhone = useMediaQuery('screen and (max-width: 900px)') ?? false;
  const isWide = useMediaQuery('(min-width: 1200px)') ?? false;
  const [planId, setPlanId] = useState(plans[0]?.id ?? '');
  const [view, setView] = useState<View>('units');
  const [filter, setFilter] = useState<CoverageFilter>(noFilter);
  const { isGapsFirst } = filter;
  // Undefined: nothing was chosen or closed yet, so a wide window shows the cell that needs a look first.
  const [chosen, setChosen] = useState<SelectedCell | null | undefined>(undefined);
  const call = {
    params: { id: planId },
    query: filterQuery(filter),
  };
  const unitCall = { ...call, query: { ...call.query, ...(filter.period === null ? {} : { period: filter.period }) } };
  const matrix = useEndpoint(getMatrix, unitCall, { keepPrevious: true });
  const months = useEndpoint(getMonthMatrix, call, { keepPrevious: true, enabled: view === 'months' });
  const counts = view === 'units' ? matrix.data?.counts : months.data?.counts;
  const plan = plans.find((each) => each.id === planId) ?? plans[0];
  const shownRows = (view === 'units' ? matrix.data : months.data)?.rows ?? [];
  const selected = chosen === undefined ? (isWide ? cellToLookAt(shownRows) : null) : chosen;
  const show = (next: View) => {
    setView(next);
    setChosen(undefined);
  };
  const readSheets = async (): Promise<CoverageSheet[]> => {
    const byUnit = await callEndpoint(getMatrix, unitCall);
    const byMonth = await callEndpoint(getMonthMatrix, call);
    return [
      { name: t('coverage.by_unit'), rows: byUnit.rows, columns: unitColumns(byUnit, localName) },
      { name: t('coverage.by_month'), rows: byMonth.rows, columns: monthColumns(byMonth.today, byMonth.plan.year, t) },
    ];
  };
  return (
    <Page
      title={plan === undefined ? t('coverage.title') : t('coverage.heading', { title: plan.title })}
      name={t('coverage.title')}
      width="full"
      lead={t('coverage.lead', { count: matrix.data?.rows.length ?? 0 })}
      actions={<CoverageActions planId={planId} matrix={matrix.data} readSheets={readSheets} />}
    >
      {plan?.state === 'proposed' ? (
        <div className={styles.notice}>
          <p>{t('coverage.proposed')}</p>
          <DeskLink to="/plans/$planId" params={{ planId }} className={styles.linkButton ?? ''}>
            {t('coverage.proposed_action')}
          </DeskLink>
        </div>
      ) : null}
      <div className={styles.bar}>
        <ViewSwitch
          label={t('coverage.views')}
          views={[
            { value: 'units', label: t('coverage.by_unit') },
            { value: 'months', label: t('coverage.by_month') },
          ]}
          value={view}
          onChange={show}
        />
        {plans.length > 1 ? (
          <NativeSelect
            aria-label={t('coverage.plan')}
            size="xs"
            data={plans.map((each) => ({ value: each.id, label: `${each.year}: ${each.title}` }))}
            value={planId}
            onChange={(event) => setPlanId(event.currentTarget.value)}
          />
        ) : null}
        <CoverageFilters
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setChosen(undefined);
          }}
          themes={matrix.data?.themes ?? []}
          units={matrix.data?.units ?? []}
          hasPeriod={view === 'units'}
          hasUnit={!(isPhone && view === 'units')}
        />
        <span className={styles.today}>
          {matrix.data === undefined ? '' : t('coverage.until', { date: formatDate(matrix.data.today) })}
        </span>
        <div className={styles.legend}>{counts === undefined ? null : <StateLegend counts={counts} />}</div>
      </div>
      <div className={styles.page}>
        <QueryStates query={matrix} rows={14}>
          {(data) =>
            isPhone && view === 'units' ? (
              <CoverageByUnit matrix={data} onSelect={setChosen} />
            ) : view === 'units' ? (
              <MatrixGrid
                rows={data.rows}
                columns={unitColumns(data, localName)}
                isGrouped={!isGapsFirst}
                selected={selected}
                onSelect={setChosen}
              />
            ) : (
              <QueryStates query={months} rows={14}>
                {(byMonth) => (
                  <MatrixGrid
                    rows={byMonth.rows}
                    columns={monthColumns(byMonth.today, byMonth.plan.year, t)}
                    isGrouped={!isGapsFirst}
                    selected={selected}
                    onSelect={setChosen}
                  />
                )}
              </QueryStates>
            )
          }
        </QueryStates>
        {selected === null ? null : (
          <CellPanel
            planId={planId}
            view={view}
            period={view === 'units' ? filter.period : null}
            selected={selected}
            isSheet={isPhone}
            takesFocus={chosen !== undefined}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </Page>
  );
}

function unitColumns(data: Matrix, localName: (names: Record<string, string>) => string): GridColumn[] {
  return data.columns.map((column) => ({
    id: column.id,
    name: localName(column.names),
    shortName: localName(column.shortNames),
    isFoldable: column.kind === 'commune',
    isNow: false,
  }));
}

function monthColumns(
  today: string,
  year: number,
  t: (key: string, values?: Record<string, unknown>) => string,
): GridColumn[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const name = t('coverage.month', { month, year });
    return {
      id: String(month),
      name,
      shortName: t('coverage.month_short', { month }),
      isFoldable: false,
      isNow: today.startsWith(`${year}-${String(month).padStart(2, '0')}`),
    };
  });
}
