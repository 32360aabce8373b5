import { type Kysely, sql } from 'kysely';

/** The balance of a year looks for what went live, and for what is still to come, by day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index edition_first_live on edition (first_live_at) where first_live_at is not null;
    create index edition_to_come on edition (work_state) where first_live_at is null;
  `.execute(db);
}
