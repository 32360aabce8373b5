import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table directive (
      id uuid primary key, kind text, number int, symbol text, subject text not null, issuer text, place text, issued_on date, year int,
      state text not null check (state in ('in_review','confirmed')), source_name text not null, source_text text not null, source_sha256 text not null,
      parsed jsonb not null, unit_id text not null references unit, created_by uuid references person, confirmed_by uuid references person,
      confirmed_at timestamptz, version int not null default 1, created_at timestamptz not null);
    create table clause (
      id uuid primary key, directive_id uuid not null references directive, path text not null, parent_path text, position int not null, depth int not null,
      label text, title text not null, text text not null, short_title text not null, nature text not null, mode text, is_leaf boolean not null,
      source_from int not null, source_to int not null, unit_ids text[] not null default '{}', channel_ids text[] not null default '{}',
      dates date[] not null default '{}', created_at timestamptz not null, unique (directive_id, path));
  `.execute(db);
}
