import type { ClauseDraft } from './clause-draft.ts';
import { type Marker, ranks } from './markers.ts';

/** Under which clause a new one stands; null where it stands at the top. */
export function findParent(open: ClauseDraft | null, marker: Marker): ClauseDraft | null {
  const isUnmarked = marker.rank === ranks.paragraph || marker.rank === ranks.tableGroup;
  const isRow = marker.rank === ranks.tableRow;
  let parent = marker.rank === ranks.paragraph && open !== null && endsList(open) ? aboveList(open) : open;
  while (parent !== null) {
    const isAbove = isUnmarked || isRow ? parent.marker.rank < ranks.dash : parent.marker.rank < marker.rank;
    const isGroup = isRow && parent.marker.rank === ranks.tableGroup;
    if (isGroup || (isAbove && isPrefix(parent.marker.numbers, marker.numbers))) return parent;
    parent = parent.parent;
  }
  return null;
}

/** "a) …; b) …; c) … ." is a list that has ended: what follows without a label belongs to what stands above the list. */
function endsList(open: ClauseDraft): boolean {
  let last = open;
  while (last.marker.rank >= ranks.dash && last.parent !== null) last = last.parent;
  const isPoint = last.marker.rank === ranks.letter || last.marker.rank === ranks.bracketed;
  if (!isPoint || last.parent === null || !/\.["”]?$/u.test(open.pieces.at(-1) ?? '')) return false;
  const before = last.parent.children.at(-2);
  return (
    before?.marker.rank === last.marker.rank &&
    [before.pieces.at(-1) ?? '', lastWords(before)].some((words) => words.endsWith(';'))
  );
}

function aboveList(open: ClauseDraft): ClauseDraft | null {
  let point: ClauseDraft | null = open;
  while (point !== null && point.marker.rank >= ranks.dash) point = point.parent;
  return point?.parent ?? null;
}

/** The last words of a clause, those of its last child included. */
function lastWords(draft: ClauseDraft): string {
  const child = draft.children.at(-1);
  return child === undefined ? (draft.pieces.at(-1) ?? '') : lastWords(child);
}

function isPrefix(above: readonly number[], below: readonly number[]): boolean {
  return below.length === 0 || above.every((number, index) => below[index] === number);
}

/** The path of a new clause: its numbered levels joined by dots, then the position of a dash or paragraph. */
export function makePath(
  reading: { unnumbered: number; readonly paths: Map<string, number> },
  parent: ClauseDraft | null,
  marker: Marker,
): { path: string; isRepeated: boolean; plain: string } {
  let plain: string;
  if (marker.key === null) {
    const counter = parent ?? reading;
    counter.unnumbered += 1;
    plain = `${parent?.path ?? ''}/${counter.unnumbered}`;
  } else {
    let above = parent;
    if (marker.numbers.length > 1) while (above !== null && above.marker.numbers.length > 0) above = above.parent;
    plain = above === null ? marker.key : `${above.path}.${marker.key}`;
  }
  const times = reading.paths.get(plain) ?? 0;
  reading.paths.set(plain, times + 1);
  const path = times === 0 ? plain : `${plain}~${times + 1}`;
  if (times > 0) reading.paths.set(path, 1);
  return { path, isRepeated: times > 0, plain };
}
