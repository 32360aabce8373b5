// Joins tables of earlier modules: official_document (registry), clause, directive (directives), unit, language (organisation).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import type { CitedDirective } from '../../directives/index.ts';
import type { OutputKind, Rhythm, TaskState } from '../plan.shapes.contract.ts';
import { cellStateOf, type EventDues } from './plan.cell-state.ts';
import { duesOf, readEventDues } from './plan.event-dues.read-model.ts';

export interface LetterUnit {
  readonly id: string;
  readonly kind: string;
  readonly names: Record<string, string>;
  readonly isOwn: boolean;
}
export interface LetterTask {
  readonly taskId: string;
  readonly path: string;
  readonly clauseId: string;
  readonly unitId: string;
  readonly text: string;
  readonly state: TaskState;
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly outputKind: OutputKind;
  readonly languageNames: string[];
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
  readonly accepted: number;
  readonly waiting: number;
  readonly acceptedNow: number;
  readonly events: EventDues;
}

export async function readCitedDirectiveOfPlan(
  db: Database,
  planId: string,
): Promise<(CitedDirective & { year: number }) | undefined> {
  const rows = await sql<CitedDirective & { year: number }>`
    select kind, number, symbol, issued_on as "issuedOn", issuer, subject, plan.year from plan join directive on directive.id = plan.directive_id where plan.id = ${planId}`.execute(
    db,
  );
  return rows.rows[0];
}

export async function readUnitIdsOfPlan(db: Database, planId: string): Promise<string[]> {
  const rows = await db.selectFrom('task').select('unit_id').distinct().where('plan_id', '=', planId).execute();
  return rows.map((row) => row.unit_id);
}

/** Units in their order; `isAllCommunes` when they are every commune and ward of today. */
export async function readLetterUnits(
  db: Database,
  unitIds: readonly string[],
): Promise<{ units: LetterUnit[]; isAllCommunes: boolean }> {
  const rows = await sql<LetterUnit & { isCommune: boolean; communes: number }>`
    select unit.id, kind, names, is_own as "isOwn", kind in ('commune', 'ward') as "isCommune",
      (select count(*)::int from unit commune where commune.kind in ('commune', 'ward') and commune.valid_to is null) as communes
    from unit where unit.id = any(${unitIds}::text[]) order by position, unit.id`.execute(db);
  const communes = rows.rows.filter((row) => row.isCommune).length;
  return {
    units: rows.rows.map(({ id, kind, names, isOwn }) => ({ id, kind, names, isOwn })),
    isAllCommunes: communes > 1 && communes === rows.rows[0]?.communes,
  };
}

/** Tasks that were sent and not withdrawn, of these units, under these clauses or all of the plan, in the order of the text. */
export async function readLetterTasks(
  context: Context,
  filter: { planId: string; unitIds: readonly string[]; clauseIds: readonly string[] | null; today: string },
): Promise<LetterTask[]> {
  const clauses = filter.clauseIds;
  const rows = await sql<Omit<LetterTask, 'events'>>`
    select task.id as "taskId", clause.path, task.clause_id as "clauseId", task.unit_id as "unitId", clause.text, task.state, task.expected_output as "expectedOutput", task.expected_count as "expectedCount", task.output_kind as "outputKind",
      array(select language.names->>'vi' from language where language.code = any(task.languages) order by position) as "languageNames", task.rhythm, task.due_on as "dueOn", proof.accepted, proof.waiting, proof.now as "acceptedNow"
    from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    cross join lateral (select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting,
      count(*) filter (where state = 'accepted' and occurred_on >= date_trunc(case task.rhythm when 'weekly' then 'week' when 'quarterly' then 'quarter' else 'month' end, ${filter.today}::date))::int as now
      from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id) proof
    where task.plan_id = ${filter.planId} and task.unit_id = any(${filter.unitIds}::text[]) and task.state not in ('proposed', 'cancelled')
      and (${clauses}::uuid[] is null or task.clause_id = any(${clauses}::uuid[]))
    order by unit.position, unit.id, clause.position`.execute(context.db);
  const dues = await readEventDues(context.db, {
    where: sql`task.plan_id = ${filter.planId} and task.unit_id = any(${filter.unitIds}::text[])`,
    today: filter.today,
  });
  return rows.rows.map((task) => ({ ...task, events: duesOf(dues, task) }));
}

/** Pure: open, and lacking what is due now. */
export function isOpenTask(task: LetterTask, today: string): boolean {
  if (!['sent', 'accepted', 'in_progress', 'returned'].includes(task.state)) return false;
  const { state: taskState, rhythm, dueOn, expectedCount, accepted, waiting, acceptedNow, events } = task;
  const cell = cellStateOf({ taskState, rhythm, dueOn, expectedCount, accepted, waiting, acceptedNow, events, today });
  // Before its next event a task per event lacks nothing.
  return cell !== 'done' && !(rhythm === 'per_event' && cell === 'idle');
}

/** Whether the register has this letter already. */
export async function isLetterKept(db: Database, documentId: string): Promise<boolean> {
  const row = await db.selectFrom('official_document').select('id').where('id', '=', documentId).executeTakeFirst();
  return row !== undefined;
}
