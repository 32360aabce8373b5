import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import type { TaskAction, TaskDetail } from '../plan.contract.ts';
import { taskMoved } from '../plan.events.ts';
import { evidenceMissing, reasonMissing } from './plan.errors.ts';
import { countAcceptedEvidence } from './plan.evidence.repository.ts';
import { canActOnTask, mayReadTask } from './plan.policy.ts';
import { readTaskDetail } from './plan.read-model.ts';
import { lockTask, updateTask } from './plan.repository.ts';
import { actionsWithReason, nextTaskState } from './plan.workflow.ts';

/** Moves a task by one step of the workflow. */
export async function actOnTask(
  outer: Context,
  input: { taskId: string; action: TaskAction; reason: string; version: number },
): Promise<TaskDetail> {
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    if (!task || !mayReadTask(context.actor, task.unit_id)) throw notFound();
    const to = nextTaskState(task.state, input.action);
    const acceptedEvidence = await countAcceptedEvidence(context.db, task);
    const subject = { unitId: task.unit_id, mode: task.mode, state: task.state, acceptedEvidence };
    if (to !== null && !canActOnTask(context.actor, input.action, subject)) {
      // Who lacks evidence only is told so, instead of being told that they have no right.
      if (input.action === 'finish' && canActOnTask(context.actor, 'finish', { ...subject, acceptedEvidence: 1 }))
        throw evidenceMissing();
      throw notPermitted();
    }
    if (task.version !== input.version) throw versionConflict({ current: task.version });
    if (to === null) throw transitionNotAllowed({ state: task.state });
    if (actionsWithReason.includes(input.action) && input.reason.length < 3) throw reasonMissing();
    await updateTask(context.db, task.id, { state: to, ...(input.reason === '' ? {} : { note: input.reason }) });
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: task.id,
      action: `plan.${input.action}`,
      before: { state: task.state },
      after: { state: to },
      ...(input.reason === '' ? {} : { reason: input.reason }),
    });
    await emitEvent(context, taskMoved, {
      taskId: task.id,
      unitId: task.unit_id,
      action: input.action,
      from: task.state,
      to,
    });
    return readTaskDetail(context, task.id);
  });
}
