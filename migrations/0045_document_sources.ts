import { type Kysely, sql } from 'kysely';

/** A request may have many letters; a report and a directive stand in the register once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index official_document_source;
    create index official_document_source on official_document (source_kind, source_id) where source_id is not null;
    create unique index official_document_one_source on official_document (unit_id, source_kind, source_id) where source_kind in ('report', 'directive');
  `.execute(db);
}
