import { readFileSync } from 'node:fs';
import { vietnameseShare } from './vietnamese-words.ts';

export type OldEncoding = 'tcvn3' | 'vni';

const leastGain = 0.25;
let tables: Record<OldEncoding, ReadonlyMap<string, string>> | null = null;

function tableOf(encoding: OldEncoding): ReadonlyMap<string, string> {
  if (tables === null) {
    const file = new URL('../../../../data/old-encodings.json', import.meta.url);
    const data = JSON.parse(readFileSync(file, 'utf8')) as Record<OldEncoding, Record<string, string>>;
    tables = { tcvn3: new Map(Object.entries(data.tcvn3)), vni: new Map(Object.entries(data.vni)) };
  }
  return tables[encoding];
}

/** Text that was typed for fonts of before Unicode, made into Unicode. */
export function convertFrom(encoding: OldEncoding, text: string): string {
  const table = tableOf(encoding);
  let converted = '';
  for (let at = 0; at < text.length; at += 1) {
    const two = table.get(text.slice(at, at + 2));
    if (encoding === 'vni' && two !== undefined) {
      converted += two;
      at += 1;
    } else converted += table.get(text[at] as string) ?? text[at];
  }
  return converted;
}

/** Which old encoding a text is in, by which reading of it makes more Vietnamese words; null where it is Unicode. */
export function recogniseOldEncoding(text: string): OldEncoding | null {
  const asIs = vietnameseShare(text);
  if (asIs > 1 - leastGain) return null;
  const readings = (['tcvn3', 'vni'] as const).map((encoding) => {
    return { encoding, share: vietnameseShare(convertFrom(encoding, text)) };
  });
  const best = readings.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share > asIs + leastGain ? best.encoding : null;
}

/** The encoding that a font was made for: `.VnTime`, `.VnTimeH` (whose small letters look like capitals), `VNI-Times`. */
export function encodingOfFont(font: string | undefined): { encoding: OldEncoding; isCapitals: boolean } | null {
  if (font === undefined) return null;
  if (/^\.Vn/u.test(font)) return { encoding: 'tcvn3', isCapitals: /H$/u.test(font) };
  return /^VNI-/iu.test(font) ? { encoding: 'vni', isCapitals: false } : null;
}

export function convertFontText(font: string | undefined, text: string): string {
  const known = encodingOfFont(font);
  if (known === null) return text;
  const converted = convertFrom(known.encoding, text);
  return known.isCapitals ? converted.toUpperCase() : converted;
}

/**
 * TCVN3 has no capitals with accents: a line in capitals was typed in small letters and shown by a font of capitals
 * (`.VnTimeH`). In plain text the font is lost, so that a line of its own without any capital is one of those.
 */
export function restoreCapitals(text: string): string {
  let before = '';
  return text.replace(/[^\n]+|\n/gu, (line) => {
    if (line === '\n') {
      before += line;
      return line;
    }
    const isApart = before === '' || /\n\s*\n$/u.test(before) || isLineOfCapitals(before);
    const isTitle =
      isApart && /^\s*\p{Ll}[^\p{Lu}]{2,118}$/u.test(line) && !/[.;:,]\s*$/u.test(line.replace(/^\s*tl\./u, ''));
    const printed = isTitle ? line.toUpperCase() : line;
    before = printed;
    return printed;
  });
}

function isLineOfCapitals(before: string): boolean {
  return before.indexOf('\n') === before.length - 1 && /\p{Lu}/u.test(before) && !/\p{Ll}/u.test(before);
}
