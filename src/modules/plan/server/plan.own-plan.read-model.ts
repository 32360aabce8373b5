// Joins a table of an earlier module: unit (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import type { OwnPlan, OwnTask } from '../plan.own-plan.contract.ts';
import { canKeepOwnTasks } from './plan.policy.ts';
import { workingUnitIds } from './plan.task-filter.read-model.ts';
import { readTasks } from './plan.tasks.read-model.ts';

/** The plan of one unit grows from what it took on: accepted tasks and requests, each with the unit's own work beneath. */
export async function readOwnPlan(
  context: Context,
  wanted: { unitId?: string | undefined; page?: number | undefined },
): Promise<OwnPlan> {
  const units = await readUnitsWithTasks(context);
  const working = workingUnitIds(context.actor);
  const unit =
    wanted.unitId === undefined
      ? (units.find((each) => working.includes(each.id)) ?? units[0] ?? null)
      : (units.find((each) => each.id === wanted.unitId) ?? null);
  if (unit === null && wanted.unitId !== undefined) throw notFound();
  if (unit === null) return { units, unit, unanswered: 0, total: 0, pageSize: 50, tasks: [] };
  const [taken, sent] = [
    await readTasks(context, {
      unitId: unit.id,
      states: ['accepted', 'in_progress', 'returned', 'done'],
      page: wanted.page ?? 1,
    }),
    await readTasks(context, { unitId: unit.id, states: ['sent'], page: 1 }),
  ];
  const own = await readOwnTasks(
    context,
    taken.tasks.map((task) => task.id),
  );
  return {
    units,
    unit,
    unanswered: sent.total,
    total: taken.total,
    pageSize: taken.pageSize,
    tasks: taken.tasks.map((task) => ({
      ...task,
      ownTasks: own.filter((each) => each.taskId === task.id),
      maySteer: canKeepOwnTasks(context.actor, task),
    })),
  };
}

async function readUnitsWithTasks(context: Context): Promise<OwnPlan['units']> {
  const mine = readsEverything(context.actor) ? null : unitIdsOf(context.actor);
  const rows = await sql<OwnPlan['units'][number]>`
    select unit.id, unit.names from unit
    where unit.valid_to is null and (${mine}::text[] is null or unit.id = any(${mine}::text[])) and exists (select 1 from task where task.unit_id = unit.id and task.state <> 'proposed')
    order by unit.position, unit.id`.execute(context.db);
  return rows.rows;
}

async function readOwnTasks(context: Context, taskIds: readonly string[]): Promise<OwnTask[]> {
  const today = dayInDepartment(context.clock.now());
  const rows = await sql<OwnTask>`
    select id, task_id as "taskId", title, responsible, due_on as "dueOn", state, (state = 'open' and coalesce(due_on < ${today}::date, false)) as "isLate", version
    from own_task where task_id = any(${taskIds}::uuid[]) order by state desc, due_on, id`.execute(context.db);
  return rows.rows;
}
