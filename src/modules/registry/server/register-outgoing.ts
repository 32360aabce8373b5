import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { registerDetails } from '../registry.shapes.contract.ts';
import { takeNumber } from './registry.counter.repository.ts';
import { insertDocument, insertFile, updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

export interface OutgoingDocument {
  readonly unitId: string;
  /** Abbreviation of annex III, 'CV' for a letter. */
  readonly kind: string;
  readonly symbol: string;
  readonly agency: string;
  readonly subject: string;
  readonly signer: { readonly post: string; readonly name: string };
  readonly to: readonly string[];
  /** The words that it can be found by, besides its heading. */
  readonly words?: string;
  /** What was signed: a report, a request. */
  readonly source: { readonly kind: string; readonly id: string };
}

/**
 * Takes the next number for a document that another module signs, and enters it in the register. To be called in the
 * transaction of signing: what is rolled back gives its number back.
 */
export async function registerOutgoing(
  context: Context,
  document: OutgoingDocument,
): Promise<{ id: string; number: number; issuedOn: string }> {
  const now = context.clock.now();
  const issuedOn = dayInDepartment(now);
  const year = Number(issuedOn.slice(0, 4));
  const { kind, unitId } = document;
  const number = await takeNumber(context.db, { unitId, direction: 'out', year, series: kind });
  const id = newId(now.getTime());
  const details = registerDetails.parse({
    signerPosition: document.signer.post,
    signerName: document.signer.name.slice(0, 50),
    to: document.to.map((name) => name.slice(0, 200)),
  });
  await insertDocument(context.db, {
    id,
    direction: 'out',
    state: 'issued',
    unit_id: unitId,
    kind,
    year,
    register_number: number,
    code_number: String(number).padStart(2, '0'),
    symbol: document.symbol,
    agency: document.agency,
    subject: document.subject,
    issued_on: issuedOn,
    details: JSON.stringify(details),
    source_kind: document.source.kind,
    source_id: document.source.id,
    words: document.words ?? '',
    created_by: context.actor.personId,
    signed_by: context.actor.personId,
    signed_at: now,
    created_at: now,
  });
  await indexDocument(context, id);
  return { id, number, issuedOn };
}

/** Keeps what another module signed as it went out, and how it looks on paper; in the transaction of signing too. */
export async function keepOutgoingFile(
  context: Context,
  input: { documentId: string; document: OfficialDocument; files: FileStore },
): Promise<void> {
  const { document, documentId } = input;
  const { docxMediaType, writeOfficialDocument } = await import(
    '../../../platform/documents/write-official-document.ts'
  );
  const bytes = await writeOfficialDocument(document);
  const sha256 = await input.files.put(bytes);
  const { number, symbol } = document.numberAndSymbol;
  const name = `${String(number ?? '').padStart(2, '0')}-${symbol.replace(/[^\p{L}\d-]/gu, '')}.docx`;
  await updateDocument(context.db, documentId, { printed: JSON.stringify(document) });
  await insertFile(context.db, {
    document_id: documentId,
    position: 0,
    name,
    media_type: docxMediaType,
    sha256,
    bytes: bytes.length,
  });
}
