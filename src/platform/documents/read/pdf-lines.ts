/** A piece of one line of a page, with nothing but usual blanks inside. Points; y grows downwards. */
export interface PdfSegment {
  readonly text: string;
  readonly from: number;
  to: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfFragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Blanks wider than so many times the type size part what stands side by side. */
const widestBlank = 1.9;
const narrowestBlank = 0.18;

/** Fragments of a page made into lines from top to bottom, each in its segments from left to right. */
export function gatherLines(fragments: readonly PdfFragment[]): PdfSegment[][] {
  const sorted = fragments
    .filter((each) => each.text !== '')
    .toSorted((one, other) => one.y - other.y || one.x - other.x);
  const lines: PdfFragment[][] = [];
  for (const fragment of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && fragment.y - first.y < Math.max(first.size, fragment.size) * 0.35) line.push(fragment);
    else lines.push([fragment]);
  }
  return lines.map(asSegments).filter((line) => line.length > 0);
}

function asSegments(line: readonly PdfFragment[]): PdfSegment[] {
  const segments: { text: string; from: number; to: number; y: number; size: number }[] = [];
  for (const each of line.toSorted((one, other) => one.x - other.x)) {
    const open = segments.at(-1);
    const isBlank = each.text.trim() === '';
    const gap = open ? each.x - open.to : 0;
    if (open && gap < Math.max(open.size, each.size) * widestBlank) {
      if (isBlank) {
        if (!open.text.endsWith(' ')) open.text += ' ';
        continue;
      }
      const isApart = gap > each.size * narrowestBlank && !open.text.endsWith(' ') && !each.text.startsWith(' ');
      open.text += (isApart ? ' ' : '') + each.text;
      open.to = Math.max(open.to, each.x + each.width);
    } else if (!isBlank) {
      segments.push({ text: each.text, from: each.x, to: each.x + each.width, y: each.y, size: each.size });
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/gu, ' ').trim() }));
}
