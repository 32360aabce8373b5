import { cleanText, oneLine } from './document-text.ts';
import type { DocumentAnnex, DocumentBlock, TableBlock, TextPiece } from './official-document.ts';
import { textWidthOfPageMm } from './page-measures.ts';

export interface TextContent {
  readonly body: DocumentBlock[];
  readonly annexes: DocumentAnnex[];
}

const longestTitle = 160;

function pieces(text: string): TextPiece[] {
  // **word** is bold and _word_ italic, as people write them in plain text.
  return text
    .split(/(\*\*[^*\n]+\*\*|(?<![\p{L}\d])_[^_\n]+_(?![\p{L}\d]))/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
        return { text: part.slice(2, -2), bold: true };
      if (part.startsWith('_') && part.endsWith('_') && part.length > 2)
        return { text: part.slice(1, -1), italic: true };
      return { text: part };
    });
}

function tableFrom(lines: readonly string[]): TableBlock | null {
  const rows = lines
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(oneLine),
    )
    .filter((cells) => !cells.every((cell) => /^[-:]*$/.test(cell)));
  const [header, ...rest] = rows;
  if (!header) return null;
  const columns = header.map((title, column) => {
    const cells = rest.filter((row) => row.length > 1).map((row) => row[column] ?? '');
    const longest = Math.max(0, ...cells.map((text) => text.length));
    return { longest, word: Math.max(...[title, ...cells].map(longestWord)) };
  });
  return {
    kind: 'table',
    header,
    columnWidths: widthsFor(columns),
    alignments: columns.map(({ longest }) => (longest <= shortCell ? 'center' : 'left')),
    rows: rest.map((cells) =>
      cells.length === 1 ? { kind: 'group', title: cells[0] ?? '' } : { kind: 'cells', cells },
    ),
  };
}

const longestWord = (text: string) => text.split(/\s+/u).reduce((longest, word) => Math.max(longest, word.length), 0);

/** Up to this length a cell holds a number, a day, a word: it stays on one line, in the middle. */
const shortCell = 12;
/** At 13 pt, in millimetres: a letter, and the room beside the text. */
const [letterMm, besideMm] = [2.5, 5];

/** Short columns take what they need, at least their longest word; the others share the rest by the length of their texts. */
function widthsFor(columns: readonly { longest: number; word: number }[]): number[] {
  const needed = columns.map(
    ({ longest, word }) => Math.max(longest <= shortCell ? longest : 0, word) * letterMm + besideMm,
  );
  const shares = columns.map(({ longest }) => (longest <= shortCell ? 0 : Math.min(longest, 120) ** 0.7));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const fixed = needed.reduce((sum, width, column) => sum + (shares[column] ? 0 : width), 0);
  const rest = Math.max(0, textWidthOfPageMm - fixed);
  return columns.map((_, column) =>
    shares[column] ? Math.max(needed[column] ?? 0, (rest * shares[column]) / all) : (needed[column] ?? 0),
  );
}

const isTitle = (text: string) => text.length <= longestTitle && !/[.;:,]$/u.test(text);

function lineBlock(line: string): DocumentBlock {
  const legal = /^(Phần|Chương|Mục|Tiểu mục|Điều)\s+([IVXL]+|\d+)\.?\s+(.+)$/u.exec(line);
  if (legal && isTitle(legal[3] ?? '')) {
    const level = legal[1] as 'Phần' | 'Chương' | 'Mục' | 'Tiểu mục' | 'Điều';
    return { kind: 'legal-heading', level, number: legal[2] ?? '', title: legal[3] ?? '' };
  }
  const part = /^([IVXL]{1,6}\.)\s+(.+)$/u.exec(line);
  if (part) return { kind: 'heading', level: 1, label: part[1] ?? '', text: part[2] ?? '' };
  const clause = /^(\d{1,2}\.)\s+(.+)$/u.exec(line);
  if (clause && isTitle(clause[2] ?? ''))
    return { kind: 'heading', level: 2, label: clause[1] ?? '', text: clause[2] ?? '' };
  return { kind: 'paragraph', runs: pieces(line) };
}

/**
 * Reads what a person types as text: a line is a paragraph; "I. …" a part, "1. …" without a stop at its end a clause,
 * "Điều 1. …" an article, "- …" and "+ …" lists, "| … | … |" a table whose first row is its head, "Phụ lục: …" the
 * beginning of an annex ("Phụ lục ngang: …" on a sheet turned sideways).
 */
export function blocksFromText(text: string): TextContent {
  const body: DocumentBlock[] = [];
  const annexes: { title: string; landscape: boolean; body: DocumentBlock[] }[] = [];
  const here = () => annexes.at(-1)?.body ?? body;
  // Lists grow in place: a copy for each line costs the square of their length.
  const lists = new Map<DocumentBlock, TextPiece[][]>();
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const annex = /^Phụ lục( ngang)?\s*:\s*(.*)$/iu.exec(line);
    if (annex) {
      annexes.push({ title: annex[2] ?? '', landscape: annex[1] !== undefined, body: [] });
      continue;
    }
    if (line.startsWith('|')) {
      let end = at;
      while (lines[end + 1]?.startsWith('|')) end += 1;
      const table = tableFrom(lines.slice(at, end + 1));
      if (table) here().push(table);
      at = end;
      continue;
    }
    const item = /^([-–+•])\s+(.+)$/u.exec(line);
    if (!item) {
      here().push(lineBlock(line));
      continue;
    }
    const mark = item[1] === '+' ? ('+' as const) : ('-' as const);
    const last = here().at(-1);
    const items = last?.kind === 'dash-list' && (last.mark ?? '-') === mark ? lists.get(last) : undefined;
    if (items) items.push(pieces(item[2] ?? ''));
    else {
      const begun = [pieces(item[2] ?? '')];
      const list: DocumentBlock = { kind: 'dash-list', mark, items: begun };
      lists.set(list, begun);
      here().push(list);
    }
  }
  return { body, annexes };
}
