import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table language (code text primary key, names jsonb not null, is_spoken_only boolean not null default false, position int not null, created_at timestamptz not null default now());
    create table unit (
      id text primary key, kind text not null, parent_id text references unit, names jsonb not null, short_names jsonb not null, aliases text[] not null default '{}',
      is_own boolean not null, position int not null default 0, valid_from date, valid_to date, successor_id text references unit,
      source text not null, version int not null default 1, created_at timestamptz not null default now());
    create index unit_parent on unit (parent_id);
    create table unit_group (id text primary key, names jsonb not null, created_at timestamptz not null default now());
    create table unit_group_member (group_id text references unit_group, unit_id text references unit, created_at timestamptz not null default now(), primary key (group_id, unit_id));
  `.execute(db);
}
