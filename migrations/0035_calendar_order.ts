import { type Kysely, sql } from 'kysely';

/** Lists of the calendar are read in their order, so that a page costs what it shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index calendar_date_order on calendar_date (starts_on, start_time nulls first, id);
    create index calendar_date_event on calendar_date (event_id, starts_on);
  `.execute(db);
}
