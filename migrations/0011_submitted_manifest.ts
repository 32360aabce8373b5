import { type Kysely, sql } from 'kysely';

/** What was handed in, sealed: the second person approves this, whatever happens to the words of its pictures meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edition add column submitted_manifest_id uuid`.execute(db);
}
