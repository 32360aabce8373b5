import type { Cell, SheetData } from 'write-excel-file/universal';
import type { CellState, MatrixRow } from '../plan.shapes.contract.ts';

/** One sheet of the workbook: clauses × units, or clauses × months. */
export interface CoverageSheet {
  readonly name: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly MatrixRow[];
}
export interface SheetWords {
  readonly path: string;
  readonly clause: string;
  readonly cell: (cell: MatrixRow['cells'][string]) => string;
}

/** The grounds of the stitches, as in the light theme of the desk. */
const grounds: Partial<Record<CellState, string>> = {
  done: '#dff1e7',
  running: '#e3eafa',
  late: '#fbe6e1',
  empty: '#fbf0d0',
};

/** The rows of one sheet: a head, then a clause a row, each state in words on its ground. Text only, so nothing is taken for a formula. */
export function sheetRows(sheet: CoverageSheet, words: SheetWords): SheetData {
  const head: Cell[] = [words.path, words.clause, ...sheet.columns.map((column) => column.name)].map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'bottom',
  }));
  const rows = sheet.rows.map((row): Cell[] => [
    { value: row.path, type: String },
    { value: row.title, type: String, wrap: true },
    ...sheet.columns.map((column): Cell => {
      const cell = row.cells[column.id];
      if (cell === undefined || cell.state === 'none') return null;
      const ground = grounds[cell.state];
      return {
        value: words.cell(cell),
        type: String,
        align: 'center',
        ...(ground === undefined ? {} : { backgroundColor: ground }),
      };
    }),
  ]);
  return [head, ...rows];
}

/** The matrix as a workbook. */
export async function coverageWorkbook(sheets: readonly CoverageSheet[], words: SheetWords): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  return writeWorkbook(
    sheets.map((sheet) => ({
      data: sheetRows(sheet, words),
      // A spreadsheet allows 31 characters.
      sheet: sheet.name.slice(0, 31),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      orientation: 'landscape' as const,
      columns: [{ width: 10 }, { width: 60 }, ...sheet.columns.map(() => ({ width: 14 }))],
    })),
  ).toBlob();
}
