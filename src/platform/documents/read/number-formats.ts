/** Nghị định 30/2020 and practice: points run in the Vietnamese alphabet without ă â ê ô ơ ư. */
const vietnameseLetters = [...'abcdđeghiklmnopqrstuvxy'];
const latinLetters = [...'abcdefghijklmnopqrstuvwxyz'];
const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export type NumberFormat =
  | 'decimal'
  | 'decimal-zero'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-vietnamese'
  | 'upper-vietnamese'
  | 'lower-roman'
  | 'upper-roman'
  | 'bullet'
  | 'none';

/** A counter as a list prints it. */
export function formatNumber(value: number, format: NumberFormat): string {
  switch (format) {
    case 'decimal':
      return String(value);
    case 'decimal-zero':
      return String(value).padStart(2, '0');
    case 'lower-letter':
      return letters(value, latinLetters);
    case 'upper-letter':
      return letters(value, latinLetters).toUpperCase();
    case 'lower-vietnamese':
      return letters(value, vietnameseLetters);
    case 'upper-vietnamese':
      return letters(value, vietnameseLetters).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    default:
      return '';
  }
}

/** After the last letter Word doubles: z, aa, bb. */
function letters(value: number, alphabet: readonly string[]): string {
  if (value < 1) return String(value);
  const letter = alphabet[(value - 1) % alphabet.length] ?? '';
  return letter.repeat(Math.min(8, Math.floor((value - 1) / alphabet.length) + 1));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let rest = value;
  let words = '';
  for (const [worth, word] of romans) {
    while (rest >= worth) {
      words += word;
      rest -= worth;
    }
  }
  return words;
}
