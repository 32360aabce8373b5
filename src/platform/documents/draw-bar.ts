import type { PictureBlock } from './official-document.ts';

export interface BarPart {
  /** How many; parts of nothing are left out. */
  readonly count: number;
  /** `#rrggbb`. On grey paper neighbours must differ in lightness too. */
  readonly colour: string;
}

const size = { width: 640, height: 44 } as const;
const gap = 3;

/**
 * One bar of a chart as a picture: its parts side by side, as long as they are many, `total` as long as the bar. It bears no
 * letters, so it looks the same whatever fonts the machine has; words and figures stand in the table around it.
 */
export async function drawBar(input: {
  parts: readonly BarPart[];
  total: number;
  alternative: string;
}): Promise<PictureBlock> {
  const perPiece = size.width / Math.max(input.total, 1);
  let x = 0;
  const boxes = input.parts
    .filter((part) => part.count > 0)
    .map((part) => {
      const width = part.count * perPiece;
      const box = `<rect x="${x}" y="4" width="${Math.max(width - gap, 2)}" height="${size.height - 8}" fill="${part.colour}"/>`;
      x += width;
      return box;
    });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
    <rect width="100%" height="100%" fill="#ffffff"/>${boxes.join('')}</svg>`;
  // Drawing is seldom needed: what draws is loaded then.
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  return {
    kind: 'picture',
    format: 'png',
    bytes,
    widthPx: size.width,
    heightPx: size.height,
    alternative: input.alternative,
  };
}
