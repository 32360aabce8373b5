import type { CellState, MatrixRow } from '../plan.shapes.contract.ts';

/** One cell of the matrix: a clause in a column (a unit or a month). */
export interface SelectedCell {
  readonly clauseId: string;
  readonly columnId: string;
}

export interface GridColumn {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Communes and wards: folded into one column until they are opened. */
  readonly isFoldable: boolean;
  readonly isNow: boolean;
}

const order: readonly CellState[] = ['late', 'empty', 'declined', 'running', 'done', 'idle'];

/** The cell that needs a look first: overdue, then empty, then running; null while the cloth is blank. */
export function cellToLookAt(rows: readonly MatrixRow[]): SelectedCell | null {
  let best: { readonly cell: SelectedCell; readonly rank: number } | null = null;
  for (const row of rows) {
    for (const [columnId, { state }] of Object.entries(row.cells)) {
      const rank = order.indexOf(state);
      if (rank >= 0 && (best === null || rank < best.rank)) best = { cell: { clauseId: row.clauseId, columnId }, rank };
    }
  }
  return best?.cell ?? null;
}
