import { oneLine } from './document-text.ts';
import type { OfficialDocument } from './official-document.ts';

function cut(text: string, length: number): string {
  return [...oneLine(text)].slice(0, length).join('');
}

/** What Nghị định 30/2020, annex VI, part II wants to travel with a document that goes out, by its field names. */
export function registryMetadata(document: OfficialDocument): { name: string; value: string }[] {
  const { numberAndSymbol, signature } = document;
  const fields: [string, string][] = [
    ['TypeName', cut(document.kindName ?? 'Công văn', 100)],
    ['CodeNumber', numberAndSymbol.number === null ? '' : cut(String(numberAndSymbol.number), 11)],
    ['CodeNotation', cut(numberAndSymbol.symbol, 30)],
    ['IssuedDate', document.date ?? ''],
    ['OrganName', cut(document.agency, 200)],
    ['Subject', cut(document.subject, 500)],
    ['Language', 'Tiếng Việt'],
    ['SignerInfo.Position', cut(signature.post, 100)],
    ['SignerInfo.FullName', cut(signature.name ?? '', 50)],
  ];
  return fields.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
}
