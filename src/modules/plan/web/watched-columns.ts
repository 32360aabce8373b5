import type { MatrixRow } from '../plan.shapes.contract.ts';
import type { GridColumn } from './coverage-selection.ts';

/** So many communes keep a column of their own beside the bar of the others. */
const watchedCount = 5;

/** The communes to look at first: most overdue, then most evidence handed in or accepted; in the order of the province. */
export function watchedColumns(rows: readonly MatrixRow[], foldable: readonly GridColumn[]): readonly GridColumn[] {
  const weights = new Map(foldable.map((column) => [column.id, weightOf(rows, column.id)]));
  const chosen = new Set(
    [...foldable]
      .sort((left, right) => (weights.get(right.id) ?? 0) - (weights.get(left.id) ?? 0))
      .slice(0, watchedCount),
  );
  return foldable.filter((column) => chosen.has(column));
}

function weightOf(rows: readonly MatrixRow[], columnId: string): number {
  return rows.reduce((sum, row) => {
    const cell = row.cells[columnId];
    if (cell === undefined) return sum;
    return sum + (cell.state === 'late' ? 1000 : 0) + cell.count + cell.waiting;
  }, 0);
}
