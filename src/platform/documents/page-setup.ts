import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { oneLine } from './document-text.ts';
import { marginMm, pageMm } from './page-measures.ts';

export { marginMm, textWidthOfLandscapeMm, textWidthOfPageMm } from './page-measures.ts';

export const fontName = 'Times New Roman';

/** Type sizes in points. Where the decree gives a range, the one that the annex's own samples use. */
export const sizePt = {
  nationalName: 12,
  motto: 13,
  agency: 12,
  numberAndSymbol: 13,
  placeAndDate: 14,
  kindAndSubject: 14,
  letterSubject: 12,
  body: 14,
  table: 13,
  signature: 14,
  recipientsLabel: 12,
  recipients: 11,
  partyTitle: 15,
  partyNumber: 14,
  partyKind: 16,
  stamp: 13,
  draftingMark: 11,
  contact: 11,
  pageNumber: 14,
  notice: 11,
} as const;

/** docx counts type in half points, lengths in twips. */
export function halfPoints(points: number): number {
  return points * 2;
}

export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

export function pointsInTwips(points: number): number {
  return points * 20;
}

/** Annex I, II.6: first line indented by 1 or 1.27 cm, at least 6 pt between paragraphs, single to 1.5 lines. */
export const bodySpacing = { before: pointsInTwips(6), after: 0, line: 264, lineRule: LineRuleType.AUTO } as const;
export const firstLineIndent = { firstLine: twips(12.7) } as const;

function footLine(text: string, options: { ruled?: boolean } = {}): Paragraph {
  const run = new TextRun({ text: oneLine(text), italics: !options.ruled, size: halfPoints(sizePt.notice) });
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' } as const;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(options.ruled && { border: { top: rule } }),
    children: [run],
  });
}

export type PageSetup = {
  exampleNotice?: string | undefined;
  /** Cell 13: at the foot of the first page, under a rule as long as the text is wide. */
  contact?: string | undefined;
  landscape?: boolean | undefined;
};

function footers({ exampleNotice, contact }: PageSetup): Pick<ISectionOptions, 'footers'> {
  const notice = exampleNotice ? [footLine(exampleNotice)] : [];
  const address = contact ? [footLine(contact, { ruled: true })] : [];
  if (notice.length + address.length === 0) return {};
  return {
    footers: {
      first: new Footer({ children: [...address, ...notice] }),
      ...(notice.length > 0 && { default: new Footer({ children: notice }) }),
    },
  };
}

/** A section: numbered from 1 by itself, the number centred in the top margin from page 2 on (annex I, I.7 and III.1). */
export function pageSetup(setup: PageSetup): Omit<ISectionOptions, 'children'> {
  const pageNumber = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(sizePt.pageNumber) });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // docx swaps the two for landscape.
        size: {
          width: twips(pageMm.width),
          height: twips(pageMm.height),
          orientation: setup.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(marginMm.top),
          bottom: twips(marginMm.bottom),
          left: twips(marginMm.left),
          right: twips(marginMm.right),
          header: twips(10),
          footer: twips(10),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pageNumber] })] }),
    },
    ...footers(setup),
  };
}
