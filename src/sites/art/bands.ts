import { facingAway, facingCentre, type Stitch, stitchPath, Weaving } from './stitches.ts';

export type BandName = 'spread' | 'terrace' | 'seed';

type Thread = 't0' | 't1' | 't2' | 't3';
type Rule = (place: { dx: number; dy: number; x: number; y: number }) => readonly [Stitch, Thread] | null;

// Rings around a seed, as ripples spread (lan tỏa): the distance from the centre decides stitch and thread.
const spread: Rule = ({ dx, dy }) => {
  const isOnAxis = Math.abs(dx) < 0.6 || Math.abs(dy) < 0.6;
  switch (Math.round(Math.abs(dx) + Math.abs(dy))) {
    case 0:
      return [{ kind: 'diamond' }, 't3'];
    case 1:
      return [{ kind: 'dot' }, 't2'];
    case 2:
      return [{ kind: 'full' }, 't1'];
    case 3:
      return [{ kind: 'half', corner: facingCentre(dx, dy) }, 't2'];
    case 5:
      return [{ kind: 'full' }, 't0'];
    case 6:
      return isOnAxis ? [{ kind: 'diamond' }, 't3'] : [{ kind: 'half', corner: facingCentre(dx, dy) }, 't0'];
    case 8:
      return [{ kind: 'dot' }, 't1'];
    case 10:
      return [{ kind: 'frame' }, 't0'];
    case 12:
      return [{ kind: 'half', corner: facingAway(dx, dy) }, 't1'];
    case 13:
      return [{ kind: 'full' }, 't1'];
    case 15:
      return [{ kind: 'diamond' }, 't2'];
    default:
      return null;
  }
};

// The edge of a terrace: a stepped zigzag with loose stitches below it.
const terrace: Rule = ({ x, y }) => {
  const edge = 2 - Math.min(2, Math.floor(Math.abs(x - 3.5)));
  if (y === edge) return [{ kind: 'full' }, 't0'];
  return y > edge && (x + y) % 2 === 1 ? [{ kind: 'dot' }, 't1'] : null;
};

const seed: Rule = ({ x }) => {
  if (x === 0) return [{ kind: 'diamond' }, 't2'];
  return x === 2 ? [{ kind: 'dot' }, 't0'] : null;
};

const bands: Record<BandName, { columns: number; rows: number; rule: Rule }> = {
  spread: { columns: 21, rows: 11, rule: spread },
  terrace: { columns: 8, rows: 3, rule: terrace },
  seed: { columns: 4, rows: 1, rule: seed },
};

const cell = 5;
const threads =
  '.t0{fill:#fff}.t1{fill:#e06450}.t2{fill:#efcb6b}.t3{fill:#8fcba9}' +
  '@media(prefers-color-scheme:dark){.t0{fill:#dde4f7}.t1{fill:#d9503b}.t2{fill:#e0b440}.t3{fill:#62b487}}';

/** One repeat of a band as an SVG file; the style sheet repeats it along the line. */
export function bandSvg(name: BandName): string {
  const { columns, rows, rule } = bands[name];
  const weaving = new Weaving();
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const found = rule({ dx: x - (columns - 1) / 2, dy: y - (rows - 1) / 2, x, y });
      if (found) weaving.add(found[1], stitchPath(found[0], { x: x * cell, y: y * cell, size: cell }));
    }
  }
  const [width, height] = [columns * cell, rows * cell];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${threads}</style>${weaving.toSvg()}</svg>`;
}
