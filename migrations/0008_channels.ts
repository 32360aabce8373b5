import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table channel (
      id text primary key, kind text not null, connector text not null, is_hosted boolean not null, names jsonb not null, owner_unit_id text not null references unit,
      languages text[] not null, settings jsonb not null default '{}', paused_at timestamptz, position int not null default 0, version int not null default 1, created_at timestamptz not null default now());
    create table edition_channel (
      edition_id uuid not null references edition, channel_id text not null references channel, due_at timestamptz, created_at timestamptz not null default now(), primary key (edition_id, channel_id));
    create table delivery (
      id uuid primary key, subject_kind text not null, subject_id uuid not null, version_hash text not null, channel_id text not null references channel,
      operation text not null check (operation in ('create','update','correct','withdraw')), sequence int not null default 0,
      state text not null check (state in ('waiting','sending','delivered','verified','retrying','failed','unconfirmed','skipped')),
      due_at timestamptz not null, lease_until timestamptz, attempts int not null default 0, error_code text, reason text not null default '',
      content jsonb not null, version int not null default 1, created_at timestamptz not null,
      unique (subject_kind, subject_id, version_hash, channel_id, operation, sequence));
    create index delivery_due on delivery (due_at) where state in ('waiting','retrying','sending','delivered');
    create index delivery_subject on delivery (subject_kind, subject_id);
    create table delivery_attempt (
      id uuid primary key, delivery_id uuid not null references delivery, number int not null, started_at timestamptz not null, ended_at timestamptz,
      outcome text, error_class text, detail text not null default '', actor_id uuid references person);
    create index delivery_attempt_delivery on delivery_attempt (delivery_id, number);
    create table receipt (
      delivery_id uuid primary key references delivery, public_url text, remote_id text, content_hash text, asset_id uuid references asset, note text not null default '',
      read_back_at timestamptz not null, entered_by uuid references person, created_at timestamptz not null);
  `.execute(db);
}
