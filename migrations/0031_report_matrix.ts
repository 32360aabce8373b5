import { type Kysely, sql } from 'kysely';

/** Whether the coverage matrix goes with a report as an annex. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report add column with_matrix boolean not null default false`.execute(db);
}
