import { joinSegments } from './pdf-columns.ts';
import type { GridCell, PdfGrid } from './pdf-grids.ts';
import { gatherLines, type PdfFragment } from './pdf-lines.ts';
import { joinWords } from './pdf-paragraphs.ts';
import type { ReadCell, ReadTable } from './read-types.ts';

/** A table of one page, before it is known whether the next page goes on with it. */
export interface PdfTable {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  readonly rows: ReadCell[][];
}

/** Puts the words of a page into the cells of its grids; gives the tables and what stands outside of them. */
export function fillGrids(
  grids: readonly PdfGrid[],
  fragments: readonly PdfFragment[],
): { tables: PdfTable[]; outside: PdfFragment[] } {
  const words = new Map<GridCell, PdfFragment[]>();
  const outside = fragments.filter((fragment) => {
    const cell = cellAt(grids, fragment);
    if (cell === null) return true;
    words.set(cell, [...(words.get(cell) ?? []), fragment]);
    return false;
  });
  const tables = grids.map((grid) => {
    const rows: ReadCell[][] = Array.from({ length: grid.rowCount }, () => []);
    for (const cell of grid.cells) {
      const text = cellText(words.get(cell) ?? []);
      rows[cell.row]?.push({ text, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan });
    }
    return { top: grid.top, bottom: grid.bottom, columns: grid.columns, rows };
  });
  return { tables, outside };
}

function cellAt(grids: readonly PdfGrid[], fragment: PdfFragment): GridCell | null {
  const x = fragment.x + Math.min(fragment.width / 2, fragment.size);
  const y = fragment.y - fragment.size * 0.3;
  for (const grid of grids) {
    if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) continue;
    const own = grid.cells.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    if (own) return own;
  }
  return null;
}

/** Lines of a cell are one paragraph, save where a dash or a sentence end says otherwise. */
function cellText(fragments: readonly PdfFragment[]): string {
  const lines = gatherLines(fragments).map((line) => joinSegments(line));
  const widest = Math.max(0, ...lines.map((line) => line.to - line.from));
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (text === '' || before === undefined) text = line.text;
    else {
      const isFull = before.to - before.from > widest * 0.72;
      const isNew =
        /^[-–+•]\s/u.test(line.text) ||
        (/[.;]$/u.test(before.text) && /^\p{Lu}/u.test(line.text)) ||
        (!isFull && /^\p{Lu}/u.test(line.text) && line.y - before.y > line.size * 1.7);
      text = isNew ? `${text}\n${line.text}` : joinWords(text, line.text);
    }
  }
  return text;
}

/** A table that goes on over a page break: repeated heads are dropped, a row that the break has cut is whole again. */
export function continueTable(table: PdfTable, next: PdfTable): boolean {
  if (table.columns.length !== next.columns.length) return false;
  if (table.columns.some((at, index) => Math.abs(at - (next.columns[index] ?? 0)) > 4)) return false;
  const rows = [...next.rows];
  const head = table.rows[0]?.map((cell) => cell.text).join('|');
  if (rows[0]?.map((cell) => cell.text).join('|') === head) rows.shift();
  const first = rows[0];
  const last = table.rows.at(-1);
  const isCut =
    first && last && first.length === last.length && first[0]?.text === '' && first.some((cell) => cell.text !== '');
  if (isCut) {
    table.rows[table.rows.length - 1] = last.map((cell, index) => ({
      ...cell,
      text: [cell.text, first[index]?.text ?? ''].filter((text) => text !== '').join(' '),
    }));
    rows.shift();
  }
  table.rows.push(...rows);
  return true;
}

export function toReadTable(table: PdfTable, page: number): ReadTable {
  return { kind: 'table', rows: table.rows, page };
}
