import { foldText, toneKey } from './vietnamese-fold.ts';

export interface Phrase {
  readonly id: string;
  readonly words: string;
  /** Must the accents agree? For names of communes, of which several differ in nothing else. */
  readonly isAccentSensitive: boolean;
}

export interface PhraseMatch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

interface Ending {
  readonly id: string;
  readonly toneKeys: readonly string[] | null;
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly endings: Ending[];
}

interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

/** Finds names in running text word by word, in time linear in the text; hyphens, commas and case do not matter. */
export interface PhraseIndex {
  find(text: string): PhraseMatch[];
}

export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const root: Branch = { next: new Map(), endings: [] };
  for (const phrase of phrases) {
    const words = readWords(phrase.words);
    const last = words.reduce((branch, word) => step(branch, word.folded), root);
    const toneKeys = phrase.isAccentSensitive
      ? words.map((word) => toneKey(phrase.words.slice(word.from, word.to)))
      : null;
    if (last !== root) last.endings.push({ id: phrase.id, toneKeys });
  }
  return { find: (text) => findPhrases(root, text) };
}

function step(branch: Branch, word: string): Branch {
  const known = branch.next.get(word);
  if (known !== undefined) return known;
  const made: Branch = { next: new Map(), endings: [] };
  branch.next.set(word, made);
  return made;
}

function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of foldText(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push({ from: match.index, to: match.index + match[0].length, folded: match[0] });
  }
  return words;
}

function findPhrases(root: Branch, text: string): PhraseMatch[] {
  const words = readWords(text);
  const matches: PhraseMatch[] = [];
  let index = 0;
  while (index < words.length) {
    const longest = longestAt(root, text, words, index);
    if (longest === null) {
      index += 1;
      continue;
    }
    const from = words[index]?.from ?? 0;
    const to = words[index + longest.length - 1]?.to ?? from;
    for (const id of longest.ids) matches.push({ id, from, to });
    index += longest.length;
  }
  return matches;
}

function longestAt(root: Branch, text: string, words: Word[], start: number): { ids: string[]; length: number } | null {
  let branch: Branch | undefined = root;
  let longest: { ids: string[]; length: number } | null = null;
  for (let index = start; index < words.length; index += 1) {
    branch = branch.next.get(words[index]?.folded ?? '');
    if (branch === undefined) return longest;
    const agreeing = branch.endings.filter((ending) => agrees(ending, text, words, start));
    const ids = [...new Set(agreeing.map((ending) => ending.id))];
    if (ids.length > 0) longest = { ids, length: index - start + 1 };
  }
  return longest;
}

function agrees(ending: Ending, text: string, words: Word[], start: number): boolean {
  return (
    ending.toneKeys === null ||
    ending.toneKeys.every((key, offset) => {
      const word = words[start + offset];
      return word !== undefined && toneKey(text.slice(word.from, word.to)) === key;
    })
  );
}
