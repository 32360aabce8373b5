import { type Kysely, sql } from 'kysely';

/** Tasks that are due with each event: which events these are, and for which one a piece of evidence stands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task add column event_scope text not null default 'clause' check (event_scope in ('clause','theme','chosen'));
    create table task_event (
      task_id uuid not null references task, event_id uuid not null references calendar_event, created_at timestamptz not null default now(), primary key (task_id, event_id));
    create index task_per_event on task (plan_id) where rhythm = 'per_event';
    alter table evidence add column for_date_id uuid references calendar_date on delete set null;
    create index evidence_for_date on evidence (for_date_id) where for_date_id is not null;
    update evidence set for_date_id = calendar_date.id from calendar_date where evidence.source_kind = 'calendar_date' and evidence.source_id = calendar_date.id::text;
    create index calendar_event_clause on calendar_event (clause_id) where clause_id is not null;
  `.execute(db);
}
