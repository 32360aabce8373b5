import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { agencyInWords } from './agency-words.ts';
import { nameOfKind } from './parser/document-kinds.ts';

export interface CitedDirective {
  readonly kind: string | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly subject: string;
}

/**
 * A directive as an official document cites it for the first time: kind, number and symbol, date, issuer, subject
 * (Nghị định 30/2020/NĐ-CP, annex I). What is not known yet is left out; a missing number leaves room for it.
 */
export function citeDirective(directive: CitedDirective): string {
  const { kind, number, symbol, issuedOn, issuer, subject } = directive;
  const kindName = (kind && nameOfKind(kind)) || 'văn bản';
  const [year, month, day] = issuedOn?.split('-') ?? [];
  return [
    kindName[0]?.toUpperCase() + kindName.slice(1),
    symbol && `số ${numberAndSymbol({ number, symbol }, '……')}`,
    day && `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`,
    issuer && `của ${agencyInWords(issuer)}`,
    `về ${subject}`,
  ]
    .filter(Boolean)
    .join(' ');
}
