import type { Context } from '../../../platform/context.ts';
import type { CellState, Matrix, MatrixRow } from '../plan.shapes.contract.ts';
import { readMatrix } from './plan.matrix.read-model.ts';

type Counts = Matrix['counts'];

/** The matrix as a report prints it: a column for each unit of the department and each partner that has something, one for all communes. */
export interface ReportMatrix {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** All communes and wards of the province, asked or not. */
  readonly communeCount: number;
  readonly counts: Counts;
  readonly rows: readonly ReportMatrixRow[];
}
export interface ReportMatrixRow {
  readonly clauseId: string;
  readonly path: string;
  readonly title: string;
  readonly cells: Readonly<Record<string, { readonly state: CellState; readonly count: number }>>;
  /** Communes by state; null where the clause concerns none of them. */
  readonly communes: Counts | null;
}

/** Clauses × units as they stood on the last day, with the evidence of the period, the gaps first. */
export async function readMatrixForReport(
  context: Context,
  input: { planId: string; from: string; to: string },
): Promise<ReportMatrix> {
  const between = { startsOn: input.from, endsOn: input.to };
  const matrix = await readMatrix(context, { planId: input.planId, between, gapsFirst: true });
  return foldCommunes(matrix);
}

/** Pure: communes in one column, and no column for a unit without a stitch. */
export function foldCommunes(matrix: Pick<Matrix, 'columns' | 'rows' | 'counts'>): ReportMatrix {
  const communes = matrix.columns.filter((column) => column.kind === 'commune');
  const others = matrix.columns.filter((column) => column.kind !== 'commune');
  const units = others.filter((column) => matrix.rows.some((row) => row.cells[column.id] !== undefined));
  return {
    units: units.map(({ id, names }) => ({ id, name: names.vi ?? id })),
    communeCount: communes.length,
    counts: matrix.counts,
    rows: matrix.rows.map((row) => ({
      clauseId: row.clauseId,
      path: row.path,
      title: row.title,
      cells: Object.fromEntries(
        units.flatMap(({ id }) => {
          const cell = row.cells[id];
          return cell === undefined ? [] : [[id, { state: cell.state, count: cell.count }]];
        }),
      ),
      communes: countStates(row, communes),
    })),
  };
}

function countStates(row: MatrixRow, columns: Matrix['columns']): Counts | null {
  const states = columns.flatMap((column) => row.cells[column.id]?.state ?? []);
  if (states.length === 0) return null;
  const count = (state: CellState) => states.filter((each) => each === state).length;
  return {
    done: count('done'),
    running: count('running'),
    late: count('late'),
    empty: count('empty'),
    idle: count('idle'),
    declined: count('declined'),
  };
}
