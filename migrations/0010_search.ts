import { type Kysely, sql } from 'kysely';

/** The newest documents of a kind without sorting all that a frequent word finds, and a unit's own without reading everybody's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index search_document_newest on search_document (subject_kind, dated desc);
    create index search_document_visible_units on search_document using gin (visible_units);
  `.execute(db);
}
