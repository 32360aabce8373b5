import type { PdfSegment } from './pdf-lines.ts';

/** Lines that run over the whole text, or two columns that stand side by side (heading block, recipients and signature). */
export type PdfBand =
  | { readonly kind: 'lines'; readonly lines: readonly PdfSegment[] }
  | { readonly kind: 'columns'; readonly left: readonly PdfSegment[]; readonly right: readonly PdfSegment[] };

type Side = 'left' | 'right' | 'both' | 'whole';

/** Parts the lines of a page, without its tables, into bands. */
export function partBands(lines: readonly (readonly PdfSegment[])[], area: { from: number; to: number }): PdfBand[] {
  const sides = lines.map((line) => sideOf(line, area));
  const bands: PdfBand[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfColumns(lines, sides, at);
    if (end === at) {
      addLine(bands, joinSegments(lines[at] ?? []));
      at += 1;
    } else {
      bands.push(columnsOf(lines.slice(at, end), area));
      at = end;
    }
  }
  return bands;
}

function sideOf(line: readonly PdfSegment[], area: { from: number; to: number }): Side {
  const sides = line.map((segment) => sideOfSegment(segment, area));
  if (line.length > 4 || sides.includes('whole')) return 'whole';
  if (line.length === 1) return sides[0] ?? 'whole';
  return sides[0] === 'left' && sides.at(-1) === 'right' ? 'both' : 'whole';
}

function sideOfSegment(segment: PdfSegment, area: { from: number; to: number }): Side {
  const middle = (area.from + area.to) / 2;
  const slack = (area.to - area.from) * 0.12;
  const centre = (segment.from + segment.to) / 2;
  if (centre < middle - slack * 0.7 && segment.to < middle + slack) return 'left';
  return centre > middle + slack * 0.7 && segment.from > middle - slack ? 'right' : 'whole';
}

/** Columns begin with a line on both sides, or with a left and a right line that overlap in height, and hold what follows closely. */
function endOfColumns(lines: readonly (readonly PdfSegment[])[], sides: readonly Side[], from: number): number {
  const begins = (index: number): boolean =>
    sides[index] === 'both' ||
    (sides[index] === 'left' && sides[index + 1] === 'right' && gapAfter(lines, index) < 0.9) ||
    (sides[index] === 'right' && sides[index + 1] === 'left' && gapAfter(lines, index) < 0.9);
  if (!begins(from)) return from;
  let end = from + 1;
  while (end < lines.length && goesOn(lines, sides, end)) end += 1;
  // Left lines far below belong to what follows, save under recipients.
  return end;
}

function goesOn(lines: readonly (readonly PdfSegment[])[], sides: readonly Side[], at: number): boolean {
  // "Kính gửi:" over a list of addressees stands left of the middle, yet below the heading block (annex I, cell 9a).
  if (sides[at] === 'whole' || /^Kính gửi\s*:/u.test(lines[at]?.[0]?.text ?? '')) return false;
  return gapAfter(lines, at - 1) < 7 || sides[at] !== 'left';
}

/** Distance to the next line in type sizes. */
function gapAfter(lines: readonly (readonly PdfSegment[])[], index: number): number {
  const [one, other] = [lines[index]?.[0], lines[index + 1]?.[0]];
  return one && other ? (other.y - one.y) / Math.max(one.size, other.size) : Number.POSITIVE_INFINITY;
}

function columnsOf(lines: readonly (readonly PdfSegment[])[], area: { from: number; to: number }): PdfBand {
  const left: PdfSegment[] = [];
  const right: PdfSegment[] = [];
  for (const line of lines) {
    const own = line.filter((each) => sideOfSegment(each, area) === 'left');
    const other = line.filter((each) => !own.includes(each));
    if (own.length > 0) left.push(joinSegments(own));
    if (other.length > 0) right.push(joinSegments(other));
  }
  return { kind: 'columns', left, right };
}

function addLine(bands: PdfBand[], line: PdfSegment): void {
  const open = bands.at(-1);
  if (open?.kind === 'lines') (open.lines as PdfSegment[]).push(line);
  else bands.push({ kind: 'lines', lines: [line] });
}

export function joinSegments(line: readonly PdfSegment[]): PdfSegment {
  const first = line[0];
  if (!first) throw new Error('a line has words');
  if (line.length === 1) return first;
  const to = Math.max(...line.map((each) => each.to));
  return { ...first, text: line.map((each) => each.text).join(' '), to };
}
