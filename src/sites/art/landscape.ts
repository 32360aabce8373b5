import { compactCurve, type Point, smoothNoise } from './noise.ts';

export const seasons = ['harvest', 'mist', 'tea'] as const;
export type Season = (typeof seasons)[number];

const width = 900;
const height = 720;

// A season changes the colours of the paddies, and nothing else; night is the same in all of them.
const paddies: Record<Season, readonly [string, string, string, string, string, string]> = {
  harvest: ['#2B7550', '#4F9463', '#CDB24A', '#D2E0E8', '#8DB36A', '#24523F'],
  mist: ['#4A7A66', '#6E9279', '#A39C74', '#D7DEE3', '#92A888', '#3A6152'],
  tea: ['#2B7550', '#3F8A58', '#6FA35B', '#A9CB84', '#4F9463', '#24523F'],
};
const day = {
  sky: ['#CBD9EA', '#F4EFE0'],
  sun: '#EDAE45',
  ridges: ['#B3C3DC', '#8FA5CB', '#637CB0', '#3F578E'],
  mist: '#FFFFFF',
  line: '#17392C',
};
const night = {
  sky: ['#0A0F24', '#243061'],
  sun: '#F3E3B3',
  ridges: ['#2B3869', '#222D59', '#1A2448', '#131B39'],
  mist: '#8FA2DC',
  line: '#050A14',
};
const nightPaddies = ['#123A31', '#1C4E40', '#5E5630', '#7F93BE', '#2F5A41', '#0C1F1E'];

function styleRules(colours: typeof day, tones: readonly string[]): string {
  const rules = [
    `.s0{stop-color:${colours.sky[0] ?? ''}}.s1{stop-color:${colours.sky[1] ?? ''}}.sun{fill:${colours.sun}}`,
    `.m0{stop-color:${colours.mist};stop-opacity:0}.m1{stop-color:${colours.mist};stop-opacity:.38}`,
    `.l{fill:none;stroke:${colours.line};stroke-opacity:.6}`,
    ...colours.ridges.map((colour, index) => `.r${index}{fill:${colour}}`),
    ...tones.map((colour, index) => `.p${index}{fill:${colour}}`),
  ];
  return rules.join('');
}

/** Ridges in mist above two slopes of terraces, drawn by code: a picture for days on which no photograph is cleared. */
export function landscapeSvg(input: { season: Season; seed: number }): string {
  const style = `${styleRules(day, paddies[input.season])}@media(prefers-color-scheme:dark){${styleRules(night, nightPaddies)}}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style>` +
    '<defs><linearGradient id="s" x2="0" y2="1"><stop class="s0"/><stop offset=".57" class="s1"/></linearGradient>' +
    '<linearGradient id="m" x2="0" y2="1"><stop class="m0"/><stop offset=".55" class="m1"/><stop offset="1" class="m0"/></linearGradient></defs>' +
    `<rect width="${width}" height="${height}" fill="url(#s)"/><circle cx="612" cy="176" r="38" class="sun"/>` +
    `${ridges(input.seed)}<g transform="scale(.5)">` +
    `${slope({ isRising: false, top: 0.5, terraces: 26, seed: input.seed * 3 + 1 })}${slope({ isRising: true, top: 0.6, terraces: 29, seed: input.seed * 5 + 2 })}</g></svg>`
  );
}

function ridges(seed: number): string {
  const noise = smoothNoise(seed);
  const ridged = (value: number): number => 1 - Math.abs(2 * value - 1);
  let svg = '';
  for (let order = 0; order < 4; order++) {
    const base = height * (0.42 + order * 0.075);
    const reach = height * (0.3 - 0.045 * order);
    const points: Point[] = [];
    for (let x = -20; x <= width + 20; x += width / 40) {
      const u = (x / width) * (2.1 + order * 0.7) + order * 11.3;
      const peak =
        ridged(noise(u * 0.8, order * 5.1)) ** 1.25 * 0.62 +
        ridged(noise(u * 2.3, order * 3.3 + 9)) * 0.26 +
        noise(u * 6.1, order + 20) * 0.1;
      points.push([x, base - reach * peak + (order > 1 ? height * 0.03 : 0)]);
    }
    svg += `<path class="r${order}" transform="scale(.5)" d="${compactCurve(points)}V${height * 2}H-40z"/>`;
    svg += `<rect y="${Math.round(base - height * 0.02)}" width="${width}" height="${Math.round(height * 0.16)}" fill="url(#m)"/>`;
  }
  return svg;
}

// Each terrace line is the line above it plus a positive thickness, so lines pinch and open but never cross.
function slope(input: { isRising: boolean; top: number; terraces: number; seed: number }): string {
  const noise = smoothNoise(input.seed);
  const columns: number[] = [];
  const step = Math.max(width / 44, 16);
  for (let x = -20; x <= width + 20 + step / 2; x += step) columns.push(x);
  let upper = columns.map((x) => {
    const t = Math.max(0, input.isRising ? x / width : 1 - x / width);
    const bump = Math.exp(-(((t - 0.12) / 0.34) ** 2));
    return (
      input.top * height +
      (1 - bump) * height * 0.3 +
      (noise((x / width) * 3, 1) - 0.5) * height * 0.07 +
      t ** 2.2 * height * 0.16
    );
  });
  let svg = '';
  for (let row = 0; row < input.terraces && Math.min(...upper) <= height; row++) {
    const growth = 0.5 + 1.6 * (row / input.terraces) ** 1.35;
    const lower = columns.map((x, index) => {
      const slow = noise((x / width) * 4.2 + row * 0.13, row * 0.27 + 3);
      const quick = noise((x / width) * 11 + row * 0.31, row * 0.5 + 30);
      return (upper[index] ?? 0) + height * 0.0165 * growth * (0.22 + 1.5 * slow * slow + 0.28 * quick);
    });
    const isLast = row > input.terraces - 3;
    svg += terracePaddies({ columns, upper, lower, row, noise, floor: isLast ? height + 20 : null });
    const line = compactCurve(columns.map((x, index) => [x, upper[index] ?? 0]));
    svg += `<path class="l" d="${line}" stroke-width="${Math.round(14 + (22 * row) / input.terraces) / 10}"/>`;
    upper = lower;
  }
  return svg;
}

interface Terrace {
  readonly columns: readonly number[];
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  readonly row: number;
  readonly noise: (x: number, y: number) => number;
  readonly floor: number | null;
}

// Painted from the top down: a paddy needs its upper edge only, the next terrace covers what lies below.
function terracePaddies({ columns, upper, lower, row, noise, floor }: Terrace): string {
  const scale = columns.length / 75;
  const cuts = [0];
  let cut = Math.round((3 + Math.floor(noise(row * 1.7, 9) * 14)) * scale);
  while (cut < columns.length - 2) {
    cuts.push(cut);
    cut += Math.max(2, Math.round((7 + Math.floor(noise((cut / scale) * 0.6 + row, row * 0.8) * 22)) * scale));
  }
  cuts.push(columns.length - 1);
  const tones = cuts.slice(0, -1).map((start, index) => {
    const place = (start + (cuts[index + 1] ?? start)) / scale;
    const field = noise(place * 0.028 + 2, row * 0.17 + 60) * 0.75 + noise(place * 0.2, row * 0.9 + 7) * 0.25;
    return [0.34, 0.45, 0.56, 0.66].filter((limit) => field >= limit).length;
  });
  const toneOfBand = [3, 0, 1, 4, 2];
  let svg = '';
  for (let index = 0; index < tones.length; index++) {
    const from = cuts[index] ?? 0;
    while (index + 1 < tones.length && tones[index + 1] === tones[index]) index++;
    const to = cuts[index + 1] ?? columns.length - 1;
    const edge: Point[] = columns.slice(from, to + 1).map((x, offset) => [x, upper[from + offset] ?? 0]);
    const bottom = floor ?? Math.max(...lower.slice(from, to + 1)) + 3;
    svg += `<path class="p${toneOfBand[tones[index] ?? 0] ?? 0}" d="${compactCurve(edge)}V${Math.round(bottom * 2)}H${Math.round((columns[from] ?? 0) * 2)}z"/>`;
  }
  return svg;
}
