import type { PdfRule } from './pdf-rules.ts';

/** A table as its lines draw it: cells with their place on the page and in the grid. */
export interface PdfGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly number[];
  readonly cells: readonly GridCell[];
  readonly rowCount: number;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

const slack = 3;
/** More lines than this on a page are a drawing. */
const mostRules = 4_000;

/** Lines that touch each other make one grid; what has fewer than two columns or rows is a frame, no table. */
export function findGrids(rules: readonly PdfRule[]): PdfGrid[] {
  if (rules.length > mostRules) return [];
  return groupTouching(rules)
    .flatMap((group) => makeGrid(group) ?? [])
    .toSorted((one, other) => one.top - other.top);
}

function groupTouching(rules: readonly PdfRule[]): PdfRule[][] {
  const upright = rules.filter((rule) => rule.isUpright).toSorted((one, other) => one.from - other.from);
  const groups: { rules: PdfRule[]; top: number; bottom: number; left: number; right: number }[] = [];
  // Uprights whose heights meet, and whose levels reach both, stand in one table.
  for (const rule of upright) {
    const own = groups.find(
      (group) =>
        rule.from <= group.bottom + slack &&
        rule.to >= group.top - slack &&
        rules.some(
          (level) =>
            !level.isUpright &&
            level.at >= Math.min(rule.from, group.top) - slack &&
            level.at <= Math.max(rule.to, group.bottom) + slack &&
            level.from <= Math.max(rule.at, group.left) + slack &&
            level.to >= Math.min(rule.at, group.right) - slack,
        ),
    );
    if (own) {
      own.rules.push(rule);
      own.top = Math.min(own.top, rule.from);
      own.bottom = Math.max(own.bottom, rule.to);
      own.left = Math.min(own.left, rule.at);
      own.right = Math.max(own.right, rule.at);
    } else groups.push({ rules: [rule], top: rule.from, bottom: rule.to, left: rule.at, right: rule.at });
  }
  return groups.map((group) => [
    ...group.rules,
    ...rules.filter(
      (level) =>
        !level.isUpright &&
        level.at >= group.top - slack &&
        level.at <= group.bottom + slack &&
        level.from <= group.right + slack &&
        level.to >= group.left - slack,
    ),
  ]);
}

function makeGrid(rules: readonly PdfRule[]): PdfGrid | null {
  const columns = distinct(rules.filter((rule) => rule.isUpright).map((rule) => rule.at));
  const rows = distinct(rules.filter((rule) => !rule.isUpright).map((rule) => rule.at));
  if (columns.length < 3 || rows.length < 2) return null;
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  for (let row = 0; row < rows.length - 1; row += 1) {
    for (let column = 0; column < columns.length - 1; column += 1) {
      if (taken.has(`${row}/${column}`)) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns.length - 1 &&
        !isParted(rules, true, columns[column + columnSpan], rows[row], rows[row + 1])
      )
        columnSpan += 1;
      let rowSpan = 1;
      while (
        row + rowSpan < rows.length - 1 &&
        !isParted(rules, false, rows[row + rowSpan], columns[column], columns[column + 1])
      )
        rowSpan += 1;
      for (let y = row; y < row + rowSpan; y += 1)
        for (let x = column; x < column + columnSpan; x += 1) taken.add(`${y}/${x}`);
      const box = {
        left: columns[column] ?? 0,
        right: columns[column + columnSpan] ?? 0,
        top: rows[row] ?? 0,
        bottom: rows[row + rowSpan] ?? 0,
      };
      cells.push({ row, column, rowSpan, columnSpan, box });
    }
  }
  return {
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
    left: columns[0] ?? 0,
    right: columns.at(-1) ?? 0,
    columns,
    cells,
    rowCount: rows.length - 1,
  };
}

/** Does a line run between two neighbouring cells, over the middle of the side that they share? */
function isParted(
  rules: readonly PdfRule[],
  isUpright: boolean,
  at: number | undefined,
  from: number | undefined,
  to: number | undefined,
): boolean {
  const middle = ((from ?? 0) + (to ?? 0)) / 2;
  return rules.some(
    (rule) =>
      rule.isUpright === isUpright &&
      Math.abs(rule.at - (at ?? 0)) <= slack &&
      rule.from <= middle &&
      rule.to >= middle,
  );
}

function distinct(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > slack);
}
