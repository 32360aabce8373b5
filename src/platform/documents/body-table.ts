import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { textRuns } from './document-parts.ts';
import { cleanText, oneLine } from './document-text.ts';
import {
  isPicture,
  type TableBlock,
  type TableBlockCell,
  type TableBlockRow,
  type TextPiece,
} from './official-document.ts';
import { columnShare } from './page-measures.ts';
import { sizePt, textWidthOfPageMm, twips } from './page-setup.ts';
import { pictureRun } from './picture-run.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const allLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
type Alignment = keyof typeof alignments;

function cellParagraph(pieces: readonly TextPiece[], alignment: Alignment, keepNext = false): Paragraph {
  return new Paragraph({
    alignment: alignments[alignment],
    spacing: { before: 40, after: 40 },
    keepNext,
    children: textRuns(pieces, sizePt.table),
  });
}

/** Room between a picture in a cell and its lines, both sides together. */
const cellMarginMm = 4;

function cellParagraphs(cell: TableBlockCell, alignment: Alignment, widthTwips: number): Paragraph[] {
  if (isPicture(cell)) {
    const run = pictureRun(cell, widthTwips / twips(1) - cellMarginMm);
    return [new Paragraph({ alignment: alignments[alignment], spacing: { before: 40, after: 40 }, children: [run] })];
  }
  if (typeof cell !== 'string') return [cellParagraph(cell, alignment)];
  return cleanText(cell)
    .split('\n')
    .map((text) => cellParagraph([{ text }], alignment));
}

/** Column widths in twips that add up to the width of the text, whatever shares were given. */
export function tableColumnWidths(
  block: Pick<TableBlock, 'header' | 'columnWidths'>,
  widthMm: number = textWidthOfPageMm,
): number[] {
  const shares = block.header.map((_, index) => columnShare(block.columnWidths[index]));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((share / sum) * twips(widthMm)));
}

function headerRow(block: TableBlock, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.header.map(
      (title, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [cellParagraph([{ text: oneLine(title), bold: true }], 'center', true)],
        }),
    ),
  });
}

function groupRow(title: string, widths: readonly number[]): TableRow {
  const size = widths.reduce((sum, width) => sum + width, 0);
  const children = [cellParagraph([{ text: oneLine(title), bold: true }], 'left', true)];
  const cell = new TableCell({ columnSpan: widths.length, width: { size, type: WidthType.DXA }, children });
  return new TableRow({ cantSplit: true, children: [cell] });
}

function bodyRow(row: TableBlockRow, block: TableBlock, widths: readonly number[]): TableRow {
  if (row.kind === 'group') return groupRow(row.title, widths);
  return new TableRow({
    cantSplit: true,
    children: widths.map(
      (size, index) =>
        new TableCell({
          width: { size, type: WidthType.DXA },
          children: cellParagraphs(row.cells[index] ?? '', block.alignments?.[index] ?? 'left', size),
        }),
    ),
  });
}

function gap(keepNext: boolean): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT }, keepNext });
}

/** A ruled table whose header is repeated on every page and whose rows do not split, with a little room around it. */
export function bodyTable(block: TableBlock, widthMm: number = textWidthOfPageMm): (Paragraph | Table)[] {
  const widths = tableColumnWidths(block, widthMm);
  if (widths.length === 0) return [];
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 0, bottom: 0, left: 85, right: 85, marginUnitType: WidthType.DXA },
    borders: allLines,
    rows: [headerRow(block, widths), ...block.rows.map((row) => bodyRow(row, block, widths))],
  });
  return [gap(true), table, gap(false)];
}
