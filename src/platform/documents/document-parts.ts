import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cleanText } from './document-text.ts';
import type { TextPiece } from './official-document.ts';
import { halfPoints, twips } from './page-setup.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const noBorders = { top: none, bottom: none, left: none, right: none } as const;

/** Only what a browser may open without harm. */
function safeLink(link: string | undefined): string | null {
  const url = link && URL.canParse(link) ? new URL(link) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** Line feeds inside a piece become line breaks. */
export function textRuns(pieces: readonly TextPiece[], sizePt: number): ParagraphChild[] {
  return pieces.flatMap((piece): ParagraphChild[] => {
    const runs = cleanText(piece.text)
      .replace(/\t/g, ' ')
      .split('\n')
      .map(
        (text, index) =>
          new TextRun({
            text,
            ...(index > 0 && { break: 1 }),
            bold: piece.bold === true,
            italics: piece.italic === true,
            size: halfPoints(sizePt),
          }),
      );
    const link = safeLink(piece.link);
    return link === null ? runs : [new ExternalHyperlink({ link, children: runs })];
  });
}

export type LineStyle = { sizePt: number; bold?: boolean; italic?: boolean };

/** One centred line, closely set, as in the blocks at the head and the foot of the document. */
export function centredLine(text: string, style: LineStyle & { beforePt?: number }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: (style.beforePt ?? 0) * 20, after: 0 },
    children: textRuns([{ text, bold: style.bold, italic: style.italic }], style.sizePt),
  });
}

/** A centred solid rule of a given length: an empty, very low paragraph whose indents leave just that length. */
export function centredRule(input: { lengthMm: number; columnMm: number }): Paragraph {
  const side = twips(Math.max(0, (input.columnMm - input.lengthMm) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

/** Columns of text side by side, without lines. Rows do not split over pages. */
export function columns(input: { widthsMm: readonly number[]; rows: readonly (readonly Paragraph[])[][] }): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(input.widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: input.widthsMm.map(twips),
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: input.rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                borders: noBorders,
                width: { size: twips(input.widthsMm[index] ?? 0), type: WidthType.DXA },
                children: children.length > 0 ? children : [new Paragraph({})],
              }),
          ),
        }),
    ),
  });
}
