import { type KeyboardEvent, useRef, useState } from 'react';
import { Icon } from '../../../platform/ui/icons.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { MatrixRow } from '../plan.shapes.contract.ts';
import { useCellName } from './cell-name.ts';
import type { GridColumn, SelectedCell } from './coverage-selection.ts';
import { FoldedCell } from './folded-cell.tsx';
import styles from './matrix-grid.module.css';
import { watchedColumns } from './watched-columns.ts';

interface MatrixGridProps {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly GridColumn[];
  readonly isGrouped: boolean;
  readonly selected: SelectedCell | null;
  readonly onSelect: (cell: SelectedCell) => void;
}
type Shown = { readonly kind: 'column'; readonly column: GridColumn } | { readonly kind: 'fold' };

/** Up to this many communes each keep a column; of more, some do and the others are folded at first. */
const fewColumns = 6;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cloth: clauses × columns, one stitch a cell. Arrow keys go to the next stitch in that direction. */
export function MatrixGrid({ rows, columns, isGrouped, selected, onSelect }: MatrixGridProps) {
  const t = useText('plan');
  const table = useRef<HTMLTableElement>(null);
  const [isOpen, setOpen] = useState(false);
  const foldable = columns.filter((column) => column.isFoldable);
  const folds = foldable.length > fewColumns;
  const watched = folds ? watchedColumns(rows, foldable) : foldable;
  const folded = isOpen ? foldable : foldable.filter((column) => !watched.includes(column));
  const shown = arrange({ columns, watched, folds, isOpen });
  const firstCell = firstFilled(rows, shown);
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
    if (step === undefined || from === null) return;
    event.preventDefault();
    nextCell(table.current, from, step, rows.length, shown.length)?.focus();
  };
  return (
    <div className={styles.wrap} data-open={isOpen && folds}>
      <table ref={table} className={styles.table} onKeyDown={move} data-open={isOpen && folds}>
        <caption className="visually-hidden">{t('matrix.caption')}</caption>
        <colgroup>
          {isGrouped ? <col className={styles.groupColumn} /> : null}
          <col className={styles.clauseColumn} />
          {shown.map((each) => (
            <col
              key={each.kind === 'fold' ? 'fold' : each.column.id}
              className={each.kind === 'fold' ? styles.foldColumn : styles.unitColumn}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.corner} colSpan={isGrouped ? 2 : 1}>
              {t('matrix.corner')}
            </th>
            {shown.map((each) =>
              each.kind === 'fold' ? (
                <th key="fold" scope="col" className={styles.foldHead}>
                  <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                    <Icon name={isOpen ? 'chevronLeft' : 'chevronRight'} size={14} />
                    {isOpen ? t('matrix.fold') : t('matrix.communes', { count: folded.length })}
                  </button>
                </th>
              ) : (
                <th
                  key={each.column.id}
                  scope="col"
                  data-selected={selected?.columnId === each.column.id || each.column.isNow}
                  title={each.column.name}
                >
                  <span className={styles.unit}>{each.column.shortName}</span>
                </th>
              ),
            )}
          </tr>
        </thead>
        {groupsOf(rows, isGrouped).map((group) => (
          <tbody key={group.key}>
            {group.rows.map(({ row, index }, position) => (
              <tr key={row.clauseId} data-selected={selected?.clauseId === row.clauseId}>
                {isGrouped && position === 0 ? (
                  <th scope="rowgroup" rowSpan={group.rows.length} className={styles.group} title={row.groupTitle}>
                    <i>{row.groupPath}</i>
                    <span className={styles.groupTitle} data-rows={Math.min(group.rows.length, 4)}>
                      {row.groupTitle}
                    </span>
                  </th>
                ) : null}
                <th scope="row" className={styles.clause} title={row.text}>
                  <span className={styles.path}>{row.path}</span>
                  {row.title}
                </th>
                {shown.map((each, column) =>
                  each.kind === 'fold' ? (
                    <td key="fold" className={styles.fold}>
                      <FoldedCell
                        row={row}
                        columns={folded}
                        place={`${index}:${column}`}
                        isOpen={isOpen}
                        onOpen={() => setOpen(!isOpen)}
                      />
                    </td>
                  ) : (
                    <GridCell
                      key={each.column.id}
                      row={row}
                      column={each.column}
                      place={`${index}:${column}`}
                      isFirst={firstCell === `${index}:${column}`}
                      selected={selected}
                      onSelect={onSelect}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface GridCellProps {
  readonly row: MatrixRow;
  readonly column: GridColumn;
  readonly place: string;
  readonly isFirst: boolean;
  readonly selected: SelectedCell | null;
  readonly onSelect: (cell: SelectedCell) => void;
}

function GridCell({ row, column, place, isFirst, selected, onSelect }: GridCellProps) {
  const cellName = useCellName();
  const cell = row.cells[column.id];
  const isColumn = selected?.columnId === column.id;
  if (cell === undefined || cell.state === 'none') return <td data-selected={isColumn} />;
  const isSelected = isColumn && selected?.clauseId === row.clauseId;
  return (
    <td data-selected={isColumn}>
      <button
        type="button"
        className={styles.cell}
        data-cell={place}
        aria-current={isSelected ? 'true' : undefined}
        tabIndex={isSelected || (selected === null && isFirst) ? 0 : -1}
        aria-label={cellName({ path: row.path, column: column.name, state: cell.state, count: cell.count })}
        title={column.name}
        onClick={() => onSelect({ clauseId: row.clauseId, columnId: column.id })}
      >
        <Stitch state={cell.state} count={cell.count > 0 ? cell.count : undefined} size={19} title={null} />
      </button>
    </td>
  );
}

/** Folded, the bar of the other communes is last; opened, it stands before them, to fold them again. */
function arrange(input: {
  readonly columns: readonly GridColumn[];
  readonly watched: readonly GridColumn[];
  readonly folds: boolean;
  readonly isOpen: boolean;
}): Shown[] {
  const { columns, watched, folds, isOpen } = input;
  const plain = (each: GridColumn): Shown => ({ kind: 'column', column: each });
  if (!folds) return columns.map(plain);
  if (!isOpen)
    return [...columns.filter((column) => !column.isFoldable || watched.includes(column)).map(plain), { kind: 'fold' }];
  const firstCommune = columns.findIndex((column) => column.isFoldable);
  return [...columns.slice(0, firstCommune).map(plain), { kind: 'fold' }, ...columns.slice(firstCommune).map(plain)];
}

interface RowGroup {
  readonly key: string;
  readonly rows: { readonly row: MatrixRow; readonly index: number }[];
}

function groupsOf(rows: readonly MatrixRow[], isGrouped: boolean): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const [index, row] of rows.entries()) {
    const last = groups.at(-1);
    const key = isGrouped ? row.groupPath : 'all';
    if (last?.key === key) last.rows.push({ row, index });
    else groups.push({ key, rows: [{ row, index }] });
  }
  return groups;
}

function firstFilled(rows: readonly MatrixRow[], shown: readonly Shown[]): string | null {
  for (const [index, row] of rows.entries()) {
    const column = shown.findIndex((each) => each.kind === 'column' && row.cells[each.column.id] !== undefined);
    if (column >= 0) return `${index}:${column}`;
  }
  return null;
}

function nextCell(
  table: HTMLTableElement | null,
  from: HTMLElement,
  step: readonly [number, number],
  rowCount: number,
  columnCount: number,
): HTMLElement | null {
  let [row = 0, column = 0] = (from.dataset.cell ?? '0:0').split(':').map(Number);
  for (;;) {
    row += step[0];
    column += step[1];
    if (row < 0 || column < 0 || row >= rowCount || column >= columnCount) return null;
    const found = table?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
    if (found) return found;
  }
}
