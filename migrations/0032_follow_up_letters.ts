import { type Kysely, sql } from 'kysely';

/** Urging many units in one act: a request of another kind, and the letter that each unit got, a document of the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task_request add column kind text not null default 'request' check (kind in ('request','follow_up'));
    create table task_request_letter (
      request_id uuid not null references task_request, unit_id text not null references unit,
      document_id uuid references official_document on delete set null, created_at timestamptz not null, primary key (request_id, unit_id));
    create index task_request_letter_document on task_request_letter (document_id);
  `.execute(db);
}
