import type { DocumentRow } from '../registry.shapes.contract.ts';

/** "118/SVHTTDL-TTBCXB"; room for the number of a draft. */
export function documentNumber({ codeNumber, symbol }: Pick<DocumentRow, 'codeNumber' | 'symbol'>): string {
  return symbol === '' ? codeNumber : `${codeNumber === '' ? '…' : codeNumber}/${symbol}`;
}
