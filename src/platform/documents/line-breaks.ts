import { type TypeSetting, textWidthMm } from './text-width.ts';

// Where a clerk breaks a name or a subject: before a joining word or the kind of a place, after a comma. Elsewhere a
// break may cut a compound word ("THỂ | THAO"), and a number never leaves the word that it belongs to ("năm | 2026").
const goodBefore = /^(và|về|của|trên|trong|với|tại|theo|tỉnh|xã|phường|thành|huyện|giai|năm|quý|tháng)$/iu;
const neverAfter = /^(năm|quý|tháng|ngày|số|kỳ|đoạn|lần|thứ|điều|và|về|của|-|–)$/iu;

function breakCost(before: string, after: string): number {
  if (neverAfter.test(before) || /^[-–]$/u.test(after)) return 10;
  if (/[,;:.]$/u.test(before)) return 0.1;
  return goodBefore.test(after) ? 0 : 0.6;
}

type Layout = { lines: string[]; cost: number };

/** Every way to set the words in `count` lines is tried; texts here have a few dozen words and few lines. */
function bestLayout(input: {
  words: readonly string[];
  count: number;
  idealMm: number;
  widthMm: number;
  setting: TypeSetting;
}): Layout | null {
  const { words, count, idealMm, widthMm, setting } = input;
  const known = new Map<string, Layout | null>();
  const layout = (from: number, left: number): Layout | null => {
    const key = `${from} ${left}`;
    if (known.has(key)) return known.get(key) ?? null;
    let best: Layout | null = null;
    for (let to = from + 1; to <= words.length - (left - 1); to += 1) {
      if (left === 1 && to < words.length) continue;
      const line = words.slice(from, to).join(' ');
      const lineMm = textWidthMm(line, setting);
      if (lineMm > widthMm && to > from + 1) {
        if (left === 1) continue;
        break;
      }
      const rest = left === 1 ? { lines: [], cost: 0 } : layout(to, left - 1);
      if (!rest) continue;
      const unevenness = ((lineMm - idealMm) / idealMm) ** 2;
      const shorterThanNext = rest.lines[0] && textWidthMm(rest.lines[0], setting) > lineMm ? 0.1 : 0;
      const cost =
        unevenness + shorterThanNext + rest.cost + (left > 1 ? breakCost(words[to - 1] ?? '', words[to] ?? '') : 0);
      if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
    }
    known.set(key, best);
    return best;
  };
  return layout(0, count);
}

/** Splits a centred text into the fewest lines that fit, of like length, at places where the sense allows it. */
export function splitIntoLines(text: string, { widthMm, ...setting }: TypeSetting & { widthMm: number }): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const wholeMm = textWidthMm(words.join(' '), setting);
  if (words.length < 2 || wholeMm <= widthMm) return words.length === 0 ? [] : [words.join(' ')];
  const most = Math.min(words.length, 8);
  for (let count = Math.ceil(wholeMm / widthMm); count <= most; count += 1) {
    const found = bestLayout({ words, count, idealMm: wholeMm / count, widthMm, setting });
    if (found) return found.lines;
  }
  // Longer than any subject should be: the word processor breaks it.
  return [words.join(' ')];
}
