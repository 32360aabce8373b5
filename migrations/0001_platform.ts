import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox_event (id uuid primary key, name text not null, payload jsonb not null, created_at timestamptz not null);
    create index outbox_event_created_at on outbox_event (created_at);
    create table audit_entry (
      id uuid primary key, sequence bigint generated always as identity unique, at timestamptz not null, actor_id uuid, actor_name text not null,
      origin text, request_id text not null, subject_kind text not null, subject_id text not null, action text not null,
      payload_hash text not null, previous_seal text not null, seal text not null);
    create index audit_entry_subject on audit_entry (subject_kind, subject_id, sequence desc);
    create table audit_payload (audit_id uuid primary key references audit_entry, payload jsonb not null, erase_after timestamptz);
    create table setting (key text primary key, value jsonb not null, updated_at timestamptz not null default now());
    create table stored_file (sha256 text primary key, bytes bigint not null, content_type text not null, created_at timestamptz not null default now());
    create table search_document (
      subject_kind text not null, subject_id uuid not null, language text not null, title text not null, exact tsvector not null, folded tsvector not null,
      grams text[] not null default '{}', dated timestamptz not null, visible_units text[] not null default '{}', is_public boolean not null default false,
      primary key (subject_kind, subject_id, language));
    create index search_document_exact on search_document using gin (exact);
    create index search_document_folded on search_document using gin (folded);
    create index search_document_grams on search_document using gin (grams);
  `.execute(db);
}
