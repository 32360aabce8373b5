/** `05/HD-SVHTTDL` as Nghị định 30/2020 writes it: a number under 10 gets a 0; blank where the number is blank. */
export function numberAndSymbol({ number, symbol }: { number: number | null; symbol: string | null }): string {
  const digits = number === null ? '…' : String(number).padStart(2, '0');
  return symbol === null ? digits : `${digits}/${symbol}`;
}
