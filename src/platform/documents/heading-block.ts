import { AlignmentType, BorderStyle, Paragraph, type Table, TextRun } from 'docx';
import { centredLine, centredRule, columns, textRuns } from './document-parts.ts';
import {
  formatBases,
  formatDashList,
  formatNumberAndSymbol,
  formatPlaceAndDate,
  oneLine,
  upperCase,
} from './document-text.ts';
import { splitIntoLines } from './line-breaks.ts';
import type { OfficialDocument } from './official-document.ts';
import { bodySpacing, firstLineIndent, halfPoints, sizePt, textWidthOfPageMm, twips } from './page-setup.ts';
import { partyTitle } from './party-form.ts';
import { textWidthMm } from './text-width.ts';

// The national name at 12 pt bold is 88.3 mm wide and must not break.
const nationalColumnMm = 90;
const agencyColumnMm = textWidthOfPageMm - nationalColumnMm;
const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';
/** Annex I, II.2 and II.5: the rule is a third to a half of the line above it. */
const ruleShare = 0.4;

function agencyColumn({ parentAgency, agency, form }: OfficialDocument): Paragraph[] {
  const setting = (bold: boolean) => ({ sizePt: sizePt.agency, bold, widthMm: agencyColumnMm - 6 });
  const parentLines = parentAgency ? splitIntoLines(upperCase(parentAgency), setting(false)) : [];
  const agencyLines = splitIntoLines(upperCase(agency), setting(true));
  const longest = Math.max(...agencyLines.map((line) => textWidthMm(line, setting(true))), 30);
  return [
    ...parentLines.map((line) => centredLine(line, { sizePt: sizePt.agency })),
    ...agencyLines.map((line) => centredLine(line, { sizePt: sizePt.agency, bold: true })),
    ...(form === 'party'
      ? [partyStar()]
      : [centredRule({ lengthMm: Math.min(longest, agencyColumnMm) * ruleShare, columnMm: agencyColumnMm })]),
  ];
}

/** Under the agency: the Party's form has a star between it and the number. */
const partyStar = () => centredLine('*', { sizePt: sizePt.partyNumber, bold: false });

function partyColumn(): Paragraph[] {
  const setting = { sizePt: sizePt.partyTitle, bold: true };
  return [
    centredLine(partyTitle, setting),
    centredRule({ lengthMm: textWidthMm(partyTitle, setting), columnMm: nationalColumnMm }),
  ];
}

function nationalColumn(): Paragraph[] {
  const mottoWidthMm = textWidthMm(motto, { sizePt: sizePt.motto, bold: true });
  return [
    centredLine(nationalName, { sizePt: sizePt.nationalName, bold: true }),
    centredLine(motto, { sizePt: sizePt.motto, bold: true }),
    centredRule({ lengthMm: mottoWidthMm, columnMm: nationalColumnMm }),
  ];
}

/** A word in a box: cells 10b and 11 (the urgency in red, as the decree wants it), and the mark of a draft. */
function boxedMark(text: string, { color = '000000' } = {}): Paragraph {
  const side = { style: BorderStyle.SINGLE, size: 6, space: 2, color } as const;
  const boxMm = textWidthMm(text, { sizePt: sizePt.stamp, bold: true }) + 6;
  const indent = twips((agencyColumnMm - boxMm) / 2);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: indent, right: indent },
    spacing: { before: 160, after: 0 },
    border: { top: side, bottom: side, left: side, right: side },
    children: [new TextRun({ text, bold: true, color, size: halfPoints(sizePt.stamp) })],
  });
}

function marks({ draft, urgency, circulation }: OfficialDocument): Paragraph[] {
  return [
    ...(urgency ? [boxedMark(urgency, { color: 'FF0000' })] : []),
    ...(circulation ? [boxedMark(circulation)] : []),
    ...(draft ? [boxedMark('DỰ THẢO')] : []),
  ];
}

/** Cell 5b: what a letter is about, 6 pt under its number, "V/v" before it. */
function letterSubject({ kindName, subject }: OfficialDocument): Paragraph[] {
  if (kindName !== null) return [];
  const setting = { sizePt: sizePt.letterSubject, bold: false, widthMm: agencyColumnMm - 6 };
  return splitIntoLines(`V/v ${oneLine(subject)}`, setting).map((line, index) =>
    centredLine(line, { sizePt: sizePt.letterSubject, beforePt: index === 0 ? 6 : 0 }),
  );
}

/** Cells 1 to 5b of the decree's layout: who issues, under which number, where and when. */
export function headingTable(document: OfficialDocument): Table {
  const number = formatNumberAndSymbol(document.numberAndSymbol, document.form);
  const isParty = document.form === 'party';
  const placeAndDate = formatPlaceAndDate(document);
  return columns({
    widthsMm: [agencyColumnMm, nationalColumnMm],
    rows: [
      [agencyColumn(document), isParty ? partyColumn() : nationalColumn()],
      [
        [
          centredLine(number, {
            sizePt: isParty ? sizePt.partyNumber : sizePt.numberAndSymbol,
            beforePt: isParty ? 0 : 6,
          }),
          ...letterSubject(document),
          ...marks(document),
        ],
        [centredLine(placeAndDate, { sizePt: sizePt.placeAndDate, italic: true, beforePt: 6 })],
      ],
    ],
  });
}

/** Cell 5a: the kind of document, and under it what it is about; a letter has neither. */
export function kindAndSubject({ form, kindName, subject }: OfficialDocument): Paragraph[] {
  if (kindName === null) return [];
  const setting = { sizePt: sizePt.kindAndSubject, bold: true };
  const lines = splitIntoLines(oneLine(subject), { ...setting, widthMm: textWidthOfPageMm - 20 });
  const longest = Math.max(...lines.map((line) => textWidthMm(line, setting)), 30);
  return [
    centredLine(upperCase(kindName), {
      ...setting,
      ...(form === 'party' && { sizePt: sizePt.partyKind }),
      beforePt: 18,
    }),
    ...lines.map((line) => centredLine(line, setting)),
    centredRule({ lengthMm: Math.min(longest, textWidthOfPageMm) * ruleShare, columnMm: textWidthOfPageMm }),
  ];
}

/** Cell 9a. One addressee stands on the line of "Kính gửi:"; several make a dash list under it (annex I, II.9a). */
export function addresseeLines(addressees: readonly string[]): Paragraph[] {
  const names = formatDashList(addressees);
  const [only] = names;
  if (only === undefined) return [];
  const line = (text: string, leftMm: number, beforePt: number) =>
    new Paragraph({
      indent: { left: twips(leftMm), ...(leftMm > 40 && { hanging: twips(3) }) },
      spacing: { before: beforePt * 20, after: 0 },
      children: textRuns([{ text }], sizePt.body),
    });
  if (names.length === 1)
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 0 },
        children: textRuns([{ text: `Kính gửi: ${only.slice(2)}` }], sizePt.body),
      }),
    ];
  return [line('Kính gửi:', 30, 12), ...names.map((name) => line(name, 50, 3))];
}

/** Căn cứ: italic, one paragraph each. */
export function basisLines(bases: readonly string[]): Paragraph[] {
  return formatBases(bases).map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        indent: firstLineIndent,
        spacing: bodySpacing,
        children: textRuns([{ text, italic: true }], sizePt.body),
      }),
  );
}
