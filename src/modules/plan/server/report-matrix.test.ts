import { expect, test } from 'vitest';
import type { Matrix, MatrixRow } from '../plan.shapes.contract.ts';
import { foldCommunes } from './report-matrix.ts';

const column = (id: string, kind: Matrix['columns'][number]['kind']) => ({
  id,
  names: { vi: `Tên ${id}` },
  shortNames: {},
  kind,
});
const columns = [column('phong-a', 'own'), column('tt-b', 'own'), column('xa-1', 'commune'), column('xa-2', 'commune')];
const counts = { done: 0, running: 0, late: 0, empty: 0, idle: 0, declined: 0 };

function row(path: string, cells: MatrixRow['cells']): MatrixRow {
  return { clauseId: path, path, title: `Việc ${path}`, text: '', groupPath: '', groupTitle: '', cells };
}
const cell = (state: MatrixRow['cells'][string]['state'], count = 0) => ({ state, count, waiting: 0 });

test('a unit that was asked for nothing and did nothing takes no column of the annex', () => {
  const folded = foldCommunes({ columns, counts, rows: [row('II.1/1', { 'phong-a': cell('done', 2) })] });
  expect(folded.units).toEqual([{ id: 'phong-a', name: 'Tên phong-a' }]);
  expect(folded.rows[0]?.cells).toEqual({ 'phong-a': { state: 'done', count: 2 } });
});

test('communes become one figure a clause, over all communes, and none where they are not concerned', () => {
  const rows = [row('II.2/1', { 'xa-1': cell('late') }), row('II.1/1', { 'phong-a': cell('empty') })];
  const folded = foldCommunes({ columns, counts, rows });
  expect(folded.communeCount).toBe(2);
  expect(folded.rows.map((each) => each.communes)).toEqual([{ ...counts, late: 1 }, null]);
});
