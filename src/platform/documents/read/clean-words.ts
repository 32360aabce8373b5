/** Signs that carry no meaning in the text: soft hyphens, zero-width marks, hard spaces, letters of symbol fonts. */
export function cleanWords(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .replace(/[\uf000-\uf0ff]/gu, (sign) => bulletOf(sign))
    .replace(/\u2011/gu, '-');
}

/** A list sign of Symbol or Wingdings stands in the private area of Unicode. */
export function bulletOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0xf000 && code <= 0xf0ff ? '-' : sign;
}

/** A paragraph without the blanks around its lines and with no more than single blanks between words. */
export function tidyParagraph(text: string): string {
  return cleanWords(text)
    .split('\n')
    .map((line) =>
      line
        .replace(/ {2,}/gu, ' ')
        .replace(/ *\t[ \t]*/gu, '\t')
        .trim(),
    )
    .join('\n')
    .trim();
}
