import { type Kysely, sql } from 'kysely';

/** The file that a directive came as, and what was left out when it was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table directive
      add column file_sha256 text, add column file_bytes int,
      add column source_kind text not null default 'text' check (source_kind in ('docx','odt','pdf','text')),
      add column read_warnings text[] not null default '{}';
  `.execute(db);
}
