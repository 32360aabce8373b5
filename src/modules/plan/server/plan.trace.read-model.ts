// Joins a table of an earlier module: unit (organisation).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { ClauseWork } from '../plan.trace.contract.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

const tasksAtMost = 200;

/** What the units do for a clause, each with its own work beneath; only what the reader may see. */
export async function readClauseWork(context: Context, clauseId: string): Promise<ClauseWork> {
  const { rows } = await sql<ClauseWork['tasks'][number] & { total: number }>`
    select task.id, unit.names as "unitNames", task.mode, task.state, (count(*) over ())::int as total,
      (select count(*)::int from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id and evidence.state = 'accepted') as evidence,
      coalesce((select json_agg(json_build_object('id', own.id, 'title', own.title, 'state', own.state) order by own.state desc, own.due_on, own.id)
        from own_task own where own.task_id = task.id), '[]'::json) as "ownTasks"
    from task join unit on unit.id = task.unit_id
    where task.clause_id = ${clauseId} and task.state <> 'cancelled' and ${visibleTasks(context.actor, 'task.unit_id')}
    order by unit.position, unit.id limit ${tasksAtMost}`.execute(context.db);
  return { tasks: rows.map(({ total, ...task }) => task), total: rows[0]?.total ?? 0 };
}
