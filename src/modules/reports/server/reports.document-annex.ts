import type { DocumentAnnex, DocumentBlock, TableBlock } from '../../../platform/documents/official-document.ts';
import type { PrintableMatrix } from './reports.document-input.ts';
import { formatDay } from './reports.document-tables.ts';

/** More columns than these leave no room for words on a landscape sheet: the rest follows in a table of its own. */
const mostUnits = 7;

function matrixTable(matrix: PrintableMatrix, part: { from: number; to: number; withCommunes: boolean }): TableBlock {
  const { from, to, withCommunes } = part;
  const units = matrix.units.slice(from, to);
  return {
    kind: 'table',
    header: [
      'Mục',
      'Nội dung, nhiệm vụ',
      ...units,
      ...(withCommunes ? [`Xã, phường (đã thực hiện/${matrix.communeCount})`] : []),
    ],
    columnWidths: [20, 62, ...units.map(() => 24), ...(withCommunes ? [46] : [])],
    alignments: ['left', 'left', ...units.map(() => 'center' as const), ...(withCommunes ? ['center' as const] : [])],
    rows: matrix.rows.map((row) => ({
      kind: 'cells',
      cells: [row.clausePath, row.clauseTitle, ...row.cells.slice(from, to), ...(withCommunes ? [row.communes] : [])],
    })),
  };
}

function tables(matrix: PrintableMatrix): TableBlock[] {
  const parts: TableBlock[] = [];
  const count = matrix.units.length;
  for (let from = 0; from === 0 || from < count; from += mostUnits) {
    const to = Math.min(from + mostUnits, count);
    parts.push(matrixTable(matrix, { from, to, withCommunes: to === count && matrix.communeCount !== null }));
  }
  return parts;
}

/** The matrix in landscape (Nghị định 30/2020, annex I, I.2), with the day of its figures. */
export function matrixAnnex(matrix: PrintableMatrix): DocumentAnnex {
  const say = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] });
  const key =
    'Ô ghi tình trạng và, trong ngoặc, số minh chứng được nhận trong kỳ; ô trống: không giao. Mục còn thiếu xếp trước.';
  return {
    title: 'Ma trận thực hiện nhiệm vụ theo mục và đơn vị',
    landscape: true,
    body: [
      say(`Số liệu tính đến ngày ${formatDay(matrix.countedTo)}. ${matrix.summary}`.trim()),
      ...(matrix.blankPaths.length > 0
        ? [say(`Mục không giao riêng cho đơn vị và chưa có minh chứng trong kỳ: ${matrix.blankPaths.join('; ')}.`)]
        : []),
      say(key),
      ...tables(matrix),
    ],
  };
}
