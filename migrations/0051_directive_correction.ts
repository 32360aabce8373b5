import { type Kysely, sql } from 'kysely';

/** A corrected document takes the place of the one that is here; the earlier edition is kept, its clauses stay what work points at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table directive drop constraint directive_state_check,
      add constraint directive_state_check check (state in ('in_review','confirmed','replaced')),
      add column edition_of uuid references directive, add column replaced_at timestamptz;
    create index directive_edition_of on directive (edition_of) where edition_of is not null;
    alter table clause add column withdrawn_at timestamptz;
  `.execute(db);
}
