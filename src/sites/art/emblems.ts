import { litMoon } from '../../platform/clock/moon.ts';
import { raw, type SafeHtml } from '../../platform/html/html.ts';
import { facingCentre, type Stitch, stitchPath, Weaving } from './stitches.ts';

/** The mark: a red seed and the rings of stitches that spread from it. */
export function markSvg(size: number): SafeHtml {
  const weaving = new Weaving();
  for (let y = 0; y < 7; y++) {
    for (let x = 0; x < 7; x++) {
      const [dx, dy] = [x - 3, y - 3];
      const ring = Math.abs(dx) + Math.abs(dy);
      const stitch = markStitch({ dx, dy, ring });
      if (stitch)
        weaving.add(ring === 0 ? 'mark-seed' : 'mark-ring', stitchPath(stitch, { x: x * 4, y: y * 4, size: 4 }));
    }
  }
  return raw(
    `<svg class="mark" viewBox="0 0 28 28" width="${size}" height="${size}" aria-hidden="true" focusable="false">${weaving.toSvg()}</svg>`,
  );
}

function markStitch({ dx, dy, ring }: { dx: number; dy: number; ring: number }): Stitch | null {
  if (ring === 0 || (ring === 3 && (dx === 0 || dy === 0))) return { kind: 'diamond' };
  if (ring === 2) return { kind: 'full' };
  return ring === 4 ? { kind: 'half', corner: facingCentre(dx, dy) } : null;
}

const sealKinds: readonly (Stitch['kind'] | null)[] = [
  null,
  'full',
  'full',
  'half',
  'diamond',
  'dot',
  'frame',
  'full',
  null,
  'half',
  'diamond',
  'dot',
  'full',
  null,
  'frame',
  'full',
];

/**
 * The woven seal of an item: the 256 bits of a SHA-256, four a stitch, mirrored in four directions. For the eye only;
 * whoever shows it must say that the signature decides.
 */
export function sealSvg(input: { sha256: string; size: number; label: string }): SafeHtml {
  const weaving = new Weaving();
  const centre = 7;
  for (let y = 0; y < 15; y++) {
    for (let x = 0; x < 15; x++) {
      const quarter = { column: Math.min(x, 14 - x), row: Math.min(y, 14 - y) };
      const stitch = sealStitch({ ...quarter, sha256: input.sha256 });
      if (!stitch) continue;
      const corner = facingCentre(x - centre, y - centre);
      weaving.add(stitch.thread, stitchPath({ kind: stitch.kind, corner }, { x: x * 10, y: y * 10, size: 10 }));
    }
  }
  // The label is our own text and never holds a quote of a reader; `raw` takes it escaped all the same.
  const label = input.label.replace(/[&<>"]/g, '');
  return raw(
    `<svg class="seal" viewBox="0 0 150 150" width="${input.size}" height="${input.size}" role="img" aria-label="${label}">${weaving.toSvg()}</svg>`,
  );
}

function sealStitch(place: {
  column: number;
  row: number;
  sha256: string;
}): { kind: Stitch['kind']; thread: string } | null {
  const distance = 14 - place.column - place.row;
  if (distance === 0) return { kind: 'diamond', thread: 't3' };
  if (distance > 9 || distance === 8) return null;
  if (distance === 9) return { kind: 'half', thread: 't0' };
  const value = Number.parseInt(place.sha256.charAt((place.row * 8 + place.column) % 64), 16) || 0;
  const kind = sealKinds[value];
  if (!kind) return null;
  const palettes = [
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 1, 2, 0],
    [2, 1, 2, 0],
    [1, 1, 0, 2],
    [1, 1, 0, 2],
  ];
  const palette = palettes[distance] ?? [0, 2, 0, 1];
  return { kind, thread: `t${palette[value & 3] ?? 0}` };
}

/** The moon of a lunar day: dark on day 1, full on day 15. Always stands beside the date in words. */
export function moonSvg(lunarDay: number): SafeHtml {
  const lit = litMoon(lunarDay);
  return raw(
    '<svg class="moon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="9" class="moon-dark"/>' +
      `${lit === null ? '' : `<path class="moon-lit" d="${lit}"/>`}</svg>`,
  );
}

/** The signs of the history of an item: a full stitch for published and updated, a diamond for corrected, a frame for not public. */
export function historySign(kind: 'full' | 'diamond' | 'frame'): SafeHtml {
  const paths = { full: 'M1 1h16v16H1z', diamond: 'M9 0l9 9-9 9-9-9z', frame: 'M2 2h14v14H2z' };
  return raw(
    `<svg viewBox="0 0 18 18" width="20" height="20" aria-hidden="true" focusable="false"><path class="sign-${kind}" d="${paths[kind]}"/></svg>`,
  );
}

/** The genuine mark: a green diamond with a tick. Never a shield, never blue. */
export function genuineSign(): SafeHtml {
  return raw(
    '<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false"><path class="genuine-ground" d="M9 0l9 9-9 9-9-9z"/><path class="genuine-tick" d="M5.5 9l2.5 2.5 4.5-5"/></svg>',
  );
}

/** The five stitches in turn, one for each theme. */
export function themeSign(index: number): SafeHtml {
  const kinds: readonly Stitch['kind'][] = ['full', 'half', 'diamond', 'frame', 'dot'];
  const path = stitchPath({ kind: kinds[index % 5] ?? 'full' }, { x: 0, y: 0, size: 24 });
  return raw(
    `<svg class="theme-sign" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`,
  );
}
