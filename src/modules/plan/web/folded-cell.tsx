import { useText } from '../../../platform/ui/use-text.ts';
import type { MatrixRow } from '../plan.shapes.contract.ts';
import type { GridColumn } from './coverage-selection.ts';
import styles from './matrix-grid.module.css';

interface FoldedCellProps {
  readonly row: MatrixRow;
  readonly columns: readonly GridColumn[];
  readonly place: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** All communes in one cell: a bar, and the same as a figure, “12/38”. */
export function FoldedCell({ row, columns, place, isOpen, onOpen }: FoldedCellProps) {
  const t = useText('plan');
  const states = columns.flatMap((column) => row.cells[column.id]?.state ?? []);
  if (states.length === 0) return null;
  const total = columns.length;
  const share = (state: string) => (states.filter((each) => each === state).length / total) * 100;
  const done = states.filter((state) => state === 'done').length;
  const late = states.filter((state) => state === 'late').length;
  const doneWidth = share('done');
  const runWidth = share('running');
  const lateWidth = share('late');
  const declinedWidth = share('declined');
  const declined = states.filter((state) => state === 'declined').length;
  return (
    <button
      type="button"
      className={styles.mini}
      data-cell={place}
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={t('matrix.folded', { path: row.path, done, total, late, declined })}
      onClick={onOpen}
    >
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.barGround} width="100" height="8" />
        <rect className={styles.barDone} width={doneWidth} height="8" />
        <rect className={styles.barRunning} x={doneWidth} width={runWidth} height="8" />
        <rect className={styles.barDeclined} x={100 - lateWidth - declinedWidth} width={declinedWidth} height="8" />
        <rect className={styles.barLate} x={100 - lateWidth} width={lateWidth} height="8" />
      </svg>
      <span>{`${done}/${total}`}</span>
    </button>
  );
}
