// Joins tables of earlier modules: clause, directive (directives), unit (organisation), person (accounts).
import { type RawBuilder, sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { PlanDetail, TaskDetail, TaskRow } from '../plan.contract.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { readEvidenceOf } from './plan.evidence.read-model.ts';
import { mayRunPlan, taskAbilities } from './plan.policy.ts';
import { visiblePlans, visibleTasks } from './plan.visibility.read-model.ts';

export interface PlanSummary {
  id: string;
  directiveId: string;
  title: string;
  year: number;
  state: 'proposed' | 'confirmed';
  version: number;
  taskCount: number;
  startedOn: string;
}

export async function readPlans(context: Context, planId?: string): Promise<PlanSummary[]> {
  const rows = await sql<PlanSummary>`
    select plan.id, plan.directive_id as "directiveId", plan.title, plan.year, plan.state, plan.version, to_char(plan.created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "startedOn",
      (select count(*)::int from task where task.plan_id = plan.id and ${visibleTasks(context.actor, 'task.unit_id')}) as "taskCount"
    from plan where ${visiblePlans(context.actor)} and (${planId ?? null}::uuid is null or plan.id = ${planId ?? null}::uuid) order by plan.created_at desc limit 100`.execute(
    context.db,
  );
  return rows.rows;
}
export async function readPlanSummary(context: Context, planId: string): Promise<PlanSummary | null> {
  return (await readPlans(context, planId))[0] ?? null;
}

export async function readPlanDetail(context: Context, planId: string): Promise<PlanDetail> {
  const plan = await readPlanSummary(context, planId);
  if (!plan) throw notFound();
  const themes = await sql<PlanDetail['themes'][number]>`
    select theme.id, theme.key, theme.titles, array_agg(clause.path order by clause.position) as paths
    from theme join theme_clause on theme_clause.theme_id = theme.id join clause on clause.id = theme_clause.clause_id where theme.plan_id = ${planId} group by theme.id order by theme.position`.execute(
    context.db,
  );
  const campaigns = await context.db
    .selectFrom('campaign')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('peak_on')
    .execute();
  const clauses = await sql<PlanDetail['clauses'][number]>`
    select clause.id, clause.path, clause.short_title as title, min(task.mode) as mode, count(*)::int as total, count(*) filter (where task.state = 'proposed')::int as proposed,
      count(*) filter (where task.state in ('accepted', 'in_progress', 'returned'))::int as accepted, count(*) filter (where task.state = 'done')::int as done,
      json_agg(json_build_object('id', task.id, 'unitId', task.unit_id, 'unitNames', unit.names, 'state', task.state, 'rhythm', task.rhythm, 'dueOn', task.due_on,
        'expectedOutput', task.expected_output, 'expectedCount', task.expected_count) order by unit.position) as tasks
    from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    where task.plan_id = ${planId} and ${visibleTasks(context.actor, 'task.unit_id')} group by clause.id order by clause.position`.execute(
    context.db,
  );
  const runs = mayRunPlan(context.actor);
  const proposedRequests = clauses.rows
    .filter((clause) => clause.mode === 'requested')
    .reduce((sum, clause) => sum + clause.proposed, 0);
  return {
    ...plan,
    themes: themes.rows,
    clauses: clauses.rows,
    proposedRequests,
    campaigns: campaigns.map((row) => ({
      id: row.id,
      title: row.title,
      startsOn: row.starts_on,
      peakOn: row.peak_on,
      endsOn: row.ends_on,
    })),
    history: await readHistory(context.db, { subjects: [{ kind: 'plan', id: planId }], limit: 50 }),
    abilities: {
      confirm: runs && plan.state === 'proposed',
      send: runs && plan.state === 'confirmed' && clauses.rows.some((clause) => clause.proposed > 0),
    },
  };
}

const pageSize = 50;
interface TaskFilter {
  readonly taskId?: string;
  readonly planId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly clauseId?: string | undefined;
  readonly state?: string | undefined;
  readonly page: number;
}
interface TaskSqlRow extends Omit<TaskRow, 'cell'> {
  acceptedNow: number;
  note: string;
  planTitle: string;
  clauseText: string;
  clauseTitle: string;
}

/** The condition that a list of tasks has in common with its count. */
function matching(context: Context, filter: TaskFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [visibleTasks(context.actor, 'task.unit_id')];
  if (filter.taskId) conditions.push(sql`task.id = ${filter.taskId}`);
  if (filter.planId) conditions.push(sql`task.plan_id = ${filter.planId}`);
  if (filter.unitId) conditions.push(sql`task.unit_id = ${filter.unitId}`);
  if (filter.clauseId) conditions.push(sql`task.clause_id = ${filter.clauseId}`);
  if (filter.state) conditions.push(sql`task.state = ${filter.state}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

// The page is cut before its evidence is counted: of 50,000 tasks only those that are shown are looked up.
async function queryTasks(context: Context, filter: TaskFilter): Promise<TaskSqlRow[]> {
  const today = dayInDepartment(context.clock.now());
  const rows = await sql<TaskSqlRow>`
    with page as materialized (
      select task.*, clause.path, clause.position as clause_position, clause.text as clause_text, clause.short_title, unit.names, unit.kind as unit_kind, unit.position as unit_position
      from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
      where ${matching(context, filter)}
      order by task.due_on nulls last, clause.position, unit.position, task.id limit ${pageSize} offset ${(filter.page - 1) * pageSize})
    select page.id, page.plan_id as "planId", page.clause_id as "clauseId", page.path, page.unit_id as "unitId", page.names as "unitNames", page.unit_kind as "unitKind", page.mode, page.state, page.title,
      page.expected_output as "expectedOutput", page.expected_count as "expectedCount", page.rhythm, page.due_on as "dueOn", page.note, page.version,
      plan.title as "planTitle", page.clause_text as "clauseText", page.short_title as "clauseTitle", proof.accepted as "evidenceCount", proof.waiting as "waitingCount", proof.now as "acceptedNow"
    from page join plan on plan.id = page.plan_id
    cross join lateral (select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting,
      count(*) filter (where state = 'accepted' and occurred_on >= date_trunc(case page.rhythm when 'weekly' then 'week' when 'quarterly' then 'quarter' else 'month' end, ${today}::date))::int as now
      from evidence where evidence.clause_id = page.clause_id and evidence.unit_id = page.unit_id) proof
    order by page.due_on nulls last, page.clause_position, page.unit_position, page.id`.execute(context.db);
  return rows.rows;
}

async function countTasks(context: Context, filter: TaskFilter): Promise<number> {
  const rows = await sql<{
    total: number;
  }>`select count(*)::int as total from task where ${matching(context, filter)}`.execute(context.db);
  return rows.rows[0]?.total ?? 0;
}

function presentTask(row: TaskSqlRow, today: string): TaskRow {
  const { acceptedNow, ...task } = row;
  const cell = cellStateOf({
    taskState: row.state,
    rhythm: row.rhythm,
    dueOn: row.dueOn,
    expectedCount: row.expectedCount,
    accepted: row.evidenceCount,
    waiting: row.waitingCount,
    acceptedNow,
    today,
  });
  return { ...task, cell };
}

export async function readTasks(
  context: Context,
  filter: TaskFilter,
): Promise<{ tasks: TaskRow[]; total: number; pageSize: number }> {
  const rows = await queryTasks(context, filter);
  const today = dayInDepartment(context.clock.now());
  return { tasks: rows.map((row) => presentTask(row, today)), total: await countTasks(context, filter), pageSize };
}

export async function readTaskDetail(context: Context, taskId: string): Promise<TaskDetail> {
  const row = (await queryTasks(context, { taskId, page: 1 }))[0];
  if (!row) throw notFound();
  const channels = await context.db
    .selectFrom('task_channel')
    .select('channel_id')
    .where('task_id', '=', taskId)
    .orderBy('channel_id')
    .execute();
  return {
    ...presentTask(row, dayInDepartment(context.clock.now())),
    planTitle: row.planTitle,
    clauseText: row.clauseText,
    clauseTitle: row.clauseTitle,
    note: row.note,
    channelIds: channels.map((channel) => channel.channel_id),
    evidence: await readEvidenceOf(context, { clauseId: row.clauseId, unitId: row.unitId }),
    history: await readHistory(context.db, {
      subjects: [
        { kind: 'task', id: taskId },
        { kind: 'plan', id: row.planId },
      ],
      limit: 100,
    }),
    abilities: taskAbilities(context.actor, {
      unitId: row.unitId,
      mode: row.mode,
      state: row.state,
      acceptedEvidence: row.evidenceCount,
    }),
  };
}
