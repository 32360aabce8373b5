import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { OfficialDocumentFileTable, OfficialDocumentTable } from './registry.tables.ts';

export type DocumentRecord = Selectable<OfficialDocumentTable>;
export const searchKind = 'official_document';

export function lockDocument(db: Database, id: string): Promise<DocumentRecord | undefined> {
  return db.selectFrom('official_document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** One entry after the other where the same one comes twice at once, until the transaction ends. */
export async function lockEntry(db: Database, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`received:${id}`}, 0))`.execute(db);
}

/** False when a document with this id is here already: the same create came twice. */
export async function insertDocument(db: Database, values: Insertable<OfficialDocumentTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('official_document')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function updateDocument(
  db: Database,
  id: string,
  values: Updateable<OfficialDocumentTable>,
): Promise<void> {
  await db.updateTable('official_document').set(values).where('id', '=', id).execute();
}

/** A document with a number is never deleted. */
export async function deleteDraft(db: Database, id: string): Promise<void> {
  await db.deleteFrom('official_document').where('id', '=', id).where('state', '=', 'draft').execute();
}

export async function insertFile(db: Database, values: Insertable<OfficialDocumentFileTable>): Promise<void> {
  await db.insertInto('official_document_file').values(values).execute();
}

/** Adds a file behind those that are there; false where the same bytes are there already. */
export async function addFileOnce(
  db: Database,
  documentId: string,
  file: Omit<Insertable<OfficialDocumentFileTable>, 'document_id' | 'position'>,
): Promise<boolean> {
  const files = await db
    .selectFrom('official_document_file')
    .select(['sha256', 'position'])
    .where('document_id', '=', documentId)
    .execute();
  if (files.some((each) => each.sha256 === file.sha256)) return false;
  const position = Math.max(-1, ...files.map((each) => each.position)) + 1;
  await insertFile(db, { ...file, document_id: documentId, position });
  return true;
}

/** The document that was registered for a report or a letter of another module. */
export function findBySource(db: Database, source: { kind: string; id: string }): Promise<DocumentRecord | undefined> {
  return db
    .selectFrom('official_document')
    .selectAll()
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .executeTakeFirst();
}

/** A document that a clerk entered by hand, by what its heading says; only where it has a symbol to be known by. */
export async function findArrival(
  db: Database,
  heading: { unitId: string; codeNumber: string; symbol: string; issuedOn: string | null },
): Promise<DocumentRecord | undefined> {
  if (heading.codeNumber === '' || heading.symbol === '' || heading.issuedOn === null) return undefined;
  return db
    .selectFrom('official_document')
    .selectAll()
    .where('direction', '=', 'in')
    .where('unit_id', '=', heading.unitId)
    .where('code_number', '=', heading.codeNumber)
    .where('symbol', '=', heading.symbol)
    .where('issued_on', '=', heading.issuedOn)
    .where('source_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
