import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key, full_name text not null, email text not null, password_hash text, language text not null default 'vi',
      position_title text not null default '', is_example boolean not null default false, disabled_at timestamptz,
      version int not null default 1, created_at timestamptz not null);
    create unique index person_email on person (lower(email));
    create table role_grant (
      id uuid primary key, person_id uuid not null references person, role text not null, unit_id text not null references unit,
      includes_subtree boolean not null, valid_from timestamptz not null, valid_to timestamptz, created_at timestamptz not null);
    create index role_grant_person on role_grant (person_id);
    create table session (token_hash text primary key, person_id uuid not null references person, created_at timestamptz not null, expires_at timestamptz not null);
    create index session_person on session (person_id);
    create table invitation (
      token_hash text primary key, email text not null, full_name text not null, role text not null, unit_id text not null references unit,
      includes_subtree boolean not null, invited_by uuid references person, expires_at timestamptz not null, accepted_at timestamptz, created_at timestamptz not null);
    create table sign_in_attempt (key text primary key, failures int not null, blocked_until timestamptz, last_failure_at timestamptz not null);
  `.execute(db);
}
