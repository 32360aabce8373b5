import { type Kysely, sql } from 'kysely';

/** Who handed in a photo before the question was asked has said nothing of the people on it: nothing is said in their name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table evidence alter column shows_people drop not null;
    update evidence set shows_people = null where not shows_people;
  `.execute(db);
}
