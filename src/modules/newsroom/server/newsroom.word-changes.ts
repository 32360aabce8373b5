export interface WordChange {
  readonly before: string;
  readonly after: string;
}

const contextWords = 3;
const joinedGap = 3;
const maximumChanges = 40;
const maximumLength = 400;

/**
 * What changed between two texts, word by word, with a few words around, as a reader of a correction wants to see it.
 * Pure; paragraphs are aligned first, so that an inserted one does not shift everything after it.
 */
export function findWordChanges(before: readonly string[], after: readonly string[]): WordChange[] {
  const changes: WordChange[] = [];
  for (const gap of differences(before, after)) {
    const pairs = Math.max(gap.before.length, gap.after.length);
    for (let index = 0; index < pairs; index += 1)
      changes.push(...changesInParagraph(gap.before[index] ?? '', gap.after[index] ?? ''));
  }
  return changes.slice(0, maximumChanges).map((change) => ({ before: clip(change.before), after: clip(change.after) }));
}

function changesInParagraph(before: string, after: string): WordChange[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left.length === 0 || right.length === 0) return [{ before: left.join(' '), after: right.join(' ') }];
  const gaps = differences(left, right);
  const joined: typeof gaps = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    if (last && gap.beforeFrom - last.beforeTo <= joinedGap) {
      last.beforeTo = gap.beforeTo;
      last.afterTo = gap.afterTo;
    } else joined.push({ ...gap });
  }
  return joined.map((gap) => ({
    before: withContext(left, gap.beforeFrom, gap.beforeTo),
    after: withContext(right, gap.afterFrom, gap.afterTo),
  }));
}

function withContext(words: readonly string[], from: number, to: number): string {
  const start = Math.max(0, from - contextWords);
  const end = Math.min(words.length, to + contextWords);
  return `${start > 0 ? '… ' : ''}${words.slice(start, end).join(' ')}${end < words.length ? ' …' : ''}`;
}

interface Difference {
  beforeFrom: number;
  beforeTo: number;
  afterFrom: number;
  afterTo: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The stretches in which two lists differ, by their longest common subsequence. */
function differences(left: readonly string[], right: readonly string[]): Difference[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const found: Difference[] = [];
  const add = (beforeFrom: number, beforeTo: number, afterFrom: number, afterTo: number): void => {
    if (beforeFrom === beforeTo && afterFrom === afterTo) return;
    const [before, after] = [left.slice(beforeFrom, beforeTo), right.slice(afterFrom, afterTo)];
    found.push({ beforeFrom, beforeTo, afterFrom, afterTo, before, after });
  };
  let [beforeFrom, afterFrom] = [start, start];
  for (const [leftIndex, rightIndex] of commonPairs(left, right, start, leftEnd, rightEnd)) {
    add(beforeFrom, leftIndex, afterFrom, rightIndex);
    beforeFrom = leftIndex + 1;
    afterFrom = rightIndex + 1;
  }
  add(beforeFrom, leftEnd, afterFrom, rightEnd);
  return found;
}

function commonPairs(
  left: readonly string[],
  right: readonly string[],
  start: number,
  leftEnd: number,
  rightEnd: number,
): [number, number][] {
  const [rows, columns] = [leftEnd - start, rightEnd - start];
  // Two texts this long that share nothing at their ends: shown as a whole instead of computed for seconds.
  if (rows * columns === 0 || rows * columns > 4_000_000) return [];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[start + row] === right[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (left[start + row] === right[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function clip(text: string): string {
  return text.length <= maximumLength ? text : `${text.slice(0, maximumLength - 1).trimEnd()}…`;
}
