import { AlignmentType, HeadingLevel, Paragraph, type Table } from 'docx';
import { bodyTable } from './body-table.ts';
import { centredLine, textRuns } from './document-parts.ts';
import { oneLine, upperCase } from './document-text.ts';
import type { DocumentBlock, LegalHeadingBlock, PictureBlock, TextPiece } from './official-document.ts';
import { bodySpacing, firstLineIndent, sizePt, textWidthOfPageMm } from './page-setup.ts';
import { pictureRun } from './picture-run.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function bodyParagraph(pieces: readonly TextPiece[], options: { keepNext: boolean }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: firstLineIndent,
    spacing: bodySpacing,
    keepNext: options.keepNext,
    children: textRuns(pieces, sizePt.body),
  });
}

/** Annex I, table V.6b: "I." in bold capitals, "1." in bold, "a)" upright. */
function heading(block: Extract<DocumentBlock, { kind: 'heading' }>): Paragraph {
  const text = block.level === 1 ? upperCase(block.text) : oneLine(block.text);
  return new Paragraph({
    heading: levels[block.level],
    alignment: AlignmentType.JUSTIFIED,
    indent: firstLineIndent,
    spacing: bodySpacing,
    keepNext: true,
    children: textRuns([{ text: `${oneLine(block.label)} ${text}`, bold: block.level < 3 }], sizePt.body),
  });
}

/** Annex I, table V.6a: "Chương I" over its title in bold capitals, both centred; "Điều 1. …" bold and indented. */
function legalHeading({ level, number, title }: LegalHeadingBlock): Paragraph[] {
  const label = `${level} ${oneLine(number)}`;
  if (level === 'Điều')
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        alignment: AlignmentType.JUSTIFIED,
        indent: firstLineIndent,
        spacing: bodySpacing,
        keepNext: true,
        children: textRuns([{ text: `${label}. ${oneLine(title)}`, bold: true }], sizePt.body),
      }),
    ];
  return [label, upperCase(title)].map(
    (text, index) =>
      new Paragraph({
        ...(index === 0 && { heading: HeadingLevel.HEADING_1 }),
        alignment: AlignmentType.CENTER,
        spacing: { ...bodySpacing, before: index === 0 ? 200 : 0 },
        keepNext: true,
        children: textRuns([{ text, bold: true }], sizePt.body),
      }),
  );
}

function picture(block: PictureBlock, textWidthMm: number): Paragraph[] {
  const caption = block.caption
    ? [centredLine(oneLine(block.caption), { sizePt: sizePt.table, italic: true, beforePt: 3 })]
    : [];
  const spacing = { before: bodySpacing.before, after: 0 };
  const held = { keepNext: caption.length > 0 };
  const children = [pictureRun(block, textWidthMm)];
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing, ...held, children }), ...caption];
}

type Setting = { isLast: boolean; textWidthMm: number };

function blockParts(block: DocumentBlock, { isLast, textWidthMm }: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)];
    case 'legal-heading':
      return legalHeading(block);
    case 'paragraph':
      return [bodyParagraph(block.runs, { keepNext: isLast })];
    case 'dash-list':
      return block.items.map((item, index) =>
        bodyParagraph([{ text: `${block.mark ?? '-'} ` }, ...item], {
          keepNext: isLast && index === block.items.length - 1,
        }),
      );
    case 'note':
      return [bodyParagraph([{ text: block.text, italic: true }], { keepNext: isLast })];
    case 'table':
      return bodyTable(block, textWidthMm);
    case 'picture':
      return picture(block, textWidthMm);
  }
}

/** The last paragraph stays with the signature: nobody signs a page that bears nothing but the signature. */
export function bodyParts(
  body: readonly DocumentBlock[],
  { textWidthMm = textWidthOfPageMm }: { textWidthMm?: number } = {},
): (Paragraph | Table)[] {
  return body.flatMap((block, index) => blockParts(block, { isLast: index === body.length - 1, textWidthMm }));
}
