import { type Kysely, sql } from 'kysely';

/** Open tasks per event are looked for by their state, across all plans. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index task_per_event;
    create index task_per_event on task (plan_id, state) where rhythm = 'per_event';
  `.execute(db);
}
