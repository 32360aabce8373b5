import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { OwnTask } from '../plan.own-plan.contract.ts';
import {
  deleteOwnTask,
  insertOwnTask,
  lockOwnTask,
  type OwnTaskRow,
  updateOwnTask,
} from './plan.own-plan.repository.ts';
import { canKeepOwnTasks, mayReadTask } from './plan.policy.ts';
import { lockTask } from './plan.repository.ts';

export interface OwnTaskDraft {
  readonly title: string;
  readonly responsible: string;
  readonly dueOn: string | null;
}

/** The unit plans its own work beneath what it took on. */
export async function addOwnTask(
  outer: Context,
  input: OwnTaskDraft & { id: string; taskId: string },
): Promise<OwnTask> {
  return inTransaction(outer, async (context) => {
    await lockTaskOfUnit(context, input.taskId);
    const known = await lockOwnTask(context.db, input.id);
    if (known && known.task_id !== input.taskId) throw notFound();
    if (known) return present(context, known);
    const row = {
      id: input.id,
      task_id: input.taskId,
      title: input.title,
      responsible: input.responsible,
      due_on: input.dueOn,
      state: 'open' as const,
      created_by: context.actor.personId,
      created_at: context.clock.now(),
    };
    await insertOwnTask(context.db, row);
    await record(context, input.taskId, 'add_own_task', { after: { title: input.title } });
    return present(context, { ...row, version: 1 });
  });
}

export async function changeOwnTask(
  outer: Context,
  input: OwnTaskDraft & { id: string; state: 'open' | 'done'; version: number },
): Promise<OwnTask> {
  return inTransaction(outer, async (context) => {
    const own = await lockOwn(context, input);
    const { title, responsible, dueOn, state } = input;
    const after = await updateOwnTask(context.db, own.id, { title, responsible, due_on: dueOn, state });
    const action = state !== own.state && state === 'done' ? 'finish_own_task' : 'change_own_task';
    await record(context, own.task_id, action, {
      before: { title: own.title, responsible: own.responsible, due_on: own.due_on },
      after: { title, responsible, due_on: dueOn },
    });
    return present(context, after);
  });
}

export async function removeOwnTask(
  outer: Context,
  input: { id: string; version: number },
): Promise<{ removed: boolean }> {
  return inTransaction(outer, async (context) => {
    const own = await lockOwn(context, input);
    await deleteOwnTask(context.db, own.id);
    await record(context, own.task_id, 'remove_own_task', { before: { title: own.title } });
    return { removed: true };
  });
}

async function lockOwn(context: Context, input: { id: string; version: number }): Promise<OwnTaskRow> {
  const own = await lockOwnTask(context.db, input.id);
  if (!own) throw notFound();
  await lockTaskOfUnit(context, own.task_id);
  if (own.version !== input.version) throw versionConflict({ current: own.version });
  return own;
}

async function lockTaskOfUnit(context: Context, taskId: string): Promise<void> {
  const task = await lockTask(context.db, taskId);
  if (!task || !mayReadTask(context.actor, task.unit_id)) throw notFound();
  if (!canKeepOwnTasks(context.actor, { unitId: task.unit_id, state: task.state })) throw notPermitted();
}

function record(context: Context, taskId: string, action: string, change: { before?: unknown; after?: unknown }) {
  return recordAudit(context, { subjectKind: 'task', subjectId: taskId, action: `plan.${action}`, ...change });
}

function present(context: Context, row: OwnTaskRow): OwnTask {
  const today = dayInDepartment(context.clock.now());
  return {
    id: row.id,
    taskId: row.task_id,
    title: row.title,
    responsible: row.responsible,
    dueOn: row.due_on,
    state: row.state,
    isLate: row.state === 'open' && row.due_on !== null && row.due_on < today,
    version: row.version,
  };
}
