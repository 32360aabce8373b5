import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report (
      id uuid primary key, title text not null, plan_id uuid not null references plan, unit_id text not null references unit, period_from date not null, period_to date not null,
      state text not null check (state in ('draft','signed')), narrative jsonb not null default '{}', frozen jsonb, document_number int, symbol text not null,
      signer jsonb not null default '{}', signed_by uuid references person, signed_at timestamptz, created_by uuid references person, version int not null default 1, created_at timestamptz not null);
    create table notification (
      id uuid primary key, person_id uuid not null references person, kind text not null, params jsonb not null default '{}', link text not null, read_at timestamptz, created_at timestamptz not null);
    create index notification_person on notification (person_id, created_at desc);
  `.execute(db);
}
