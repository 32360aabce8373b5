import { type Kysely, sql } from 'kysely';

/** What a clock asks for, so that its day leads to the page on which that is done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table calendar_event add column work text check (work in ('report','document','event'))`.execute(db);
}
