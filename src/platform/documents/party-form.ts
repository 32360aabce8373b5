import type { DocumentForm, DocumentSignature, NumberAndSymbol } from './official-document.ts';

// Hướng dẫn 36-HD/VPTW (3/4/2018) of the Party's central office; secondary sources only, so a clerk of a Party body
// compares before the first use: title top right, a star between agency and number, "Số 28-HD/BTGDVTU", T/M and K/T.
export const partyTitle = 'ĐẢNG CỘNG SẢN VIỆT NAM';

const partyAuthority: Readonly<Record<string, string>> = {
  'TM.': 'T/M',
  'KT.': 'K/T',
  'TL.': 'T/L',
  'TUQ.': 'TUQ',
  'Q.': 'Q.',
};

/** "Số 05-HD/BTGDVTU"; the symbol is given as in the State's form, kind first: "HD-BTGDVTU" or "HD/BTGDVTU". */
export function partyNumber({ number, symbol }: NumberAndSymbol, blank: string): string {
  return `Số ${number === null ? blank : String(number).padStart(2, '0')}-${symbol.trim().replace('-', '/')}`;
}

export function signingAuthority(authority: NonNullable<DocumentSignature['authority']>, form: DocumentForm): string {
  return form === 'party' ? (partyAuthority[authority] ?? authority) : authority;
}
