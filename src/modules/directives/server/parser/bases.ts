import type { DocumentReference } from '../../directives.parsed.ts';
import { findDates } from './dates.ts';
import { kindOfReference, referenceKindNames } from './document-kinds.ts';
import type { Lexicon } from './lexicon.ts';

const kindName = new RegExp(
  String.raw`(?<!\p{L})(${referenceKindNames.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`).join('|')})(?!\p{L})`,
  'gu',
);
const numberAfterKind = /^(?:\s+liên tịch)?\s+(?:số\s*:?\s*)?(\d{1,5})\s*[-/]/u;
/** A law has its name between kind and number. */
const numberAfterName = /^[^;\d]{0,120}?\ssố\s*:?\s*(\d{1,5})\s*[-/]/u;
const dateAfterName = /^[^;\d]{0,120}?\sngày\s+\d/u;
/** Where the name of an issuer ends: what the document is about, or a stop. */
export const issuerEnd =
  /\s(?:hướng dẫn|về|quy định|ban hành|sửa đổi|triển khai|thực hiện|phê duyệt|v\/v)(?!\p{L})|[,;.:(]/iu;
const reach = 320;

/** Documents that the preamble rests on: kind, number, date, issuer. A document named without number and date is no basis. */
export function readBases(paragraphs: readonly string[], lexicon: Lexicon): DocumentReference[] {
  return paragraphs.flatMap((paragraph) => readReferences(paragraph, lexicon));
}

function readReferences(paragraph: string, lexicon: Lexicon): DocumentReference[] {
  const references: DocumentReference[] = [];
  let readTo = 0;
  for (const match of paragraph.matchAll(kindName)) {
    if (match.index < readTo) continue;
    const after = paragraph.slice(match.index + match[0].length, match.index + reach).split(';')[0] ?? '';
    const isLaw = /^(?:Luật|Pháp lệnh)$/u.test(match[0]);
    const number = (numberAfterKind.exec(after) ?? (isLaw ? numberAfterName.exec(after) : null))?.[1];
    if (number === undefined && !(isLaw && dateAfterName.test(after))) continue;
    const issuer = readIssuer(after, lexicon);
    const upToIssuer = after.slice(0, issuer?.at ?? after.length);
    references.push({
      kind: kindOfReference(match[0]),
      number: number === undefined ? null : Number(number),
      date: findDates(upToIssuer, null)[0]?.iso ?? null,
      issuer: issuer?.name ?? null,
    });
    readTo = match.index + match[0].length + (issuer === null ? 0 : issuer.at + issuer.name.length);
  }
  return references;
}

function readIssuer(after: string, lexicon: Lexicon): { name: string; at: number } | null {
  const match = /\scủa\s+/u.exec(after);
  if (match === null) return null;
  const at = match.index + match[0].length;
  const rest = after.slice(at);
  const unit = lexicon.units.find(rest)[0];
  const end = unit?.from === 0 ? unit.to : (issuerEnd.exec(rest)?.index ?? rest.length);
  const name = rest.slice(0, end).trim();
  return name === '' ? null : { name, at };
}
