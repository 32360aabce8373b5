import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { Rhythm, TaskDetail } from '../plan.contract.ts';
import { countAcceptedEvidence } from './plan.evidence.repository.ts';
import { canChangeTask, mayReadTask } from './plan.policy.ts';
import { readTaskDetail } from './plan.read-model.ts';
import { lockTask, updateTask } from './plan.repository.ts';

export interface ChangeTask {
  readonly taskId: string;
  readonly title: string;
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
  readonly version: number;
}

/** Changes what is expected; the unit and the clause of a task never change. */
export async function changeTask(outer: Context, input: ChangeTask): Promise<TaskDetail> {
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    if (!task || !mayReadTask(context.actor, task.unit_id)) throw notFound();
    const acceptedEvidence = await countAcceptedEvidence(context.db, task);
    if (!canChangeTask(context.actor, { unitId: task.unit_id, mode: task.mode, state: task.state, acceptedEvidence }))
      throw notPermitted();
    if (task.version !== input.version) throw versionConflict({ current: task.version });
    const after = {
      title: input.title,
      expected_output: input.expectedOutput,
      expected_count: input.expectedCount,
      rhythm: input.rhythm,
      due_on: input.dueOn,
    };
    const before = {
      title: task.title,
      expected_output: task.expected_output,
      expected_count: task.expected_count,
      rhythm: task.rhythm,
      due_on: task.due_on,
    };
    await updateTask(context.db, task.id, after);
    await recordAudit(context, { subjectKind: 'task', subjectId: task.id, action: 'plan.change_task', before, after });
    return readTaskDetail(context, task.id);
  });
}
