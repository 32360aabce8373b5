const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const lower = unit.toLowerCase();
  const base = lower === 'đ' ? 'd' : (lower.normalize('NFD')[0] ?? unit);
  foldedUnits.set(unit, base);
  return base;
}

/** Lower case without accents and đ, of the same length as the NFC text, so that positions stay valid. */
export function foldText(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index] as string;
    folded += unit < '\u0080' ? unit.toLowerCase() : foldUnit(unit);
  }
  return folded;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A word with its tone at the end, so that hoà and hòa are one, yet Tả and Tà stay two. */
export function toneKey(word: string): string {
  const apart = word.toLowerCase().normalize('NFD');
  return apart.replace(toneMarks, '') + (apart.match(toneMarks) ?? []).join('');
}

export function isUpperCase(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
