const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u;
const apart = /[\s\d.,;:!?()"“”/…–\-|]+/u;
const sampleLength = 60_000;

/** Share of the words with letters beyond ASCII that could be Vietnamese syllables; 0 where there are none. */
export function vietnameseShare(text: string): number {
  const words = text
    .slice(0, sampleLength)
    .split(apart)
    .filter((word) => /[^\w'-]/u.test(word));
  if (words.length === 0) return 0;
  return words.filter(isSyllable).length / words.length;
}

function isSyllable(word: string): boolean {
  return syllable.test(word.normalize('NFD').replace(tones, '').normalize('NFC').toLowerCase());
}
