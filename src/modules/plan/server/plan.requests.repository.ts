import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { TaskRequestTable, TaskTable } from './plan.tables.ts';

export type TaskRequest = Selectable<TaskRequestTable>;

/** False when the request is there already. */
export async function insertRequest(
  db: Database,
  request: Insertable<TaskRequestTable>,
  units: readonly { unitId: string; state: 'waiting' | 'sent' }[],
): Promise<boolean> {
  const row = await db
    .insertInto('task_request')
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await db
    .insertInto('task_request_unit')
    .values(units.map(({ unitId, state }) => ({ request_id: request.id, unit_id: unitId, state })))
    .execute();
  return true;
}
export function readRequestRow(db: Database, id: string): Promise<TaskRequest | undefined> {
  return db.selectFrom('task_request').selectAll().where('id', '=', id).executeTakeFirst();
}
export function lockRequest(db: Database, id: string): Promise<TaskRequest | undefined> {
  return db.selectFrom('task_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function setRequestState(
  db: Database,
  id: string,
  state: TaskRequest['state'],
  finishedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('task_request')
    .set((eb) => ({ state, finished_at: finishedAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
/** The next unit that has not been reached; another worker's is passed over. */
export async function lockNextUnit(db: Database, requestId: string): Promise<string | null> {
  const row = await sql<{ unit_id: string }>`
    select task_request_unit.unit_id from task_request_unit join unit on unit.id = task_request_unit.unit_id
    where request_id = ${requestId} and state = 'waiting' order by unit.position, unit.id limit 1 for update of task_request_unit skip locked`.execute(
    db,
  );
  return row.rows[0]?.unit_id ?? null;
}
export async function countWaitingUnits(db: Database, requestId: string): Promise<number> {
  const row = await db
    .selectFrom('task_request_unit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('request_id', '=', requestId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.count;
}
export async function setUnitReached(
  db: Database,
  input: { requestId: string; unitId: string; state: 'sent' | 'unchanged' },
): Promise<void> {
  await db
    .updateTable('task_request_unit')
    .set({ state: input.state })
    .where('request_id', '=', input.requestId)
    .where('unit_id', '=', input.unitId)
    .execute();
}
export async function insertLetter(
  db: Database,
  letter: { requestId: string; unitId: string; documentId: string; at: Date },
): Promise<void> {
  await db
    .insertInto('task_request_letter')
    .values({
      request_id: letter.requestId,
      unit_id: letter.unitId,
      document_id: letter.documentId,
      created_at: letter.at,
    })
    .execute();
}
/** The tasks of a unit under these clauses, locked. */
export function lockTasksOfUnit(
  db: Database,
  input: { clauseIds: readonly string[]; unitId: string },
): Promise<Selectable<TaskTable>[]> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('clause_id', 'in', [...input.clauseIds])
    .where('unit_id', '=', input.unitId)
    .forUpdate()
    .execute();
}
export async function insertTask(db: Database, task: Insertable<TaskTable>): Promise<void> {
  await db.insertInto('task').values(task).execute();
}
export async function readUnitIsOwn(db: Database, unitId: string): Promise<boolean> {
  const row = await db.selectFrom('unit').select('is_own').where('id', '=', unitId).executeTakeFirstOrThrow();
  return row.is_own;
}
/** Leaf clauses of the plan's directive among those named, in the order of the text. Reads the tables of directives. */
export async function readClausesOfPlan(
  db: Database,
  input: { planId: string; clauseIds: readonly string[] },
): Promise<{ id: string; title: string }[]> {
  const rows = await sql<{ id: string; title: string }>`
    select clause.id, coalesce(nullif(clause.short_title, ''), left(clause.text, 120)) as title
    from clause join plan on plan.directive_id = clause.directive_id
    where plan.id = ${input.planId} and clause.is_leaf and clause.id = any(${input.clauseIds}::uuid[]) order by clause.position`.execute(
    db,
  );
  return rows.rows;
}
/** Requests that are only proposed: what a request over all of them would reach. */
export async function readProposedRequests(
  db: Database,
  filter: { planId: string; clauseId?: string | undefined },
): Promise<{ clauseIds: string[]; unitIds: string[] }> {
  const rows = await sql<{ clauseIds: string[] | null; unitIds: string[] | null }>`
    select array_agg(distinct clause_id)::uuid[] as "clauseIds", array_agg(distinct unit_id) as "unitIds"
    from task where plan_id = ${filter.planId} and state = 'proposed' and mode = 'requested' and (${filter.clauseId ?? null}::uuid is null or clause_id = ${filter.clauseId ?? null}::uuid)`.execute(
    db,
  );
  return { clauseIds: rows.rows[0]?.clauseIds ?? [], unitIds: rows.rows[0]?.unitIds ?? [] };
}
export async function readPersonName(db: Database, personId: string): Promise<string> {
  const row = await db.selectFrom('person').select('full_name').where('id', '=', personId).executeTakeFirst();
  return row?.full_name ?? '';
}
