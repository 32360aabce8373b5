import type { ISectionOptions } from 'docx';
import { annexReference } from './annex-reference.ts';
import { bodyParts } from './body-blocks.ts';
import { centredLine } from './document-parts.ts';
import { formatAnnexLabel, upperCase } from './document-text.ts';
import { splitIntoLines } from './line-breaks.ts';
import type { OfficialDocument } from './official-document.ts';
import { pageSetup, sizePt, textWidthOfLandscapeMm, textWidthOfPageMm } from './page-setup.ts';

/** Annex I, III: each annex on pages of its own, numbered from 1, without a signature of its own in the same file. */
export function annexSections(document: OfficialDocument): ISectionOptions[] {
  const annexes = document.annexes ?? [];
  return annexes.map(({ title, body, landscape }, index) => {
    const textWidthMm = landscape ? textWidthOfLandscapeMm : textWidthOfPageMm;
    const setting = { sizePt: sizePt.kindAndSubject, bold: true };
    const titleLines = splitIntoLines(upperCase(title), { ...setting, widthMm: textWidthMm - 20 });
    return {
      ...pageSetup({ exampleNotice: document.exampleNotice, landscape }),
      children: [
        centredLine(formatAnnexLabel(index, annexes.length), setting),
        ...titleLines.map((line) => centredLine(line, setting)),
        centredLine(annexReference(document), { sizePt: sizePt.body, italic: true }),
        ...bodyParts(body, { textWidthMm }),
      ],
    };
  });
}
