/** A number as Vietnamese types it: 1.250,5. Pure. */
export function numberOf(typed: string): number {
  const plain = typed
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}
