import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import { blocksFromText } from '../../../platform/documents/text-blocks.ts';
import { kindNames, letterKind } from '../registry.kinds.ts';
import type { DocumentContent, DocumentSigner } from '../registry.shapes.contract.ts';
import { fillFields } from '../registry.template-fields.ts';
import { type Letterhead, symbolOf } from './registry.letterhead.ts';

export const exampleNotice = 'Văn bản ví dụ với số liệu minh họa, không có giá trị hành chính';

export interface PrintInput {
  readonly kind: string;
  readonly content: DocumentContent;
  readonly letterhead: Letterhead;
  readonly number: number | null;
  /** ISO day of signing, or null while it is a draft. */
  readonly date: string | null;
  readonly year: number;
  readonly signer: DocumentSigner | null;
  readonly isExample: boolean;
}

/** The values of a document together with those that the system knows. */
export function allValues({
  content,
  letterhead,
  year,
}: Pick<PrintInput, 'content' | 'letterhead' | 'year'>): Record<string, string> {
  return {
    ...content.values,
    co_quan: letterhead.agency,
    lanh_dao: letterhead.leaders,
    dia_danh: letterhead.place,
    don_vi_soan: content.draftingSymbol === '' ? 'hồ sơ' : content.draftingSymbol,
    nam: String(year),
  };
}

/** The subject as it would be printed, with room where a field waits. */
export function filledSubject(input: Pick<PrintInput, 'content' | 'letterhead' | 'year'>): string {
  const { fields, subject } = input.content;
  return fillFields(subject, { values: allValues(input), fields });
}

/** Pure: the same content always gives the same document. */
export function toOfficialDocument(input: PrintInput): OfficialDocument {
  const { content, kind, letterhead, signer } = input;
  const fill = (text: string) => fillFields(text, { values: allValues(input), fields: content.fields });
  const filled = (texts: readonly string[]) =>
    texts.flatMap((text) => fill(text).split('\n')).filter((text) => text.trim() !== '');
  const { body, annexes } = blocksFromText(fill(content.body));
  const symbol = symbolOf({ kind, draftingSymbol: content.draftingSymbol, letterhead });
  const { onBehalfOf, ...signature } = signer ?? letterhead.signer;
  return {
    language: 'vi',
    ...(letterhead.parentAgency !== null && { parentAgency: letterhead.parentAgency }),
    agency: letterhead.agency,
    numberAndSymbol: { number: input.number, symbol },
    place: letterhead.place,
    date: input.date,
    yearWhenUndated: input.year,
    kindName: kind === letterKind ? null : (kindNames[kind] ?? kind),
    subject: fill(content.subject),
    ...(content.urgency !== null && { urgency: content.urgency }),
    addressees: filled(content.addressees),
    bases: filled(content.bases),
    body,
    annexes,
    signature: { ...signature, ...(onBehalfOf ? { onBehalfOf } : {}), name: signer?.name ?? null },
    recipients: filled(content.recipients),
    draft: input.number === null,
    ...(input.isExample && { exampleNotice }),
    metadata: { title: fill(content.subject), creator: letterhead.agency },
  };
}

/** Every text of a document that may hold fields. */
export function textsOf(
  content: Pick<DocumentContent, 'subject' | 'addressees' | 'bases' | 'body' | 'recipients'>,
): string[] {
  return [content.subject, ...content.addressees, ...content.bases, content.body, ...content.recipients];
}
