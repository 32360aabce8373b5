import { type Marker, ranks } from './markers.ts';

/** Nghị định 30/2020 numbers points in the order of the Vietnamese alphabet; practice leaves out ă â ê ô ơ ư and f j w z. */
const pointLetters = 'abcdđeghiklmnopqrstuvxy';
const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Does a label follow its predecessor on the same level (or begin the level)? Labels that are not counted always do. */
export function isNextInSequence(before: Marker | null, marker: Marker): boolean {
  const ordinal = ordinalOf(marker);
  if (ordinal === null) return true;
  if (before === null) return marker.rank === ranks.article || ordinal === 1;
  const previous = ordinalOf(before);
  return previous === null || ordinal === previous + 1 || (ordinal === 1 && !hasSameFamily(before, marker));
}

function hasSameFamily(before: Marker, marker: Marker): boolean {
  return before.numbers.slice(0, -1).join('.') === marker.numbers.slice(0, -1).join('.');
}

function ordinalOf(marker: Marker): number | null {
  if (marker.numbers.length > 0) return marker.numbers.at(-1) ?? null;
  if (marker.key === null || marker.rank === ranks.tableRow || marker.rank === ranks.tableGroup) return null;
  if (marker.rank === ranks.letter) {
    const position = pointLetters.indexOf(marker.key);
    return position === -1 ? null : position + 1;
  }
  if (marker.rank === ranks.roman) return readRoman(marker.key);
  const digits = /^(?:\p{L}+-)?(\d+)\)?$/u.exec(marker.key)?.[1];
  return digits === undefined ? null : Number(digits);
}

function readRoman(numeral: string): number {
  const values = [...numeral].map((digit) => romanValues[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
