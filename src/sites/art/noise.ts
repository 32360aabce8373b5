/** A random source that gives the same numbers for the same seed (mulberry32), so a drawing is the same on each machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Smooth value noise in the plane, between 0 and 1. */
export function smoothNoise(seed: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const size = 64;
  const grid = Float64Array.from({ length: size * size }, random);
  const wrap = (value: number): number => ((value % size) + size) % size;
  const at = (x: number, y: number): number => grid[wrap(y) * size + wrap(x)] ?? 0;
  const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [tx, ty] = [ease(x - column), ease(y - row)];
    const [a, b, c, d] = [at(column, row), at(column + 1, row), at(column, row + 1), at(column + 1, row + 1)];
    return a + (b - a) * tx + (c - a) * ty + (a - b - c + d) * tx * ty;
  };
}

export type Point = readonly [number, number];

/** A smooth line through points (Catmull-Rom) as relative whole numbers at twice the scale: small, and sharp enough. */
export function compactCurve(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return '';
  let x = Math.round(first[0] * 2);
  let y = Math.round(first[1] * 2);
  let path = `M${x} ${y}c`;
  let isFirst = true;
  for (let index = 0; index < points.length - 1; index++) {
    const start = points[index] ?? first;
    const end = points[index + 1] ?? start;
    const before = points[index - 1] ?? start;
    const after = points[index + 2] ?? end;
    const steps = [
      [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6],
      [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6],
      end,
    ].flatMap((point) => [Math.round((point[0] ?? 0) * 2) - x, Math.round((point[1] ?? 0) * 2) - y]);
    for (const step of steps) {
      path += (isFirst || step < 0 ? '' : ' ') + step;
      isFirst = false;
    }
    x += steps[4] ?? 0;
    y += steps[5] ?? 0;
  }
  return path;
}
