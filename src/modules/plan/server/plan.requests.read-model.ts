// Joins tables of earlier modules: clause (directives), unit (organisation), person (accounts).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { RequestDetail, RequestSummary, RequestUnit } from '../plan.requests.contract.ts';
import { canSteerRequest, mayReadRequests, mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';

interface RequestRow extends Omit<RequestSummary, 'createdAt'> {
  createdAt: Date;
  planTitle: string;
  message: string;
  dueOn: string | null;
  version: number;
  clauseIds: string[];
}

async function queryRequests(context: Context, filter: { planId?: string; id?: string }): Promise<RequestRow[]> {
  const rows = await sql<RequestRow>`
    select task_request.id, task_request.plan_id as "planId", task_request.title, task_request.kind, task_request.state, task_request.created_at as "createdAt", person.full_name as "personName",
      plan.title as "planTitle", task_request.message, task_request.due_on as "dueOn", task_request.version, task_request.clause_ids as "clauseIds", cardinality(task_request.clause_ids) as clauses,
      (select count(*)::int from task_request_unit where request_id = task_request.id) as units,
      (select count(*)::int from task_request_unit where request_id = task_request.id and task_request_unit.state <> 'waiting') as reached
    from task_request join plan on plan.id = task_request.plan_id left join person on person.id = task_request.created_by
    where (${filter.id ?? null}::uuid is null or task_request.id = ${filter.id ?? null}::uuid) and (${filter.planId ?? null}::uuid is null or task_request.plan_id = ${filter.planId ?? null}::uuid)
    order by task_request.created_at desc limit 100`.execute(context.db);
  return rows.rows;
}

export async function readRequests(context: Context, planId: string) {
  const plan = await readPlanSummary(context, planId);
  if (!plan) throw notFound();
  if (!mayReadRequests(context.actor)) throw notPermitted();
  const rows = await queryRequests(context, { planId });
  return {
    requests: rows.map(summaryOf),
    abilities: { start: mayRunPlan(context.actor) && plan.state === 'confirmed' },
  };
}

function summaryOf(row: RequestRow): RequestSummary {
  const { id, planId, title, kind, state, personName, units, reached, clauses } = row;
  return {
    id,
    planId,
    title,
    kind,
    state,
    personName,
    units,
    reached,
    clauses,
    createdAt: row.createdAt.toISOString(),
  };
}

export async function readRequestDetail(context: Context, id: string): Promise<RequestDetail> {
  const row = mayReadRequests(context.actor) ? (await queryRequests(context, { id }))[0] : undefined;
  if (!row) throw notFound();
  const clauses = await sql<RequestDetail['clauseList'][number]>`
    select id, path, short_title as title from clause where id = any(${row.clauseIds}::uuid[]) order by position`.execute(
    context.db,
  );
  return {
    ...summaryOf(row),
    planTitle: row.planTitle,
    message: row.message,
    dueOn: row.dueOn,
    version: row.version,
    clauseList: clauses.rows,
    unitRows: await readRequestUnits(context, row),
    letters: await readLettersOf(context, row.id),
    abilities: {
      stop: canSteerRequest(context.actor, 'stop', row.state),
      continue: canSteerRequest(context.actor, 'continue', row.state),
      write: mayRunPlan(context.actor),
    },
  };
}

async function readLettersOf(context: Context, requestId: string): Promise<RequestDetail['letters']> {
  const rows = await sql<RequestDetail['letters'][number]>`
    select id as "documentId", subject, case when state = 'draft' then '' else code_number || '/' || symbol end as number, state <> 'draft' as "isSigned", issued_on as "issuedOn"
    from official_document where source_kind = 'request' and source_id = ${requestId} order by created_at desc, id limit 100`.execute(
    context.db,
  );
  return rows.rows;
}

/** One row a unit: how many of its tasks under these clauses were answered, declined, done, are late, with how much evidence. */
async function readRequestUnits(context: Context, request: RequestRow): Promise<RequestUnit[]> {
  const today = dayInDepartment(context.clock.now());
  const rows = await sql<RequestUnit>`
    with asked as (
      select task.*, clause.path, clause.position, proof.accepted, proof.waiting, exists (select 1 from task_question where task_question.task_id = task.id and answered_at is null) as is_asked
      from task join clause on clause.id = task.clause_id
      cross join lateral (select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting
        from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id) proof
      where task.clause_id = any(${request.clauseIds}::uuid[]) and task.state not in ('proposed', 'cancelled'))
    select unit.id as "unitId", unit.names, unit.kind, unit.is_own as "isOwn", task_request_unit.state as "sendState", (select document_id from task_request_letter where request_id = task_request_unit.request_id and unit_id = unit.id) as "letterId", count(asked.id)::int as tasks,
      count(*) filter (where asked.state = 'sent')::int as unanswered, count(*) filter (where asked.state in ('accepted', 'in_progress', 'returned', 'done'))::int as accepted,
      count(*) filter (where asked.state = 'declined')::int as declined, count(*) filter (where asked.state = 'done')::int as done,
      count(*) filter (where asked.state in ('sent', 'accepted', 'in_progress', 'returned') and asked.due_on < ${today}::date)::int as late,
      count(*) filter (where asked.is_asked)::int as questions, coalesce(sum(asked.accepted), 0)::int as evidence, coalesce(sum(asked.waiting), 0)::int as "waitingEvidence",
      coalesce(array_agg(asked.note order by asked.position) filter (where asked.state = 'declined'), '{}') as reasons,
      coalesce(json_agg(json_build_object('id', asked.id, 'path', asked.path) order by asked.position) filter (where asked.id is not null), '[]') as "taskIds"
    from task_request_unit join unit on unit.id = task_request_unit.unit_id left join asked on asked.unit_id = unit.id
    where task_request_unit.request_id = ${request.id} group by unit.id, task_request_unit.request_id, task_request_unit.state order by unit.position, unit.id`.execute(
    context.db,
  );
  return rows.rows;
}
