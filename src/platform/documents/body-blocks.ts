import { AlignmentType, HeadingLevel, Paragraph, type Table } from 'docx';
import { bodyTable } from './body-table.ts';
import { textRuns } from './document-parts.ts';
import { oneLine, upperCase } from './document-text.ts';
import type { DocumentBlock, TextPiece } from './official-document.ts';
import { bodySpacing, firstLineIndent, sizePt } from './page-setup.ts';

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

function blockParts(block: DocumentBlock, isLast: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)];
    case 'paragraph':
      return [bodyParagraph(block.runs, { keepNext: isLast })];
    case 'dash-list':
      return block.items.map((item, index) =>
        bodyParagraph([{ text: '- ' }, ...item], { keepNext: isLast && index === block.items.length - 1 }),
      );
    case 'note':
      return [bodyParagraph([{ text: block.text, italic: true }], { keepNext: isLast })];
    case 'table':
      return bodyTable(block);
  }
}

/** The last paragraph stays with the signature: nobody signs a page that bears nothing but the signature. */
export function bodyParts(body: readonly DocumentBlock[]): (Paragraph | Table)[] {
  return body.flatMap((block, index) => blockParts(block, index === body.length - 1));
}
