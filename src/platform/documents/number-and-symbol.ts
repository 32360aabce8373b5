/**
 * `05/HD-SVHTTDL` as Nghị định 30/2020 writes it: a number under 10 gets a 0; blank where the number is blank. The Party
 * writes `28-HD/BTGDVTU` (Hướng dẫn 36-HD/VPTW): its symbol holds the stroke.
 */
export function numberAndSymbol(
  { number, symbol }: { readonly number: number | null; readonly symbol: string | null },
  blank = '…',
): string {
  const digits = number === null ? blank : String(number).padStart(2, '0');
  return symbol === null ? digits : `${digits}${symbol.includes('/') ? '-' : '/'}${symbol}`;
}
