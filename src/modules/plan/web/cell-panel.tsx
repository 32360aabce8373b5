import { Drawer } from '@mantine/core';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { SidePanel } from '../../../platform/ui/side-panel.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip, Stitch } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getCell } from '../plan.contract.ts';
import type { MatrixCellDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './cell-panel.module.css';
import coverage from './coverage.module.css';
import type { SelectedCell } from './coverage-selection.ts';
import { EvidenceList } from './evidence-list.tsx';
import { TaskEventPeriods } from './task-periods.tsx';

interface CellPanelProps {
  readonly planId: string;
  readonly view: 'units' | 'months';
  readonly period: string | null;
  readonly selected: SelectedCell;
  readonly isSheet: boolean;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** What stands behind the selected cell: beside the matrix, or as a sheet on a phone. */
export function CellPanel({ planId, view, period, selected, isSheet, takesFocus, onClose }: CellPanelProps) {
  const t = useText('plan');
  const localName = useLocalName();
  const query = {
    clauseId: selected.clauseId,
    ...(view === 'units'
      ? { unitId: selected.columnId, ...(period === null ? {} : { period }) }
      : { month: Number(selected.columnId) }),
  };
  const cell = useEndpoint(getCell, { params: { id: planId }, query }, { keepPrevious: true });
  const column = cell.data?.unitNames
    ? localName(cell.data.unitNames)
    : t('coverage.month_short', { month: selected.columnId });
  const title = cell.data?.title ?? t('cell.title');
  const content = (
    <QueryStates query={cell}>
      {(data) => <CellContent data={data} month={view === 'months' ? Number(selected.columnId) : null} />}
    </QueryStates>
  );
  if (isSheet) {
    return (
      <Drawer
        opened
        onClose={onClose}
        position="bottom"
        size="85%"
        title={title}
        closeButtonProps={{ 'aria-label': t('cell.close') }}
      >
        <p className={styles.above}>{`${cell.data?.path ?? ''} × ${column}`}</p>
        {content}
      </Drawer>
    );
  }
  return (
    <SidePanel title={title} above={`${cell.data?.path ?? ''} × ${column}`} takesFocus={takesFocus} onClose={onClose}>
      {content}
    </SidePanel>
  );
}

function CellContent({ data, month }: { readonly data: MatrixCellDetail; readonly month: number | null }) {
  const t = useText('plan');
  const marked = month ?? data.currentMonth;
  const monthsThatAre = (state: 'empty' | 'late') =>
    data.months.flatMap((cell, index) => (cell.state === state ? [index + 1] : [])).join(', ');
  const [late, empty] = [monthsThatAre('late'), monthsThatAre('empty')];
  const lacks = [
    ...(late === '' ? [] : [t('cell.late_months', { months: late })]),
    ...(empty === '' ? [] : [t('cell.empty_months', { months: empty })]),
    ...(data.cell.waiting === 0 ? [] : [t('cell.waiting', { count: data.cell.waiting })]),
  ];
  return (
    <div className={styles.content}>
      {data.task === null ? (
        <p className={styles.who}>{t(data.unitId === null ? 'cell.all_units' : 'cell.no_task')}</p>
      ) : (
        <p className={styles.who}>
          {t(`mode.${data.task.mode}`)}. {t(`task_state.${data.task.state}`)}. {t('task.rhythm')}:{' '}
          {t(`rhythm.${data.task.rhythm}`)}.{' '}
          {data.task.dueOn === null ? null : (
            <>
              {t('task.due')}: <DateText value={data.task.dueOn} />.
            </>
          )}
        </p>
      )}
      <blockquote className={styles.quote}>{t('cell.quote', { text: data.text })}</blockquote>
      <ol className={styles.months} aria-label={t('cell.months')}>
        {data.months.map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: twelve months in their fixed order
          <li key={index} data-now={marked === index + 1}>
            {cell.state === 'none' ? <span className={styles.blank} /> : <Stitch state={cell.state} size={14} />}
            <br />
            {index + 1}
          </li>
        ))}
      </ol>
      <p className={styles.sub}>
        <span>{t('cell.evidence', { count: data.evidence.length })}</span>
        {data.cell.state === 'none' ? null : <StateChip state={data.cell.state} />}
      </p>
      <EvidenceList items={data.evidence} />
      {data.task === null || data.task.events.length === 0 ? null : (
        <>
          <p className={styles.sub}>
            <span>{t('task.events')}</span>
          </p>
          <TaskEventPeriods periods={data.task.events} expectedCount={data.task.expectedCount} />
        </>
      )}
      {lacks.length === 0 ? null : <p className={styles.lack}>{lacks.join(' ')}</p>}
      <div className={styles.actions}>
        {data.task === null ? null : (
          <DeskLink to="/tasks/$taskId" params={{ taskId: data.task.id }} className={coverage.linkButton ?? ''}>
            {t('cell.open_task')}
          </DeskLink>
        )}
        <DeskLink to="/trace" search={{ clauseId: data.clauseId }} className={coverage.linkButton ?? ''}>
          {t('trace.title')}
        </DeskLink>
      </div>
    </div>
  );
}
