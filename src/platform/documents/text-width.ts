/**
 * Widths of Times New Roman in thousandths of the type size, read from Liberation Serif 2.1.5, which has the same
 * metrics. A letter with accents is as wide as the letter without; only ơ and ư, with their horn, are not.
 */
const regularWidths: Record<number, string> = {
  180: "'",
  250: ' ,.',
  278: '/:;ijlt',
  333: '-()Ifr',
  389: 'Js',
  408: '"',
  444: 'acez',
  500: '0123456789bdghknopquvxyđ',
  529: 'ơ',
  542: 'ư',
  556: 'FPS',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYwĐƠ',
  776: 'Ư',
  778: '&m',
  889: 'M',
  944: 'W',
};
const boldWidths: Record<number, string> = {
  250: ' ,.',
  278: "/'il",
  333: '-:;()fjt',
  389: 'Is',
  444: 'cerz',
  500: '0123456789Jagovxy',
  554: 'ơ',
  555: '"',
  556: 'Sbdhknpquđ',
  600: 'ư',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQƠ',
  796: 'Ư',
  833: '&m',
  944: 'M',
  1000: 'W',
};

function byCharacter(widths: Record<number, string>): Map<string, number> {
  return new Map(Object.entries(widths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, +width])));
}

const regular = byCharacter(regularWidths);
const bold = byCharacter(boldWidths);
const accents = /[\u0300-\u031a\u031c-\u036f]/gu;
const millimetresPerPoint = 25.4 / 72;

export type TypeSetting = { sizePt: number; bold: boolean };

/** Width in millimetres of one line in Times New Roman; a letter that is not known counts as half the type size. */
export function textWidthMm(text: string, { sizePt, bold: isBold }: TypeSetting): number {
  const widths = isBold ? bold : regular;
  const letters = [...text.normalize('NFD').replace(accents, '').normalize('NFC')];
  const thousandths = letters.reduce((sum, letter) => sum + (widths.get(letter) ?? 500), 0);
  return (thousandths / 1000) * sizePt * millimetresPerPoint;
}
