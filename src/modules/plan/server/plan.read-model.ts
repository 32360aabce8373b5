// Joins tables of earlier modules: clause, directive (directives), unit (organisation).
import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import { mayRunPlan } from './plan.policy.ts';
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
    // In a confirmed plan what a correction of the directive added waits too, also for the own units.
    .filter((clause) => plan.state === 'confirmed' || clause.mode === 'requested')
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
      version: row.version,
    })),
    history: await readHistory(context.db, { subjects: [{ kind: 'plan', id: planId }], limit: 50 }),
    abilities: {
      confirm: runs && plan.state === 'proposed',
      changeCampaign: runs,
      send: runs && plan.state === 'confirmed' && clauses.rows.some((clause) => clause.proposed > 0),
    },
  };
}
