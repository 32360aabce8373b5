import { formatNumberAndSymbol, formatPlaceAndDate, oneLine } from './document-text.ts';
import type { OfficialDocument } from './official-document.ts';

/** Annex I, III.1: number and date of the reference stay blank in an electronic document. */
export function annexReference(document: OfficialDocument): string {
  const kind = oneLine(document.kindName ?? 'Công văn').toLocaleLowerCase('vi');
  const name = kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1);
  const { symbol } = document.numberAndSymbol;
  const number = formatNumberAndSymbol({ number: null, symbol }, document.form).replace(/^Số:? /, '');
  const date = formatPlaceAndDate({ place: '', date: null }).replace(/^, /, '');
  return `(Kèm theo ${name} số ${number} ${date} của ${oneLine(document.agency)})`;
}
