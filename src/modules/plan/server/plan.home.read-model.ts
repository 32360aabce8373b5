// Joins tables of earlier modules: clause (directives), unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { holdsRole } from '../../accounts/index.ts';
import { eventPeriods } from './plan.event-dues.read-model.ts';
import { mayRunPlan } from './plan.policy.ts';

/** So many of a kind fit on the home screen; the rest stands in a list (plan.home-rest.read-model.ts). */
export const mostOfAKind = 20;

interface Waiting {
  id: string;
  path: string;
  title: string;
  unit: string | null;
  state: string;
  due_on: string | null;
}

/**
 * What waits. For planners: plans to confirm, questions to answer, requests that were stopped, evidence to accept.
 * For the units' people: what is late, what comes next; steady work only while its running period lacks something.
 */
export async function readPlanHomeQueue(context: Context): Promise<HomeItem[]> {
  const today = dayInDepartment(context.clock.now());
  const runs = mayRunPlan(context.actor);
  const items = [
    ...(runs ? await readPlannersWork(context) : []),
    ...(await readEvidenceToAccept(context, runs)),
    ...(await readUnitsWork(context, today)),
  ];
  return items.slice(0, 50);
}

function nameIn(context: Context): RawBuilder<string> {
  const language = context.actor.language === 'en' ? 'en' : 'vi';
  return sql<string>`coalesce(unit.names->>${language}, unit.names->>'vi')`;
}

/** The conditions of the queue, for what it shows and for the count of the rest. */
export const questionWaits = sql<boolean>`task_question.answered_at is null and task.state in ('sent', 'accepted', 'in_progress', 'returned')`;

export function evidenceWaits(context: Context, runs: boolean): RawBuilder<boolean> {
  const approverUnits = context.actor.grants
    .filter((grant) => grant.role === 'commune_approver')
    .flatMap((grant) => grant.unitIds);
  return sql<boolean>`evidence.state = 'submitted' and (${runs} or evidence.unit_id = any(${approverUnits}::text[])) and evidence.created_by is distinct from ${context.actor.personId}::uuid`;
}

/** A leader's own work is to approve; the tasks of the units are not theirs to do. */
const workers = [
  'publishing_editor',
  'division_officer',
  'commune_officer',
  'commune_approver',
  'partner_editor',
] as const;

/** Begins a query: `mine`, the open tasks of the own units, and `event_due`, the next day by which something per event is lacking. */
export function unitsWork(context: Context, today: string): RawBuilder<unknown> {
  const units = context.actor.grants
    .filter((grant) => holdsRole({ ...context.actor, grants: [grant] }, workers))
    .flatMap((grant) => grant.unitIds);
  const isMine = sql<boolean>`task.unit_id = any(${units}::text[]) and task.state in ('sent', 'accepted', 'in_progress', 'returned')`;
  return sql`
    with event_due as (
      select task_id, min(due_by) as due_by from (${eventPeriods({ where: isMine })}) event_period
      where accepted + waiting < expected_count and starts_on <= ${today}::date + 7 group by task_id),
    mine as (
      select task.*, case task.rhythm when 'weekly' then 'week' when 'monthly' then 'month' when 'quarterly' then 'quarter' end as step,
        case task.rhythm when 'weekly' then interval '7 days' when 'monthly' then interval '1 month' when 'quarterly' then interval '3 months' end as length
      from task where ${isMine})`;
}

export function workWaits(today: string): RawBuilder<boolean> {
  return sql<boolean>`((mine.step is null and (mine.rhythm = 'once' or event_due.due_by is not null)) or mine.state in ('sent', 'returned') or (mine.rhythm <> 'per_event' and mine.due_on < ${today}::date)
      or (select count(*) from evidence where evidence.clause_id = mine.clause_id and evidence.unit_id = mine.unit_id and evidence.state <> 'returned'
        and evidence.occurred_on >= date_trunc(mine.step, ${today}::date)) < mine.expected_count)`;
}

async function readPlannersWork(context: Context): Promise<HomeItem[]> {
  const rows = await sql<Waiting>`
    (select id, '' as path, title, null as unit, 'confirm' as state, null::date as due_on from plan where state = 'proposed' order by created_at limit 10)
    union all
    (select task.id, clause.path, task_question.question, ${nameIn(context)}, 'answer', task.due_on
      from task_question join task on task.id = task_question.task_id join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
      where ${questionWaits} order by asked_at limit ${mostOfAKind})
    union all
    (select id, '', title, null, 'stopped', due_on from task_request where state = 'stopped' order by created_at limit 10)`.execute(
    context.db,
  );
  const pages: Readonly<Record<string, string>> = { confirm: 'plans', answer: 'tasks', stopped: 'requests' };
  return rows.rows.map((row) => ({
    id: row.id,
    group: 'today',
    kind: `plan.${row.state}`,
    title: row.title,
    subtitle: row.unit === null ? '' : `${row.path} · ${row.unit}`,
    link: `/${pages[row.state]}/${row.id}`,
    dueOn: row.due_on,
  }));
}

async function readEvidenceToAccept(context: Context, runs: boolean): Promise<HomeItem[]> {
  const rows = await sql<Waiting>`
    select evidence.id, clause.path, evidence.title, ${nameIn(context)} as unit, evidence.task_id as state, null as due_on
    from evidence join clause on clause.id = evidence.clause_id join unit on unit.id = evidence.unit_id
    where ${evidenceWaits(context, runs)}
    order by evidence.created_at limit ${mostOfAKind}`.execute(context.db);
  return rows.rows.map((row) => ({
    id: row.id,
    group: 'today',
    kind: 'plan.accept_evidence',
    title: row.title,
    subtitle: `${row.path} · ${row.unit}`,
    link: `/tasks/${row.state}`,
    dueOn: null,
  }));
}

async function readUnitsWork(context: Context, today: string): Promise<HomeItem[]> {
  const rows = await sql<Waiting>`
    ${unitsWork(context, today)}
    select mine.id, clause.path, mine.title, ${nameIn(context)} as unit, mine.state, case when mine.rhythm = 'per_event' then event_due.due_by else least(mine.due_on, (date_trunc(mine.step, ${today}::date) + mine.length)::date - 1) end as due_on
    from mine join clause on clause.id = mine.clause_id join unit on unit.id = mine.unit_id left join event_due on event_due.task_id = mine.id
    where ${workWaits(today)}
    order by 6 nulls last, mine.priority = 'high' desc, clause.position limit ${mostOfAKind}`.execute(context.db);
  return rows.rows.map((row) => ({
    id: row.id,
    group: groupOf(row, today),
    kind: `plan.task_${row.state}`,
    title: row.title,
    subtitle: `${row.path} · ${row.unit}`,
    link: `/tasks/${row.id}`,
    dueOn: row.due_on,
  }));
}

function groupOf(task: { state: string; due_on: string | null }, today: string): HomeItem['group'] {
  if (task.due_on !== null && task.due_on < today) return 'overdue';
  if (task.state === 'returned' || task.due_on === today) return 'today';
  // Without a day of its own an unanswered task waits for its answer this week; with one, the day alone says when.
  if (task.due_on === null) return task.state === 'sent' ? 'week' : 'later';
  return (Date.parse(task.due_on) - Date.parse(today)) / 86_400_000 <= 7 ? 'week' : 'later';
}
