/**
 * The cloth woven from the five stitches (face.md 6). The rules are our own, not a copy of any people's motif,
 * so a band is never named after a people.
 */
type Kind = 'full' | 'half' | 'diamond' | 'frame' | 'dot';
type Thread = 0 | 1 | 2 | 3;
interface Woven {
  readonly kind: Kind;
  readonly thread: Thread;
  /** The corner that a half stitch fills: 0 SW, 1 SE, 2 NE, 3 NW. */
  readonly corner?: number;
}
export interface Weave {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Woven | null;
}

const round = (value: number) => Math.round(value * 10) / 10;

function stitchPath({ kind, corner = 0 }: Woven, x: number, y: number, side: number): string {
  const gap = side * 0.08;
  const [left, top, inner] = [x + gap, y + gap, side - 2 * gap];
  const box = (inset: number, backwards = false) => {
    const length = inner - 2 * inset;
    const turn = backwards
      ? `v${round(length)}h${round(length)}v${round(-length)}`
      : `h${round(length)}v${round(length)}h${round(-length)}`;
    return `M${round(left + inset)} ${round(top + inset)}${turn}z`;
  };
  if (kind === 'full') return box(0);
  if (kind === 'frame') return box(0) + box(inner * 0.26, true);
  if (kind === 'dot') return box(inner * 0.32);
  if (kind === 'diamond') {
    const reach = round(side / 2 - gap * 0.2);
    return `M${round(x + side / 2)} ${round(y + side / 2 - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`;
  }
  const corners = [
    [left, top],
    [left + inner, top],
    [left + inner, top + inner],
    [left, top + inner],
  ];
  const dropped = [1, 0, 3, 2][corner];
  const kept = corners.filter((_, index) => index !== dropped).map(([cx = 0, cy = 0]) => `${round(cx)} ${round(cy)}`);
  return `M${kept.join('L')}z`;
}

/** The corner away from the centre. */
const outerCorner = (dx: number, dy: number) => (dx < 0 ? (dy < 0 ? 1 : 2) : dy < 0 ? 0 : 3);

/** Nested diamonds that spread from a seed. */
export const spread: Weave = {
  width: 21,
  height: 11,
  at(x, y) {
    const [dx, dy] = [x - 10, y - 5];
    const isAxis = dx === 0 || dy === 0;
    const corner = outerCorner(dx, dy);
    const rings: Record<number, Woven> = {
      0: { kind: 'diamond', thread: 3 },
      1: { kind: 'dot', thread: 2 },
      2: { kind: 'full', thread: 1 },
      3: { kind: 'half', thread: 2, corner },
      5: { kind: 'full', thread: 0 },
      6: isAxis ? { kind: 'diamond', thread: 3 } : { kind: 'half', thread: 0, corner },
      8: { kind: 'dot', thread: 1 },
      10: { kind: 'frame', thread: 0 },
      12: { kind: 'half', thread: 1, corner: (corner + 2) % 4 },
      13: { kind: 'full', thread: 1 },
      15: { kind: 'diamond', thread: 2 },
    };
    return rings[Math.abs(dx) + Math.abs(dy)] ?? null;
  },
};

/** A stepped zigzag: the edge of a terrace. */
export const terrace: Weave = {
  width: 8,
  height: 3,
  at(x, y) {
    const edge = 2 - Math.min(2, Math.floor(Math.abs((x % 8) - 3.5)));
    if (y === edge) return { kind: 'full', thread: 0 };
    return y > edge && (x + y) % 2 === 1 ? { kind: 'dot', thread: 1 } : null;
  },
};

/** Seeds in a row. */
export const seed: Weave = {
  width: 4,
  height: 1,
  at(x) {
    if (x === 0) return { kind: 'diamond', thread: 2 };
    return x === 2 ? { kind: 'dot', thread: 0 } : null;
  },
};

/** One path a thread for `columns` cells of a weave, whose first row stands at `row`. */
export function weavePaths(weave: Weave, columns: number, row: number, side: number): Map<Thread, string> {
  const paths = new Map<Thread, string>();
  for (let y = 0; y < weave.height; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const woven = weave.at(x % weave.width, y);
      if (woven === null) continue;
      paths.set(woven.thread, (paths.get(woven.thread) ?? '') + stitchPath(woven, x * side, (row + y) * side, side));
    }
  }
  return paths;
}
