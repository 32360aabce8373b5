import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { MatrixRow } from '../plan.shapes.contract.ts';
import { type CoverageSheet, coverageWorkbook } from './coverage-sheet.ts';

const row: MatrixRow = {
  clauseId: 'c',
  path: 'I.1/1',
  title: '=Nội dung <thử>',
  text: '',
  groupPath: 'I.1',
  groupTitle: '',
  cells: { a: { state: 'done', count: 2, waiting: 0 }, m1: { state: 'late', count: 0, waiting: 1 } },
};
const sheets: CoverageSheet[] = [
  {
    name: 'Nhiệm vụ × đơn vị',
    rows: [row],
    columns: [
      { id: 'a', name: 'Phòng A & B' },
      { id: 'b', name: 'Xã B' },
    ],
  },
  { name: 'Nhiệm vụ × tháng', rows: [row], columns: [{ id: 'm1', name: 'Tháng 1' }] },
];

it('writes each clause as a row, units and months on sheets of their own, in words, with nothing that could be a formula', async () => {
  const workbook = await coverageWorkbook(sheets, {
    path: 'Mục',
    clause: 'Nhiệm vụ',
    cell: ({ state, count }) => `${state} (${count})`,
  });
  const parts = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const read = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]);
  const textsOf = (part: string) =>
    [...read(part).matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map((match) => shared[Number(match[1])]);
  expect(textsOf('xl/worksheets/sheet1.xml')).toEqual([
    'Mục',
    'Nhiệm vụ',
    'Phòng A &amp; B',
    'Xã B',
    'I.1/1',
    '=Nội dung &lt;thử&gt;',
    'done (2)',
  ]);
  expect(textsOf('xl/worksheets/sheet2.xml')).toContain('late (0)');
  for (const part of Object.keys(parts).filter((name) => name.includes('worksheets/')))
    expect(read(part)).not.toContain('<f>');
  expect(read('xl/workbook.xml')).toContain('Nhiệm vụ × tháng');
});
