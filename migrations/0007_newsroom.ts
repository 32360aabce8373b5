import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table story (
      id uuid primary key, kind text not null, unit_id text not null references unit, working_title text not null, no_clause_reason text,
      is_example boolean not null default false, created_by uuid references person, version int not null default 1, created_at timestamptz not null);
    create index story_unit on story (unit_id, created_at desc);
    create table story_clause (
      story_id uuid not null references story, clause_id uuid not null references clause, state text not null check (state in ('suggested','confirmed','declined')),
      created_at timestamptz not null default now(), primary key (story_id, clause_id));
    create index story_clause_clause on story_clause (clause_id);
    create table edition (
      id uuid primary key, story_id uuid not null references story, language text not null references language, code text not null unique, slug text,
      work_state text not null check (work_state in ('drafting','in_editing','in_appraisal','awaiting_approval','approved','returned','rejected')),
      public_state text not null check (public_state in ('not_public','scheduled','live','withdrawn','removed')),
      current_revision_id uuid, live_revision_id uuid, approved_manifest_id uuid, not_before timestamptz, source_revision_id uuid,
      submitted_by uuid references person, pending_change text check (pending_change in ('update','correction','formal_correction')), pending_note text,
      is_machine_made boolean not null default false, first_live_at timestamptz, withdrawal_reason text, version int not null default 1, created_at timestamptz not null,
      unique (story_id, language));
    create table revision (
      id uuid primary key, edition_id uuid not null references edition, number int not null, title text not null, lead text not null, body jsonb not null,
      cover_asset_id uuid references asset, hash text not null, created_by uuid references person, created_at timestamptz not null, unique (edition_id, number));
    create table edition_transition (
      id uuid primary key, edition_id uuid not null references edition, axis text not null, action text not null, from_state text not null, to_state text not null,
      reason text not null default '', revision_id uuid, actor_id uuid references person, created_at timestamptz not null);
    create index edition_transition_edition on edition_transition (edition_id, created_at);
    create table approval_manifest (
      id uuid primary key, edition_id uuid not null references edition, revision_id uuid not null references revision, canonical text not null, hash text not null,
      approved_by uuid references person, created_at timestamptz not null);
    create table public_change (
      id uuid primary key, edition_id uuid not null references edition, revision_id uuid references revision, kind text not null, note text not null,
      changes jsonb not null default '[]', created_at timestamptz not null);
    create index public_change_edition on public_change (edition_id, created_at);
    create table published_snapshot (
      edition_id uuid primary key references edition, code text not null unique, language text not null, path text not null unique, state text not null,
      snapshot jsonb not null, manifest_hash text not null, published_at timestamptz not null, updated_at timestamptz not null);
    create index published_snapshot_published on published_snapshot (published_at desc);
    create index published_snapshot_files on published_snapshot using gin ((snapshot->'files') jsonb_path_ops);
  `.execute(db);
}
