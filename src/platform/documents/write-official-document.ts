import { Document, LineRuleType, Packer, Paragraph } from 'docx';
import { annexSections } from './annexes.ts';
import { bodyParts } from './body-blocks.ts';
import { registryMetadata } from './document-metadata.ts';
import { markEnd, oneLine } from './document-text.ts';
import { addresseeLines, basisLines, headingTable, kindAndSubject } from './heading-block.ts';
import type { OfficialDocument } from './official-document.ts';
import { fontName, halfPoints, pageSetup, sizePt } from './page-setup.ts';
import { signatureTable } from './signature-block.ts';

/** The media type of what `writeOfficialDocument` makes. */
export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const text = { font: fontName, size: halfPoints(sizePt.body), color: '000000' } as const;
// Word's own headings are blue and in another face: they keep their meaning for navigation, not their looks.
const heading = { run: { ...text, bold: true, italics: false } } as const;

/** Sets a document as Nghị định 30/2020/NĐ-CP, annex I wants it and gives the bytes of a .docx file. */
export async function writeOfficialDocument(document: OfficialDocument): Promise<Buffer> {
  const file = new Document({
    title: oneLine(document.metadata.title),
    subject: oneLine(document.subject),
    creator: oneLine(document.metadata.creator),
    lastModifiedBy: oneLine(document.metadata.creator),
    description: oneLine(document.exampleNotice ?? ''),
    customProperties: registryMetadata(document),
    styles: {
      default: {
        document: { run: { ...text, language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
        heading1: heading,
        heading2: heading,
        heading3: { run: { ...text, bold: false, italics: false } },
        hyperlink: { run: { color: '000000', underline: {} } },
      },
    },
    sections: [
      {
        ...pageSetup({ exampleNotice: document.exampleNotice, contact: document.contact }),
        children: [
          headingTable(document),
          ...kindAndSubject(document),
          ...addresseeLines(document.addressees ?? []),
          ...basisLines(document.bases ?? []),
          ...bodyParts(markEnd(document.body)),
          new Paragraph({ keepNext: true, spacing: { before: 0, after: 0 } }),
          signatureTable(document),
          // Word wants a paragraph after the last table; this one takes no room.
          new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
        ],
      },
      ...annexSections(document),
    ],
  });
  return Packer.toBuffer(file);
}
