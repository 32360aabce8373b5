/** Slips of writing that nobody could want otherwise; the rules find them in a .docx, a draft is mended with them. */
export interface SafeWording {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly replacement: (found: string) => string;
}

export const doubleSpace: SafeWording = {
  rule: 'text.double_space',
  pattern: /(?<=\S) {2,}(?=\S)/gu,
  replacement: () => ' ',
};
export const spaceBeforeMark: SafeWording = {
  rule: 'text.space_before_mark',
  pattern: /(?<=[\p{L}\d)]) +(?=[,;:](?:\s|$)|\.(?:\s|$))/gu,
  replacement: () => '',
};
/** "12/ HD - SVHTTDL": no room between the groups of a symbol (annex I, II.3). */
export const symbolSpaces: SafeWording = {
  rule: 'text.symbol_spaces',
  pattern: /(?<=số \d+) ?\/ ?(?:\d{4} ?\/ ?)?\p{Lu}[\p{Lu}\p{Ll}]{0,3} ?- ?\p{Lu}{2,}/gu,
  replacement: (found) => found.replace(/ /g, ''),
};

/** Rules whose findings `mendWording` takes away. */
export const mendedRules: readonly string[] = [
  'text.composed',
  doubleSpace.rule,
  spaceBeforeMark.rule,
  symbolSpaces.rule,
];

/** The text without these slips. Pure; a text without any comes back as it was. */
export function mendWording(text: string): string {
  return [doubleSpace, spaceBeforeMark, symbolSpaces].reduce(
    (mended, { pattern, replacement }) => mended.replace(pattern, replacement),
    text.normalize('NFC'),
  );
}
