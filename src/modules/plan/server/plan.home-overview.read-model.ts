// Joins tables of earlier modules: unit (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeDay } from '../../../platform/module.ts';
import { readsEverything } from '../../accounts/index.ts';
import type { CellState } from '../plan.shapes.contract.ts';
import { eventPeriods } from './plan.event-dues.read-model.ts';
import { addDays } from './plan.periods.ts';
import { readTasks } from './plan.tasks.read-model.ts';
import { visiblePlans } from './plan.visibility.read-model.ts';

/** Units that are late, the latest first; figures of units, never of persons. */
export interface LateUnits {
  readonly total: number;
  readonly units: readonly { unitId: string; unitNames: Record<string, string>; count: number; oldest: string }[];
}

const mostUnits = 6;

/** Of the last twelve months: what is older stands in the matrix of its year. Null for those who see their own units only. */
export async function readLateUnits(context: Context): Promise<LateUnits | null> {
  if (!readsEverything(context.actor)) return null;
  const today = dayInDepartment(context.clock.now());
  const { rows } = await sql<LateUnits['units'][number] & { total: number }>`
    select late.unit_id as "unitId", unit.short_names as "unitNames", late.count, late.oldest, (sum(late.count) over ())::int as total
    from (
      select unit_id, count(*)::int as count, min(due_on)::text as oldest from (
      select task.unit_id, task.due_on
      from task where task.rhythm <> 'per_event' and task.state in ('sent', 'accepted', 'in_progress', 'returned') and task.due_on < ${today}::date
          and task.due_on >= ${today}::date - interval '1 year'
        and (select count(*) from (select 1 from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id
          and evidence.state = 'accepted' limit task.expected_count) as accepted) < task.expected_count
      union all
      select unit_id, due_by from (${eventPeriods({ where: sql`task.state in ('sent', 'accepted', 'in_progress', 'returned')`, dueFrom: addDays(today, -365) })}) event_period
      where due_by < ${today}::date and accepted < expected_count) as open
      group by unit_id) as late
    join unit on unit.id = late.unit_id
    order by late.count desc, late.oldest, unit.position limit ${mostUnits}`.execute(context.db);
  return { total: rows[0]?.total ?? 0, units: rows.map(({ total: _total, ...unit }) => unit) };
}

export interface ClothStitch {
  readonly taskId: string;
  readonly path: string;
  readonly title: string;
  readonly cell: CellState;
}

/** The cloth of the person's own units: a stitch a task, by deadline, at most fifty; empty for those who see every unit. */
export async function readOwnCloth(context: Context): Promise<ClothStitch[]> {
  if (readsEverything(context.actor)) return [];
  const { tasks } = await readTasks(context, { isMine: true, page: 1 });
  return tasks.map(({ id, path, title, cell }) => ({ taskId: id, path, title, cell }));
}

/** Peak days of campaigns. */
export async function readCampaignDays(
  context: Context,
  range: { from: string; to: string },
): Promise<readonly HomeDay[]> {
  const { rows } = await sql<{ id: string; title: string; planId: string; planTitle: string; day: string }>`
    select campaign.id, campaign.title, plan.id as "planId", plan.title as "planTitle", campaign.peak_on::text as day
    from campaign join plan on plan.id = campaign.plan_id
    where campaign.peak_on between ${range.from}::date and ${range.to}::date and ${visiblePlans(context.actor)}
    order by campaign.peak_on, campaign.id limit 20`.execute(context.db);
  return rows.map(({ id, title, planId, planTitle, day }) => ({
    id,
    day,
    title,
    subtitle: planTitle,
    link: `/plans/${planId}`,
  }));
}
