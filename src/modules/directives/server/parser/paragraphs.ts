import type { ParsedRepair } from '../../directives.parsed.ts';
import { continuesSentence, joinedLineRepair } from './joins.ts';
import type { SourceLine } from './source-lines.ts';

export interface Paragraph {
  text: string;
  from: number;
  to: number;
  lineCount: number;
}

interface OpenParagraph {
  readonly pieces: string[];
  length: number;
  from: number;
  to: number;
}

/** Lines without labels made into paragraphs, broken sentences joined. */
export function readParagraphs(
  text: string,
  lines: readonly SourceLine[],
): { paragraphs: Paragraph[]; repairs: ParsedRepair[] } {
  const paragraphs: OpenParagraph[] = [];
  const repairs: ParsedRepair[] = [];
  let previousLine: SourceLine | null = null;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && previousLine !== null && continues(open, previousLine, line)) {
      if (line.isAfterBlank) repairs.push(joinedLineRepair(text, previousLine, line));
      open.pieces.push(line.text);
      open.length += line.text.length + 1;
      open.to = line.to;
    } else {
      paragraphs.push({ pieces: [line.text], length: line.text.length, from: line.from, to: line.to });
    }
    previousLine = line;
  }
  const read = paragraphs.map(({ pieces, from, to }) => ({
    text: pieces.join(' '),
    from,
    to,
    lineCount: pieces.length,
  }));
  return { paragraphs: read, repairs };
}

function continues(open: OpenParagraph, previousLine: SourceLine, line: SourceLine): boolean {
  return continuesSentence({
    previousText: previousLine.text,
    previousLength: open.length,
    previousLine,
    line,
    isAfterBlank: line.isAfterBlank,
    marker: null,
    isInSequence: true,
    isHeading: false,
    isClosing: false,
  });
}
