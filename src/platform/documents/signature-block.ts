import { Paragraph, type Table } from 'docx';
import { centredLine, columns, textRuns } from './document-parts.ts';
import { formatRecipients, formatSigningPost, oneLine } from './document-text.ts';
import type { OfficialDocument } from './official-document.ts';
import { sizePt, textWidthOfPageMm, twips } from './page-setup.ts';

const recipientsColumnMm = 80;
/** Room for the hand-written or digital signature and the seal (30–36 mm high seals lie over the post). */
const signatureSpacePt = 72;

/** Cell 9b. */
function recipientsColumn({ draftingMark, recipients, addressees }: OfficialDocument): Paragraph[] {
  const hasAddressees = (addressees ?? []).some((addressee) => oneLine(addressee) !== '');
  const line = (text: string) =>
    new Paragraph({
      indent: { left: twips(2), hanging: twips(2), right: twips(4) },
      spacing: { before: 0, after: 0 },
      children: textRuns([{ text }], sizePt.recipients),
    });
  const label = textRuns([{ text: 'Nơi nhận:', bold: true, italic: true }], sizePt.recipientsLabel);
  return [
    new Paragraph({ spacing: { before: 0, after: 0 }, children: label }),
    ...formatRecipients({ recipients, hasAddressees }).map(line),
    ...(draftingMark ? [line(oneLine(draftingMark))] : []),
  ];
}

/** Cells 7a to 7c: by which authority, which post, room to sign, and the name without rank or degree. */
function signatureColumn({ form, signature }: OfficialDocument): Paragraph[] {
  const style = { sizePt: sizePt.signature, bold: true };
  return [
    ...formatSigningPost(signature, form).map((line) => centredLine(line, style)),
    centredLine(oneLine(signature.name ?? ''), { ...style, beforePt: signatureSpacePt }),
  ];
}

/** The foot of the document: recipients left, signature right, on one page. */
export function signatureTable(document: OfficialDocument): Table {
  return columns({
    widthsMm: [recipientsColumnMm, textWidthOfPageMm - recipientsColumnMm],
    rows: [[recipientsColumn(document), signatureColumn(document)]],
  });
}
