import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_counter (
      unit_id text not null references unit, direction text not null check (direction in ('in','out')), year int not null, series text not null,
      last_number int not null check (last_number >= 0), created_at timestamptz not null default now(), primary key (unit_id, direction, year, series));
    create table document_template (
      id text primary key, unit_id text not null references unit, kind text not null, name text not null, content jsonb not null, version int not null default 1,
      is_retired boolean not null default false, created_by uuid references person, created_at timestamptz not null);
    create table document_template_version (
      template_id text not null references document_template, version int not null, name text not null, content jsonb not null,
      created_by uuid references person, created_at timestamptz not null, primary key (template_id, version));
    create table official_document (
      id uuid primary key, direction text not null check (direction in ('in','out')), state text not null check (state in ('draft','issued','received')),
      unit_id text not null references unit, kind text not null, year int, register_number int, code_number text not null default '', symbol text not null default '',
      agency text not null default '', subject text not null, issued_on date, arrived_on date, due_on date, details jsonb not null default '{}', content jsonb, printed jsonb,
      template_id text references document_template, template_version int, source_kind text, source_id uuid, words text not null default '',
      created_by uuid references person, signed_by uuid references person, signed_at timestamptz, version int not null default 1, created_at timestamptz not null,
      check ((register_number is null) = (state = 'draft')));
    create unique index official_document_number on official_document (unit_id, direction, year, (case direction when 'in' then '' else kind end), register_number) where register_number is not null;
    create unique index official_document_source on official_document (source_kind, source_id) where source_id is not null;
    create index official_document_list on official_document (direction, unit_id, created_at desc);
    create table official_document_file (
      document_id uuid not null references official_document, position int not null, name text not null, media_type text not null, sha256 text not null, bytes int not null,
      created_at timestamptz not null default now(), primary key (document_id, position));
  `.execute(db);
}
