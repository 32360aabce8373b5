import { type Kysely, sql } from 'kysely';

/** Reminders that are written once, what a person wants to be told and how, and the mail that waits to go out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outgoing_mail (
      id uuid primary key, key text not null unique, message_id text not null, person_id uuid references person, to_name text not null, to_address text not null,
      subject text not null, text_body text not null, html_body text not null,
      state text not null check (state in ('waiting','sending','retrying','sent','failed')),
      due_at timestamptz not null, lease_until timestamptz, attempts int not null default 0, answer text not null default '',
      sent_at timestamptz, created_at timestamptz not null);
    create index outgoing_mail_due on outgoing_mail (due_at) where state in ('waiting','retrying','sending');
    create index outgoing_mail_state on outgoing_mail (state, created_at desc);
    alter table notification
      add column subject_kind text, add column subject_id text, add column day date, add column unit_id text references unit,
      add column is_in_app boolean not null default true,
      add column mail text not null default 'none' check (mail in ('none','now','daily','weekly')),
      add column mailed_at timestamptz;
    create unique index notification_once on notification (person_id, kind, subject_kind, subject_id, day);
    create index notification_unread on notification (person_id) where read_at is null and is_in_app;
    create index notification_digest on notification (created_at) where mail in ('daily','weekly') and mailed_at is null;
    create index notification_read_at on notification (read_at) where read_at is not null;
    create table notification_preference (
      person_id uuid not null references person, kind text not null, is_in_app boolean not null,
      mail text not null check (mail in ('none','now','daily','weekly')), updated_at timestamptz not null, created_at timestamptz not null default now(),
      primary key (person_id, kind));
    create index task_follow_up on task (due_on) where state in ('sent','accepted','in_progress','returned');
    create index evidence_waiting on evidence (created_at) where state = 'submitted';
    create index edition_waiting on edition (work_state) where work_state in ('awaiting_approval','in_appraisal');
  `.execute(db);
}
