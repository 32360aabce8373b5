/** The mark: a seed whose rings of stitches spread (lan tỏa). Drawn by rule, never recoloured but by ink. */
const cell = 4;
const gap = cell * 0.08;
const side = cell - 2 * gap;
const round = (value: number) => Math.round(value * 100) / 100;

function square(x: number, y: number): string {
  return `M${round(x + gap)} ${round(y + gap)}h${round(side)}v${round(side)}h${round(-side)}z`;
}
function diamond(x: number, y: number): string {
  const half = cell / 2;
  const reach = round(half - gap * 0.2);
  return `M${x + half} ${round(y + half - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`;
}
/** Half a square, filled towards the centre of the mark. */
function half(x: number, y: number, right: boolean, below: boolean): string {
  const [near, far] = [round(gap), round(gap + side)];
  const corners = [
    [near, near],
    [far, near],
    [far, far],
    [near, far],
  ];
  const outer = below ? (right ? 2 : 3) : right ? 1 : 0;
  const kept = corners
    .filter((_, index) => index !== outer)
    .map(([dx = 0, dy = 0]) => `${round(x + dx)} ${round(y + dy)}`);
  return `M${kept.join('L')}z`;
}

function rings(): string {
  let path = '';
  for (let row = 0; row < 7; row += 1) {
    for (let column = 0; column < 7; column += 1) {
      const [dx, dy] = [column - 3, row - 3];
      const distance = Math.abs(dx) + Math.abs(dy);
      if (distance === 2) path += square(column * cell, row * cell);
      if (distance === 3 && (dx === 0 || dy === 0)) path += diamond(column * cell, row * cell);
      if (distance === 4) path += half(column * cell, row * cell, dx > 0, dy > 0);
    }
  }
  return path;
}
const ringPath = rings();

export function DesignMark({ size = 36 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" focusable="false">
      <path fill="var(--action)" d={ringPath} />
      <path fill="var(--mark)" d={diamond(12, 12)} />
    </svg>
  );
}
