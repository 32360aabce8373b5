import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { isKnownKind } from '../registry.kinds.ts';
import type { DocumentContent } from '../registry.shapes.contract.ts';
import { missingFields } from '../registry.template-fields.ts';
import { noBrowser, printFailed, unknownKind } from './registry.errors.ts';
import { registerOf } from './registry.policy.ts';
import { allValues, textsOf, toOfficialDocument } from './registry.print.ts';
import { findVisible, readFiles, readLetterhead } from './registry.read-model.ts';
import type { DocumentRecord } from './registry.repository.ts';

interface Ports {
  readonly files: FileStore;
  readonly isExample: boolean;
}

/** A file as it came in or went out. */
export async function downloadFile(
  context: Context,
  input: { id: string; position: number; files: FileStore },
): Promise<BinaryAnswer> {
  const row = await findVisible(context, input.id);
  const file = (await readFiles(context.db, row.id)).find(({ position }) => position === input.position);
  const stored = file && (await input.files.open(file.sha256));
  if (!file || !stored) throw notFound();
  return { fileName: file.name, contentType: file.media_type, content: stored.content };
}

/** The signed file byte for byte; a draft as it stands now, marked as one. */
export async function downloadDocument(context: Context, input: { id: string } & Ports): Promise<BinaryAnswer> {
  const row = await findVisible(context, input.id);
  if (row.state === 'issued' && row.printed) return downloadFile(context, { ...input, position: 0 });
  const { docxMediaType, writeOfficialDocument } = await import(
    '../../../platform/documents/write-official-document.ts'
  );
  const content = await writeOfficialDocument(await documentOf(context, row, input.isExample));
  return { fileName: 'du-thao.docx', contentType: docxMediaType, content };
}

export async function printDocument(context: Context, input: { id: string } & Ports): Promise<BinaryAnswer> {
  const row = await findVisible(context, input.id);
  const { findBrowser, PdfFailed, printPdf } = await import('../../../platform/documents/pdf/print-pdf.ts');
  const browser = await findBrowser();
  if (browser === null) throw noBrowser();
  const document = row.printed ?? (await documentOf(context, row, input.isExample));
  try {
    const name = row.printed ? `${row.code_number}-${row.symbol.replace(/[^\p{L}\d-]/gu, '')}.pdf` : 'du-thao.pdf';
    return { fileName: name, contentType: 'application/pdf', content: await printPdf(document, browser) };
  } catch (error) {
    if (error instanceof PdfFailed) throw printFailed();
    throw error;
  }
}

export async function hasBrowser(): Promise<boolean> {
  const { findBrowser } = await import('../../../platform/documents/pdf/print-pdf.ts');
  return (await findBrowser()) !== null;
}

/** A draft as it would go out now. */
export async function documentOf(context: Context, row: DocumentRecord, isExample: boolean): Promise<OfficialDocument> {
  const letterhead = await readLetterhead(context.db, row.unit_id);
  if (!letterhead || row.content === null) throw notFound();
  const year = Number(dayInDepartment(context.clock.now()).slice(0, 4));
  const { content, kind } = row;
  return toOfficialDocument({ kind, content, letterhead, number: null, date: null, year, signer: null, isExample });
}

/** A signed document as it looks on paper. */
export async function readSheet(context: Context, id: string): Promise<{ html: string }> {
  const { printed } = await findVisible(context, id);
  if (!printed) throw notFound();
  const { officialDocumentHtml } = await import('../../../platform/documents/html/official-document-html.ts');
  return { html: officialDocumentHtml(printed).text };
}

/** How a text would look; nothing is kept. */
export async function previewDocument(
  context: Context,
  input: { kind: string; unitId?: string | undefined; content: DocumentContent; isExample: boolean },
): Promise<{ html: string; missing: string[] }> {
  const { content, kind, isExample } = input;
  if (!isKnownKind(kind)) throw unknownKind();
  const unitId = input.unitId ?? registerOf(context.actor) ?? 'so-vhttdl';
  const letterhead = await readLetterhead(context.db, unitId);
  if (!letterhead) throw notFound();
  const { officialDocumentHtml } = await import('../../../platform/documents/html/official-document-html.ts');
  const year = Number(dayInDepartment(context.clock.now()).slice(0, 4));
  const document = toOfficialDocument({
    kind,
    content,
    letterhead,
    number: null,
    date: null,
    year,
    signer: null,
    isExample,
  });
  const missing = missingFields(textsOf(content), allValues({ content, letterhead, year }));
  return { html: officialDocumentHtml(document).text, missing };
}
