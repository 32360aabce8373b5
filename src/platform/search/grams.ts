// Scripts that put no spaces between words: Chinese and Lao first of all, and their like in a name or a quotation.
const unbroken =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Lao}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** The stretches of a text that have no word breaks. NFKC, so that the two ways to type a Lao ຳ are one. */
export function unbrokenRuns(text: string): string[] {
  return text.normalize('NFKC').match(unbroken) ?? [];
}

/** The rest of the text, which has words. */
export function withoutUnbrokenRuns(text: string): string {
  return text.replace(unbroken, ' ');
}

/** Everything that a document can be found by: each character and each pair of neighbours. */
export function gramsOf(text: string): string[] {
  return collect(unbrokenRuns(text), (characters, index) => [characters[index] ?? '', ...pairAt(characters, index)]);
}

/** What a document must hold to be found by these words: the pairs, or the character that stands alone. */
export function gramsAsked(words: string): string[] {
  return collect(unbrokenRuns(words), (characters, index) =>
    characters.length === 1 ? characters : pairAt(characters, index),
  );
}

function collect(runs: readonly string[], gramsAt: (characters: string[], index: number) => string[]): string[] {
  const grams = new Set<string>();
  for (const run of runs) {
    const characters = [...run];
    for (const index of characters.keys()) for (const gram of gramsAt(characters, index)) grams.add(gram);
  }
  return [...grams];
}

function pairAt(characters: readonly string[], index: number): string[] {
  const [first, second] = [characters[index], characters[index + 1]];
  return first !== undefined && second !== undefined ? [first + second] : [];
}
