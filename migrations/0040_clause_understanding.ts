import { type Kysely, sql } from 'kysely';

/** What a clause asks for beside its wording: who helps, until when, how often, what it is to bring. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table clause
      add column supporting_unit_ids text[] not null default '{}',
      add column due_on date,
      add column rhythm text check (rhythm in ('weekly','monthly','quarterly','yearly')),
      add column expected_kind text not null default '',
      add column expected_count int not null default 0 check (expected_count >= 0);
  `.execute(db);
}
