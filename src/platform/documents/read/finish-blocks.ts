import { convertFrom, recogniseOldEncoding } from './old-encodings.ts';
import type { ReadBlock, ReadDocument, ReadKind, ReadWarning } from './read-types.ts';
import { renderText } from './render-text.ts';
import { vietnameseShare } from './vietnamese-words.ts';

/** The last step of every reader: old encodings that no font named, one form of accents, the plain text. */
export function finishBlocks(read: {
  kind: ReadKind;
  blocks: readonly ReadBlock[];
  marginText: string;
  pageCount: number | null;
  warnings: ReadonlySet<ReadWarning>;
}): ReadDocument {
  const warnings = new Set(read.warnings);
  const words = read.blocks.map(wordsOf).join('\n');
  const encoding = recogniseOldEncoding(words);
  const mend = (text: string): string => {
    if (encoding === null) return text.normalize('NFC');
    const converted = convertFrom(encoding, text);
    return (vietnameseShare(converted) >= vietnameseShare(text) ? converted : text).normalize('NFC');
  };
  if (encoding !== null) warnings.add(`converted-${encoding}`);
  const blocks = read.blocks.map((block): ReadBlock => {
    if (block.kind === 'paragraph') return { ...block, text: mend(block.text) };
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: mend(cell.text) }))) };
  });
  return {
    kind: read.kind,
    blocks,
    text: renderText(blocks),
    marginText: mend(read.marginText),
    pageCount: read.pageCount,
    warnings: [...warnings],
  };
}

function wordsOf(block: ReadBlock): string {
  return block.kind === 'paragraph'
    ? block.text
    : block.rows
        .flat()
        .map((cell) => cell.text)
        .join('\n');
}
