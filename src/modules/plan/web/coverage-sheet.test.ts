import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Matrix } from '../plan.contract.ts';
import { coverageSheet } from './coverage-sheet.ts';

const matrix: Matrix = {
  plan: { id: 'p', directiveId: 'd', title: 'Kế hoạch', year: 2026, state: 'confirmed', version: 1, taskCount: 1 },
  today: '2026-11-25',
  columns: [
    { id: 'a', names: { vi: 'Phòng A & B' }, shortNames: { vi: 'A' }, kind: 'own' },
    { id: 'b', names: { vi: 'Xã B' }, shortNames: { vi: 'B' }, kind: 'commune' },
  ],
  rows: [
    {
      clauseId: 'c',
      path: 'I.1/1',
      title: '=Nội dung <thử>',
      text: '',
      groupPath: 'I.1',
      groupTitle: '',
      cells: { a: { state: 'done', count: 2, waiting: 0 } },
    },
  ],
  counts: { done: 1, running: 0, late: 0, empty: 0, idle: 0, declined: 0 },
  themes: [],
};

it('writes each clause as a row and each unit as a column, in words, with nothing that could be a formula', () => {
  const bytes = coverageSheet(matrix, {
    sheet: 'Độ phủ',
    path: 'Mục',
    clause: 'Nhiệm vụ',
    column: (names) => names.vi ?? '',
    cell: ({ state, count }) => `${state} (${count})`,
  });
  const parts = unzipSync(bytes);
  expect(Object.keys(parts)).toContain('[Content_Types].xml');
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const texts = [...sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map((match) => match[1]);
  expect(texts).toEqual(['Mục', 'Nhiệm vụ', 'Phòng A &amp; B', 'Xã B', 'I.1/1', '=Nội dung &lt;thử&gt;', 'done (2)']);
  expect(sheet).not.toContain('<f>');
});
