// Joins tables of earlier modules: clause (directives), unit (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { CampaignBoard } from '../plan.campaign-board.contract.ts';
import type { Rhythm } from '../plan.shapes.contract.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { duesOf, readEventDues } from './plan.event-dues.read-model.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { visibleEvidence, visibleTasks } from './plan.visibility.read-model.ts';

type BoardTask = Omit<CampaignBoard['tasks'][number], 'cell'> & {
  clauseId: string;
  unitId: string;
  rhythm: Rhythm;
  expectedCount: number;
  waiting: number;
  acceptedNow: number;
};

/** Everything on a campaign's own page. */
export async function readCampaignBoard(context: Context, id: string): Promise<CampaignBoard> {
  const campaign = await context.db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
  const plan = campaign && (await readPlanSummary(context, campaign.plan_id));
  if (!campaign || !plan) throw notFound();
  const today = dayInDepartment(context.clock.now());
  const clauses = await sql<CampaignBoard['clauses'][number]>`
    select clause.id, clause.path, clause.short_title as title from campaign_clause join clause on clause.id = campaign_clause.clause_id
    where campaign_id = ${id} order by clause.position`.execute(context.db);
  const dues = await readEventDues(context.db, {
    where: sql`task.plan_id = ${plan.id} and task.clause_id in (select clause_id from campaign_clause where campaign_id = ${id})`,
    today,
  });
  const tasks = (await readBoardTasks(context, { id, planId: plan.id, today })).map(
    ({ clauseId, unitId, rhythm, expectedCount, waiting, acceptedNow, ...task }) => ({
      ...task,
      cell: cellStateOf({
        taskState: task.state,
        rhythm,
        dueOn: task.dueOn,
        expectedCount,
        accepted: task.evidenceCount,
        waiting,
        acceptedNow,
        events: duesOf(dues, { clauseId, unitId }),
        today,
      }),
    }),
  );
  const counts = { done: 0, running: 0, late: 0, empty: 0, idle: 0, declined: 0 };
  for (const task of tasks) if (task.cell !== 'none') counts[task.cell] += 1;
  return {
    id,
    planId: plan.id,
    planTitle: plan.title,
    title: campaign.title,
    startsOn: campaign.starts_on,
    peakOn: campaign.peak_on,
    endsOn: campaign.ends_on,
    today,
    daysToPeak: Math.round((Date.parse(campaign.peak_on) - Date.parse(today)) / 86_400_000),
    clauses: clauses.rows,
    counts,
    ...(await readCampaignEvidence(context, { id, from: campaign.starts_on, to: campaign.ends_on })),
    tasks,
    version: campaign.version,
    abilities: { change: mayRunPlan(context.actor), request: mayRunPlan(context.actor) && plan.state === 'confirmed' },
  };
}

async function readBoardTasks(
  context: Context,
  filter: { id: string; planId: string; today: string },
): Promise<BoardTask[]> {
  const rows = await sql<BoardTask>`
    select task.id, task.clause_id as "clauseId", task.unit_id as "unitId", clause.path, unit.names as "unitNames", task.state, task.due_on as "dueOn", task.rhythm, task.expected_count as "expectedCount", proof.accepted as "evidenceCount", proof.waiting, proof.now as "acceptedNow"
    from task join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id
    cross join lateral (select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting,
      count(*) filter (where state = 'accepted' and occurred_on >= date_trunc(case task.rhythm when 'weekly' then 'week' when 'quarterly' then 'quarter' else 'month' end, ${filter.today}::date))::int as now
      from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id) proof
    where task.plan_id = ${filter.planId} and task.clause_id in (select clause_id from campaign_clause where campaign_id = ${filter.id}) and task.state <> 'cancelled' and ${visibleTasks(context.actor, 'task.unit_id')}
    order by clause.position, unit.position, unit.id limit 1000`.execute(context.db);
  return rows.rows;
}

/** Evidence and publications of the campaign's clauses within its days. The note of a receipt ends with the language of the edition. */
async function readCampaignEvidence(
  context: Context,
  campaign: { id: string; from: string; to: string },
): Promise<Pick<CampaignBoard, 'evidence' | 'waitingEvidence' | 'published'>> {
  const within = sql`evidence.clause_id in (select clause_id from campaign_clause where campaign_id = ${campaign.id})
    and evidence.occurred_on between ${campaign.from}::date and ${campaign.to}::date and ${visibleEvidence(context.actor)}`;
  const counted = await sql<{ evidence: number; waitingEvidence: number }>`
    select count(*) filter (where state = 'accepted')::int as evidence, count(*) filter (where state = 'submitted')::int as "waitingEvidence" from evidence where ${within}`.execute(
    context.db,
  );
  const published = await sql<CampaignBoard['published'][number]>`
    select split_part(evidence.note, ' · ', 2) as language, count(distinct evidence.source_id)::int as count
    from evidence where ${within} and evidence.is_by_system and evidence.source_kind = 'delivery' and evidence.state = 'accepted'
    group by 1 order by 2 desc, 1`.execute(context.db);
  const { evidence, waitingEvidence } = counted.rows[0] ?? { evidence: 0, waitingEvidence: 0 };
  return { evidence, waitingEvidence, published: published.rows.filter((row) => row.language !== '') };
}
