/**
 * The five stitches that all ornament of the sites is made of (docs: the face of Lan Tỏa): full square, half (a
 * triangle), diamond, frame, dot. The rules of the bands are our own; never name a band after a people.
 */
export type StitchKind = 'full' | 'half' | 'diamond' | 'frame' | 'dot';

/** Which corner of the cell a half stitch fills, clockwise from the south-west. */
export type Corner = 'southWest' | 'southEast' | 'northEast' | 'northWest';

export interface Stitch {
  readonly kind: StitchKind;
  readonly corner?: Corner;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** SVG path data of one stitch in a square cell. A gap of 8 % lets the ground show as the weave. */
export function stitchPath(stitch: Stitch, cell: { x: number; y: number; size: number }): string {
  const { x, y, size } = cell;
  const gap = size * 0.08;
  const inner = size - 2 * gap;
  const [left, top, right, bottom] = [round(x + gap), round(y + gap), round(x + gap + inner), round(y + gap + inner)];
  const middle = size / 2;
  const reach = middle - gap * 0.2;
  switch (stitch.kind) {
    case 'full':
      return square(left, top, round(inner));
    case 'half': {
      const triangles: Record<Corner, string> = {
        southWest: `M${left} ${top}V${bottom}H${right}z`,
        southEast: `M${right} ${top}V${bottom}H${left}z`,
        northEast: `M${left} ${top}H${right}V${bottom}z`,
        northWest: `M${right} ${top}H${left}V${bottom}z`,
      };
      return triangles[stitch.corner ?? 'southWest'];
    }
    case 'diamond': {
      const [centreX, centreY] = [x + middle, y + middle];
      const points = [
        [0, -reach],
        [reach, 0],
        [0, reach],
        [-reach, 0],
      ] as const;
      return `M${points.map(([dx, dy]) => `${round(centreX + dx)} ${round(centreY + dy)}`).join('L')}z`;
    }
    case 'frame': {
      const width = inner * 0.26;
      const hole = round(inner - 2 * width);
      return `${square(left, top, round(inner))}M${round(left + width)} ${round(top + width)}v${hole}h${hole}v${-hole}z`;
    }
    case 'dot':
      return square(round(x + middle - size * 0.15), round(y + middle - size * 0.15), round(size * 0.3));
  }
}

function square(x: number, y: number, side: number): string {
  return `M${x} ${y}h${side}v${side}h${-side}z`;
}

/** The corner that makes a half stitch face the centre, for a cell that lies (dx, dy) from it. */
export function facingCentre(dx: number, dy: number): Corner {
  if (dx < 0) return dy < 0 ? 'southEast' : 'northEast';
  return dy < 0 ? 'southWest' : 'northWest';
}

export function facingAway(dx: number, dy: number): Corner {
  return facingCentre(dx === 0 ? -1 : -dx, dy === 0 ? -1 : -dy);
}

/** Collects stitches by thread, so that each colour is one path. */
export class Weaving {
  readonly #threads = new Map<string, string[]>();

  add(thread: string, path: string): void {
    const paths = this.#threads.get(thread);
    if (paths) paths.push(path);
    else this.#threads.set(thread, [path]);
  }

  toSvg(): string {
    return [...this.#threads].map(([thread, paths]) => `<path class="${thread}" d="${paths.join('')}"/>`).join('');
  }
}
