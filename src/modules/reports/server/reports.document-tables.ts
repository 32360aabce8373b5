import type { TableBlock, TableBlockRow, TextPiece } from '../../../platform/documents/official-document.ts';
import type { ReportEvidence, ReportFigure, ReportRow, ThemeChartRow } from './reports.document-input.ts';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** 2026-03-05 → 05/3/2026, as the decree writes days and months in running text. */
export function formatDay(date: string): string {
  const [year, month = '', day = ''] = date.slice(0, 10).split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

function figureValue(value: ReportFigure['value']): string {
  if (value === null || value === '') return 'Chưa có số liệu';
  return typeof value === 'number' ? numbers.format(value) : value;
}

export function figuresTable(figures: readonly ReportFigure[]): TableBlock {
  return {
    kind: 'table',
    header: ['TT', 'Chỉ tiêu', 'Số liệu', 'Ghi chú'],
    columnWidths: [11, 78, 28, 48],
    alignments: ['center', 'left', 'center', 'left'],
    rows: figures.map(({ label, value, note }, index) => ({
      kind: 'cells',
      cells: [String(index + 1), label, figureValue(value), note ?? ''],
    })),
  };
}

/** What the system recorded by itself is told apart from what a person handed in: the reader weighs them differently. */
function evidencePieces(evidence: readonly ReportEvidence[]): TextPiece[] {
  if (evidence.length === 0) return [{ text: 'Chưa có minh chứng', italic: true }];
  return evidence.flatMap(({ label, url, date, bySystem }, index): TextPiece[] => [
    { text: `${index > 0 ? '\n' : ''}- ` },
    { text: label, ...(url && { link: url }) },
    { text: `${date ? `, ${formatDay(date)}` : ''} (${bySystem ? 'hệ thống ghi nhận' : 'đơn vị cung cấp'})` },
  ]);
}

export function tasksTable(rows: readonly ReportRow[]): TableBlock {
  const tableRows: TableBlockRow[] = [];
  let theme: string | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.theme && row.theme !== theme) tableRows.push({ kind: 'group', title: row.theme });
    theme = row.theme;
    tableRows.push({
      kind: 'cells',
      cells: [
        String(index + 1),
        `${row.clauseTitle}\n(mục ${row.clausePath})`,
        row.done.trim() === '' ? 'Chưa có kết quả' : row.done,
        evidencePieces(row.evidence),
        row.status,
      ],
    });
  }
  return {
    kind: 'table',
    header: ['TT', 'Nhiệm vụ', 'Việc đã làm', 'Minh chứng', 'Tình trạng'],
    columnWidths: [11, 46, 42, 44, 22],
    alignments: ['center'],
    rows: tableRows,
  };
}

/** One bar a theme, beside its words: what is drawn can also be read. */
export function themesChart(themes: readonly ThemeChartRow[]): TableBlock {
  return {
    kind: 'table',
    header: ['Chủ đề', 'Số mục theo tình trạng', 'Bằng chữ'],
    columnWidths: [48, 70, 47],
    rows: themes.map(({ theme, bar, words }) => ({ kind: 'cells', cells: [theme, bar, words] })),
  };
}
