import { type Kysely, sql } from 'kysely';

/** What is expected of a task in full, questions about it, requests to many units at once, a unit's own work beneath a task, clauses of a campaign. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task
      add column priority text not null default 'normal' check (priority in ('high','normal','low')),
      add column output_kind text not null default 'other' check (output_kind in ('story','broadcast','visual','event','product','report','other')),
      add column languages text[] not null default '{}',
      add column sent_on date;
    update task set sent_on = (plan.created_at at time zone 'Asia/Ho_Chi_Minh')::date from plan where plan.id = task.plan_id and task.state <> 'proposed';
    drop index task_unit;
    create index task_unit on task (unit_id, state, due_on);
    create index task_due on task (due_on, id);
    create index task_state_due on task (state, due_on);
    create index task_supporting_unit_unit on task_supporting_unit (unit_id, task_id);
    create table task_question (
      id uuid primary key, task_id uuid not null references task, question text not null, asked_by uuid references person, asked_at timestamptz not null,
      answer text, answered_by uuid references person, answered_at timestamptz, created_at timestamptz not null default now());
    create index task_question_task on task_question (task_id, asked_at);
    create unique index task_question_open on task_question (task_id) where answered_at is null;
    create table own_task (
      id uuid primary key, task_id uuid not null references task, title text not null, responsible text not null default '', due_on date,
      state text not null check (state in ('open','done')), version int not null default 1, created_by uuid references person, created_at timestamptz not null);
    create index own_task_task on own_task (task_id);
    create table task_request (
      id uuid primary key, plan_id uuid not null references plan, title text not null, message text not null default '', clause_ids uuid[] not null,
      priority text not null, output_kind text not null, languages text[] not null, expected_output text not null, expected_count int not null, rhythm text not null, due_on date,
      state text not null check (state in ('running','stopped','done')), version int not null default 1, created_by uuid references person, created_at timestamptz not null, finished_at timestamptz);
    create index task_request_plan on task_request (plan_id, created_at desc);
    create table task_request_unit (
      request_id uuid not null references task_request, unit_id text not null references unit, state text not null check (state in ('waiting','sent','unchanged')),
      created_at timestamptz not null default now(), primary key (request_id, unit_id));
    create table campaign_clause (campaign_id uuid not null references campaign, clause_id uuid not null references clause, created_at timestamptz not null default now(), primary key (campaign_id, clause_id));
    insert into campaign_clause (campaign_id, clause_id) select id, clause_id from campaign where clause_id is not null;
    alter table campaign drop column clause_id;
  `.execute(db);
}
