import { expect, it } from 'vitest';
import type { CellState, MatrixRow } from '../plan.shapes.contract.ts';
import type { GridColumn } from './coverage-selection.ts';
import { watchedColumns } from './watched-columns.ts';

const communes: GridColumn[] = Array.from({ length: 8 }, (_, index) => ({
  id: `xa-${index}`,
  name: `Xã ${index}`,
  shortName: `${index}`,
  isFoldable: true,
  isNow: false,
}));

function rowWith(cells: Record<string, readonly [CellState, number]>): MatrixRow {
  return {
    clauseId: 'clause',
    path: 'II.2/1',
    title: '',
    text: '',
    groupPath: 'II.2',
    groupTitle: '',
    cells: Object.fromEntries(Object.entries(cells).map(([id, [state, count]]) => [id, { state, count, waiting: 0 }])),
  };
}

it('shows the overdue communes and those with evidence, in the order of the province', () => {
  const rows = [rowWith({ 'xa-7': ['late', 0], 'xa-5': ['done', 3], 'xa-6': ['empty', 0] })];
  expect(watchedColumns(rows, communes).map((column) => column.id)).toEqual(['xa-0', 'xa-1', 'xa-2', 'xa-5', 'xa-7']);
});

it('shows the first communes while nothing has been done', () => {
  expect(watchedColumns([], communes).map((column) => column.id)).toEqual(['xa-0', 'xa-1', 'xa-2', 'xa-3', 'xa-4']);
});
