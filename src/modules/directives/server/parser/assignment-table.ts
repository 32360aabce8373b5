import { isDecoration, isPageNumber } from './joins.ts';
import type { SourceLine } from './source-lines.ts';
import { foldText } from './vietnamese-fold.ts';

/** One row of a table "phân công nhiệm vụ", cell by cell; what the table has no column for is empty. */
export interface AssignmentRow {
  readonly number: string;
  readonly task: string;
  readonly lead: string;
  readonly supporting: string;
  readonly time: string;
  readonly output: string;
}

export type TableLine =
  | { readonly kind: 'header' }
  | { readonly kind: 'group'; readonly label: string; readonly text: string }
  | { readonly kind: 'row'; readonly row: AssignmentRow }
  /** The rest of the row before, cut off by the end of a page. */
  | { readonly kind: 'more'; readonly row: AssignmentRow };

type Column = keyof AssignmentRow | 'other';

const columnWords: readonly (readonly [Column, RegExp])[] = [
  // A narrow column breaks the word: "ST T".
  ['number', /^(?:s? ?t ?t|so ?tt|so thu tu)\.?$/u],
  ['supporting', /phoi hop/u],
  ['lead', /chu tri|don vi|co quan|phu trach|trach nhiem|dau moi/u],
  ['time', /thoi gian|thoi han|tien do|hoan thanh|ky han/u],
  ['output', /san pham|ket qua|dau ra|chi tieu/u],
  ['task', /noi dung|nhiem vu|cong viec|hoat dong|cong tac/u],
];
const longestHeading = 60;
const fewestColumns = 3;

/** A row of a table is a line between bars, or has its cells between tabs, as office programs save tables into plain text. */
export function isTableLine(line: SourceLine): boolean {
  return (
    cellsOf(line).length >= fewestColumns - 1 &&
    (/^\|.*\|$/u.test(line.text) || line.wide.split('\t').length >= fewestColumns)
  );
}

/** One cell across the whole table: the heading of the rows beneath it. */
function isMergedRow(line: SourceLine): boolean {
  return /^\|[^|]+\|$/u.test(line.text);
}

function cellsOf(line: SourceLine): string[] {
  const cells = /^\|.*\|$/u.test(line.text) ? line.text.slice(1, -1).split('|') : line.wide.split('\t');
  return cells.map((cell) => cell.replace(/\s+/gu, ' ').trim());
}

/** The lines of all tables that assign tasks, by their place. A table is one by its heading; that of each page is left out. */
export function findAssignmentTables(lines: readonly SourceLine[]): ReadonlyMap<number, TableLine> {
  const found = new Map<number, TableLine>();
  let columns: readonly Column[] | null = null;
  let before: TableLine | null = null;
  for (const [index, line] of lines.entries()) {
    if (isPageNumber(line) || isDecoration(line)) continue;
    if (!isTableLine(line) && !(columns !== null && isMergedRow(line))) {
      columns = null;
      continue;
    }
    const cells = cellsOf(line);
    const heading = readHeading(cells);
    if (heading !== null) columns = heading;
    if (columns === null) continue;
    const read: TableLine =
      heading !== null || cells.every((cell) => /^\(?(?:\d{1,2}|\p{Lu})?\)?$/u.test(cell))
        ? { kind: 'header' }
        : readRow(cells, columns, before);
    found.set(index, read);
    if (read.kind !== 'header') before = read;
  }
  return found;
}

function readHeading(cells: readonly string[]): readonly Column[] | null {
  if (cells.length < fewestColumns || cells.some((cell) => cell.length > longestHeading || /\d/u.test(cell)))
    return null;
  const columns = cells.map((cell) => {
    const folded = foldText(cell);
    return columnWords.find(([, words]) => words.test(folded))?.[0] ?? 'other';
  });
  const others = new Set(columns.filter((column) => column !== 'other' && column !== 'number' && column !== 'task'));
  return columns.includes('task') && others.size > 0 && (others.size > 1 || columns.includes('number'))
    ? columns
    : null;
}

function readRow(cells: readonly string[], columns: readonly Column[], before: TableLine | null): TableLine {
  const filled = cells.filter((cell) => cell !== '');
  const cellOf = (column: Column): string =>
    cells.filter((cell, index) => columns[index] === column && cell !== '').join('; ');
  const row: AssignmentRow = {
    number: cellOf('number'),
    task: cellOf('task'),
    lead: cellOf('lead'),
    supporting: cellOf('supporting'),
    time: cellOf('time'),
    output: cellOf('output'),
  };
  const isGroup =
    filled.length <= 2 && (cells.length < columns.length || (row.lead === '' && row.time === '' && row.output === ''));
  if (isGroup) {
    const merged = /^([IVX]{1,6}|\d{1,2})[.)]\s+(.+)$/u.exec(filled.length === 1 ? (filled[0] ?? '') : '');
    if (merged) return { kind: 'group', label: merged[1] ?? '', text: merged[2] ?? '' };
    const label = filled.length === 2 ? (filled[0] ?? '') : '';
    return { kind: 'group', label, text: filled.at(-1) ?? '' };
  }
  const goesOn = row.number === '' && /^[\p{Ll}(]/u.test(row.task || row.lead || row.output) && isRow(before);
  return { kind: goesOn ? 'more' : 'row', row };
}

function isRow(line: TableLine | null): boolean {
  return line?.kind === 'row' || line?.kind === 'more';
}

/** A row and its rest on the next page, made whole. */
export function joinRows(row: AssignmentRow, more: AssignmentRow): AssignmentRow {
  const join = (one: string, other: string) => [one, other].filter((words) => words !== '').join(' ');
  return {
    number: row.number,
    task: join(row.task, more.task),
    lead: join(row.lead, more.lead),
    supporting: join(row.supporting, more.supporting),
    time: join(row.time, more.time),
    output: join(row.output, more.output),
  };
}
