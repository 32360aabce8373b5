const accents = /[\u0300-\u036f]/gu;
// Huyền, sắc, ngã, hỏi, nặng, on the first vowel of oa, oe, uy where that vowel and the next bear nothing else.
const oldTonePlace = /(o(?=.[ae])|u(?=.y))([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{M})/gu;
// Three letters print the same capital Đ; keyboards and old fonts mix them up.
const letterD = /[ðɖ]/gu;

/** The form in which "as typed" is compared: NFC, lower case, one place for the tone (hòa is hoà). */
export function exactForm(text: string): string {
  return text.toLowerCase().replace(letterD, 'đ').normalize('NFD').replace(oldTonePlace, '$1$3$2').normalize('NFC');
}

/** The form in which accents and đ do not count: `Khổng Lào` is `khong lao`. */
export function fold(text: string): string {
  return exactForm(text).normalize('NFD').replace(accents, '').replaceAll('đ', 'd').normalize('NFC');
}
