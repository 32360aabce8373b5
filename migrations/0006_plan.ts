import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      id uuid primary key, directive_id uuid not null unique references directive, title text not null, year int not null,
      state text not null check (state in ('proposed','confirmed')), version int not null default 1, created_at timestamptz not null);
    create table theme (id uuid primary key, plan_id uuid not null references plan, key text not null, titles jsonb not null, position int not null, created_at timestamptz not null, unique (plan_id, key));
    create table theme_clause (theme_id uuid not null references theme, clause_id uuid not null references clause, created_at timestamptz not null default now(), primary key (theme_id, clause_id));
    create table campaign (id uuid primary key, plan_id uuid not null references plan, title text not null, clause_id uuid references clause, starts_on date not null, peak_on date not null, ends_on date not null, version int not null default 1, created_at timestamptz not null);
    create table task (
      id uuid primary key, plan_id uuid not null references plan, clause_id uuid not null references clause, unit_id text not null references unit,
      mode text not null check (mode in ('assigned','requested')),
      state text not null check (state in ('proposed','sent','accepted','in_progress','done','returned','declined','cancelled')),
      title text not null, expected_output text not null default '', expected_count int not null default 1, rhythm text not null default 'once',
      due_on date, note text not null default '', version int not null default 1, created_at timestamptz not null, unique (clause_id, unit_id));
    create index task_unit on task (unit_id, state);
    create index task_plan on task (plan_id);
    create table task_channel (task_id uuid not null references task, channel_id text not null, created_at timestamptz not null default now(), primary key (task_id, channel_id));
    create table task_supporting_unit (task_id uuid not null references task, unit_id text not null references unit, created_at timestamptz not null default now(), primary key (task_id, unit_id));
    create table evidence (
      id uuid primary key, clause_id uuid not null references clause, unit_id text not null references unit, task_id uuid references task,
      kind text not null check (kind in ('receipt','file','photo','link','figure','note')), title text not null, url text, asset_id uuid references asset,
      figure numeric, note text not null default '', occurred_on date not null, is_by_system boolean not null,
      state text not null check (state in ('submitted','accepted','returned')), source_kind text, source_id text, created_by uuid references person,
      return_reason text, version int not null default 1, created_at timestamptz not null);
    create unique index evidence_source on evidence (source_kind, source_id, clause_id, unit_id) where source_id is not null;
    create index evidence_clause_unit on evidence (clause_id, unit_id, occurred_on);
    create index evidence_task on evidence (task_id);
  `.execute(db);
}
