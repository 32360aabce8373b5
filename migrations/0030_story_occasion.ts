import { type Kysely, sql } from 'kysely';

/** The day of the calendar that a story was begun for, so that the calendar no longer offers it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table story_occasion (
      story_id uuid primary key references story, date_id uuid not null references calendar_date on delete cascade, created_at timestamptz not null default now());
    create index story_occasion_date on story_occasion (date_id);
  `.execute(db);
}
