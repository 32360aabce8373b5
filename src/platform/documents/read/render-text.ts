import type { ReadBlock, ReadCell, ReadTable } from './read-types.ts';

/**
 * Blocks as plain text. Paragraphs stand apart by a blank line; lines of one cell of the heading block and lines set in
 * the middle of the page follow each other directly. A row of a table is one line, its cells between bars; a merged cell
 * stands in each row that it covers, so that each row can be understood alone.
 */
export function renderText(blocks: readonly ReadBlock[]): string {
  let text = '';
  let before: ReadBlock | null = null;
  let isApart = false;
  for (const block of blocks) {
    const words = block.kind === 'table' ? renderTable(block) : block.text;
    if (words.trim() === '') {
      // An empty line between two lines of the heading block sets them apart, as on the page.
      isApart = true;
      continue;
    }
    if (before !== null) text += !isApart && isClose(before, block) ? '\n' : '\n\n';
    text += words;
    before = block;
    isApart = false;
  }
  return text;
}

function isClose(before: ReadBlock, block: ReadBlock): boolean {
  if (before.kind === 'table' || block.kind === 'table') return false;
  return (before.isCentred && block.isCentred) || (before.isInLayout && block.isInLayout);
}

function renderTable(table: ReadTable): string {
  return fillMerged(table.rows)
    .map((row) => `| ${row.map((cell) => oneLine(cell)).join(' | ')} |`)
    .join('\n');
}

/** Each row with what is merged into it from above; a cell over several columns stands once. */
export function fillMerged(rows: readonly (readonly ReadCell[])[]): string[][] {
  const running = new Map<number, { text: string; left: number; width: number }>();
  return rows.map((row) => {
    const filled: string[] = [];
    let column = 0;
    const takeRunning = (): void => {
      for (let above = running.get(column); above && above.left > 0; above = running.get(column)) {
        filled.push(above.text);
        above.left -= 1;
        column += above.width;
      }
    };
    for (const cell of row) {
      takeRunning();
      filled.push(cell.text);
      if (cell.rowSpan > 1) running.set(column, { text: cell.text, left: cell.rowSpan - 1, width: cell.columnSpan });
      else running.delete(column);
      column += cell.columnSpan;
    }
    takeRunning();
    return filled;
  });
}

/** Paragraphs of a cell on one line: a sign between two that have none. */
export function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').replace(/\|/gu, '/').trim())
    .filter((line) => line !== '')
    .reduce((whole, line) => {
      if (whole === '') return line;
      const isApart = /^[\p{Lu}\d+-]/u.test(line) && !/[.;:,!?(/–-]$/u.test(whole);
      return `${whole}${isApart ? ';' : ''} ${line}`;
    }, '');
}
