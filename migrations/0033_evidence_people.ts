import { type Kysely, sql } from 'kysely';

/** A photo shows people who can be recognised, and who handed it in says that they agreed (Luật 91/2025/QH15). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table evidence add column shows_people boolean not null default false;
    create index asset_evidence_created on asset (created_at) where purpose = 'evidence';
  `.execute(db);
}
