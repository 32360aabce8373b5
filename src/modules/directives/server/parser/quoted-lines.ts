import type { SourceLine } from './source-lines.ts';

/** A quotation that is still open after so many lines was never closed, or the sign stands for something else. */
const longestQuotation = 300;
/** A straight sign with the marks that may stand behind it. */
const longestClosing = 4;

/**
 * Places of the lines that stand inside a quotation begun on an earlier line. A decision that amends another quotes its
 * articles and points (Nghị định 34/2016, annex I): their labels are no labels of the document.
 */
export function findQuotedLines(lines: readonly SourceLine[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  // Each line is looked at once: a document of lines that all open a quotation would be read 300 times over.
  const signs = lines.map(({ text }) => ({
    balance: balanceOf(text),
    opensStraight: /^["']?"[^"]*$/u.test(text),
    closesStraight: /"[.;,]?["”]?[.;]?$/u.test(text.slice(-longestClosing)),
  }));
  let index = 0;
  while (index < lines.length) {
    const end = endOfQuotation(signs, index);
    for (let inside = index + 1; inside <= end; inside += 1) quoted.add(inside);
    index = Math.max(index, end) + 1;
  }
  return quoted;
}

interface LineSigns {
  readonly balance: number;
  readonly opensStraight: boolean;
  readonly closesStraight: boolean;
}

/** The line that closes what this line opens; the line itself where it opens nothing, or nothing closes it. */
function endOfQuotation(lines: readonly LineSigns[], from: number): number {
  const isStraight = lines[from]?.opensStraight ?? false;
  let depth = isStraight ? 1 : (lines[from]?.balance ?? 0);
  if (depth <= 0) return from;
  for (let index = from + 1; index < Math.min(lines.length, from + longestQuotation); index += 1) {
    const { balance = 0, closesStraight = false } = lines[index] ?? {};
    if (isStraight ? closesStraight : balance + depth <= 0) return index;
    depth += isStraight ? 0 : balance;
  }
  return from;
}

function balanceOf(text: string): number {
  let balance = 0;
  for (const sign of text) {
    if (sign === '“' || sign === '«') balance += 1;
    else if (sign === '”' || sign === '»') balance -= 1;
  }
  return balance;
}
