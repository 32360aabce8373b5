import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_event (
      id uuid primary key, reference_id text unique, kind text not null check (kind in ('holiday','observance','province','festival','diplomacy','event','clock')),
      titles jsonb not null, description text not null default '', rule jsonb not null, lasts_days int not null default 1 check (lasts_days between 1 and 60),
      start_time text, end_time text, valid_from date, valid_to date, since_year int, days_off int, place text not null default '',
      place_unit_id text references unit, unit_id text not null references unit, audience text, is_major boolean not null default false, is_abroad boolean not null default false,
      clause_id uuid references clause, initial_state text not null check (initial_state in ('rumoured','planned','confirmed')),
      source text not null default '', evidence text not null, note text not null default '', lead_days int not null default 30,
      import_uid text, import_hash text, edited_at timestamptz, folded text not null, created_by uuid references person, version int not null default 1, created_at timestamptz not null);
    create unique index calendar_event_import on calendar_event (unit_id, import_uid) where import_uid is not null;
    create table calendar_date (
      id uuid primary key, event_id uuid not null references calendar_event, original_on date not null, for_date_id uuid references calendar_date on delete cascade,
      starts_on date not null, ends_on date not null check (ends_on >= starts_on), start_time text, end_time text,
      state text not null check (state in ('rumoured','planned','confirmed','postponed','cancelled','held')), is_changed boolean not null default false,
      own_titles jsonb, own_place text, postponed_to uuid references calendar_date on delete set null, reason text not null default '',
      audience_count int, audience_note text not null default '', first_confirmed_at timestamptz, unit_id text not null references unit,
      changed_at timestamptz not null, version int not null default 1, created_at timestamptz not null,
      unique nulls not distinct (event_id, original_on, for_date_id));
    create index calendar_date_days on calendar_date (starts_on, ends_on);
    create index calendar_date_unit on calendar_date (unit_id, starts_on);
    create index calendar_date_for on calendar_date (for_date_id) where for_date_id is not null;
    create table calendar_feed (
      id uuid primary key, person_id uuid not null references person, unit_id text references unit, token_hash text not null unique,
      last_read_at timestamptz, revoked_at timestamptz, created_at timestamptz not null);
    create index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;
    create table calendar_setting (
      id text primary key check (id = 'house'), round_years int[] not null, suggest_days int not null, look_ahead_days int not null, version int not null default 1, created_at timestamptz not null default now());
    insert into calendar_setting (id, round_years, suggest_days, look_ahead_days) values ('house', '{10,5}', 30, 60);
  `.execute(db);
}
