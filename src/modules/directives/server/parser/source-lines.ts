/** One non-blank line. `from`..`to` are UTF-16 units of the text as it came, without the blanks around it. */
export interface SourceLine {
  readonly from: number;
  readonly to: number;
  /** NFC, bold marks taken off, runs of blanks made one space. */
  readonly text: string;
  /** NFC with its inner blanks, since two columns of the page may stand side by side. */
  readonly wide: string;
  readonly isAfterBlank: boolean;
}

const lineBreak = /\r\n|\n|\r/gu;

export function readLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let isAfterBlank = true;
  for (const [from, to] of lineRanges(text)) {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === '') {
      isAfterBlank = true;
      continue;
    }
    const start = from + raw.indexOf(trimmed);
    const wide = trimmed
      .normalize('NFC')
      .replace(/\*\*|__(?=\S)|(?<=\S)__/gu, '')
      .trim();
    lines.push({
      from: start,
      to: start + trimmed.length,
      text: wide.replace(/\s+/gu, ' '),
      wide,
      isAfterBlank,
    });
    isAfterBlank = false;
  }
  return lines;
}

function* lineRanges(text: string): Generator<[number, number]> {
  let from = 0;
  for (const found of text.matchAll(lineBreak)) {
    yield [from, found.index];
    from = found.index + found[0].length;
  }
  yield [from, text.length];
}
