/** Straight lines that a page draws, in the points of its viewport: the frames of its tables. */
export interface PdfRule {
  readonly isUpright: boolean;
  /** Where it stands: x of an upright line, y of a level one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export type OperatorCodes = Readonly<Record<string, number>>;

const thickest = 3;
const shortest = 4;
/** How many numbers follow each sign of a path: move, line, curve, quadratic curve, close. */
const argumentCounts = [2, 2, 6, 4, 0];

/** Reads the lines from what the page draws (ISO 32000-1, 8.5): strokes, and thin filled boxes, which many programs draw instead. */
export function readRules(operators: Operators, codes: OperatorCodes, viewport: readonly number[]): PdfRule[] {
  const rules: PdfRule[] = [];
  const strokes = new Set([
    codes.stroke,
    codes.closeStroke,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
  ]);
  const fills = new Set([codes.fill, codes.eoFill]);
  let matrix: Matrix = viewport as unknown as Matrix;
  const saved: Matrix[] = [];
  for (const [index, code] of operators.fnArray.entries()) {
    const given = operators.argsArray[index] as unknown[];
    if (code === codes.save) saved.push(matrix);
    else if (code === codes.restore) matrix = saved.pop() ?? matrix;
    else if (code === codes.transform) matrix = multiply(matrix, given as unknown as Matrix);
    else if (code === codes.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(given[0])) matrix = multiply(matrix, given[0] as unknown as Matrix);
    } else if (code === codes.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (code === codes.constructPath) {
      const paint = given[0] as number;
      const path = (given[1] as ArrayLike<number>[] | null)?.[0];
      if (!path || !(strokes.has(paint) || fills.has(paint))) continue;
      for (const shape of readShapes(path, matrix)) rules.push(...(fills.has(paint) ? boxRule(shape) : edges(shape)));
    }
  }
  return rules;
}

function readShapes(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const shapes: Point[][] = [];
  let at = 0;
  while (at < path.length) {
    const sign = path[at] ?? 4;
    const count = argumentCounts[sign] ?? 0;
    const point = apply(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0);
    const open = shapes.at(-1);
    if (sign === 0 || open === undefined) shapes.push(count > 0 ? [point] : []);
    else if (sign === 4) open.push(open[0] ?? point);
    else open.push(point);
    at += count + 1;
  }
  return shapes;
}

function edges(shape: readonly Point[]): PdfRule[] {
  return shape.slice(1).flatMap((point, index) => lineBetween(shape[index] ?? point, point));
}

function lineBetween([x1, y1]: Point, [x2, y2]: Point): PdfRule[] {
  if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) >= shortest)
    return [{ isUpright: true, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) >= shortest)
    return [{ isUpright: false, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  return [];
}

function boxRule(shape: readonly Point[]): PdfRule[] {
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  const [left, right, up, down] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= thickest) return lineBetween([(left + right) / 2, up], [(left + right) / 2, down]);
  if (down - up <= thickest) return lineBetween([left, (up + down) / 2], [right, (up + down) / 2]);
  return [];
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
