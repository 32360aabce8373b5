/** The lit part of the moon on a day of the lunar month, as a path in a box of 24; null at new moon. */
export function litMoon(lunarDay: number): string | null {
  if (lunarDay === 1) return null;
  const phase = ((lunarDay - 1) / 29.53) % 1;
  const cosine = Math.cos(2 * Math.PI * phase);
  const width = Math.round(Math.abs(cosine) * 90) / 10;
  const isWaxing = phase < 0.5;
  const inner = cosine > 0 === isWaxing ? 0 : 1;
  return `M12 3A9 9 0 0 ${isWaxing ? 1 : 0} 12 21A${width} 9 0 0 ${inner} 12 3z`;
}
