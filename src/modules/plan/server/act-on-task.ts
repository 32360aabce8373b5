import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { taskMoved } from '../plan.events.ts';
import { actionsWithWords, type TaskAction, type TaskDetail } from '../plan.shapes.contract.ts';
import { dueNotLater, evidenceMissing, reasonMissing } from './plan.errors.ts';
import { countAcceptedEvidence } from './plan.evidence.repository.ts';
import { canActOnTask, mayReadTask, type TaskSubject } from './plan.policy.ts';
import { lockTask, updateTask } from './plan.repository.ts';
import {
  answerQuestion,
  insertQuestion,
  readOpenQuestionId,
  readSupportingUnitIds,
} from './plan.task-parts.repository.ts';
import { readTaskDetail } from './plan.tasks.read-model.ts';
import { transitionOf } from './plan.workflow.ts';

export interface ActOnTask {
  readonly taskId: string;
  readonly action: TaskAction;
  /** The words of the step; of `ask` the question, of `answer` the answer. */
  readonly reason: string;
  /** The new day of `extend`. */
  readonly dueOn?: string | null;
  readonly version: number;
}

/** Moves a task by one step of the workflow. */
export async function actOnTask(outer: Context, input: ActOnTask): Promise<TaskDetail> {
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    const supportingUnitIds = task ? await readSupportingUnitIds(context.db, task.id) : [];
    if (!task || !mayReadTask(context.actor, task.unit_id, supportingUnitIds)) throw notFound();
    const step = transitionOf(task.mode, task.state, input.action);
    const questionId = await readOpenQuestionId(context.db, task.id);
    const subject = {
      unitId: task.unit_id,
      supportingUnitIds,
      mode: task.mode,
      state: task.state,
      acceptedEvidence: await countAcceptedEvidence(context.db, task),
      hasOpenQuestion: questionId !== null,
    };
    if (step && !canActOnTask(context.actor, input.action, subject)) throw refusalOf(context, input.action, subject);
    if (task.version !== input.version) throw versionConflict({ current: task.version });
    if (!step) throw transitionNotAllowed({ state: task.state });
    if (actionsWithWords.includes(input.action) && input.reason.length < 3) throw reasonMissing();
    const at = context.clock.now();
    const [text, personId] = [input.reason, context.actor.personId];
    if (input.action === 'ask')
      await insertQuestion(context.db, { id: newId(at.getTime()), taskId: task.id, text, personId, at });
    if (input.action === 'answer' && questionId !== null)
      await answerQuestion(context.db, { questionId, text, personId, at });
    const dueOn = input.action === 'extend' ? laterDay(task.due_on, input.dueOn ?? null) : null;
    const isTalk = input.action === 'ask' || input.action === 'answer';
    await updateTask(context.db, task.id, {
      state: step.to,
      ...(input.reason === '' || isTalk ? {} : { note: input.reason }),
      ...(dueOn === null ? {} : { due_on: dueOn }),
      ...(step.to === 'sent' && task.sent_on === null ? { sent_on: dayInDepartment(at) } : {}),
    });
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: task.id,
      action: `plan.${input.action}`,
      before: dueOn === null ? { state: task.state } : { due_on: task.due_on },
      after: dueOn === null ? { state: step.to } : { due_on: dueOn },
      ...(input.reason === '' ? {} : { reason: input.reason }),
    });
    await emitEvent(context, taskMoved, {
      taskId: task.id,
      unitId: task.unit_id,
      action: input.action,
      from: task.state,
      to: step.to,
      version: task.version + 1,
      on: dayInDepartment(at),
      personId,
    });
    return readTaskDetail(context, task.id);
  });
}

/** Who lacks evidence, or has nothing to answer, is told so, instead of being told that they have no right. */
function refusalOf(context: Context, action: TaskAction, subject: TaskSubject) {
  if (action === 'finish' && canActOnTask(context.actor, 'finish', { ...subject, acceptedEvidence: 1 }))
    return evidenceMissing();
  const turned = { ...subject, hasOpenQuestion: !subject.hasOpenQuestion };
  if ((action === 'ask' || action === 'answer') && canActOnTask(context.actor, action, turned))
    return transitionNotAllowed({ state: subject.state });
  return notPermitted();
}

function laterDay(current: string | null, wanted: string | null): string {
  if (wanted === null || (current !== null && wanted <= current)) throw dueNotLater();
  return wanted;
}
