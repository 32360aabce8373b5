import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { taskMoved } from '../plan.events.ts';
import { updateTask } from './plan.repository.ts';
import {
  countWaitingUnits,
  insertTask,
  lockNextUnit,
  lockRequest,
  lockTasksOfUnit,
  readClausesOfPlan,
  readPersonName,
  readRequestRow,
  readUnitIsOwn,
  setRequestState,
  setUnitReached,
  type TaskRequest,
} from './plan.requests.repository.ts';
import { mayStillUrge, urgeUnit } from './urge-unit.ts';

/** Reaches one unit after the other, each in a transaction of its own, until all are reached or somebody stops it. */
export async function sendRequest(outer: Context, input: { requestId: string }): Promise<void> {
  const request = await readRequestRow(outer.db, input.requestId);
  if (!request) return;
  if (request.kind === 'follow_up' && !(await mayStillUrge(outer, request))) {
    await setRequestState(outer.db, request.id, 'stopped', null);
    return;
  }
  // The history names the person who asked, not the worker that carries it out.
  const name = request.created_by === null ? outer.actor.name : await readPersonName(outer.db, request.created_by);
  const context = { ...outer, actor: { ...outer.actor, personId: request.created_by, name } };
  while (await sendToNextUnit(context, request)) {
    // The rows say how far it went.
  }
}

/** False when nothing is left to do. */
export async function sendToNextUnit(outer: Context, request: TaskRequest): Promise<boolean> {
  return inTransaction(outer, async (context) => {
    if ((await readRequestRow(context.db, request.id))?.state !== 'running') return false;
    const unitId = await lockNextUnit(context.db, request.id);
    if (unitId === null) {
      await finishRequest(context, request.id);
      return false;
    }
    const isChanged =
      request.kind === 'follow_up'
        ? await urgeUnit(context, { request, unitId })
        : await askUnit(context, request, unitId);
    await setUnitReached(context.db, { requestId: request.id, unitId, state: isChanged ? 'sent' : 'unchanged' });
    return true;
  });
}

/** Another worker may still hold the last unit: then that one ends the request. */
async function finishRequest(context: Context, requestId: string): Promise<void> {
  const current = await lockRequest(context.db, requestId);
  if (current?.state === 'running' && (await countWaitingUnits(context.db, requestId)) === 0)
    await setRequestState(context.db, requestId, 'done', context.clock.now());
}

/** Sends what is proposed and makes what is missing; a task that the unit already has is left as it is. */
async function askUnit(context: Context, request: TaskRequest, unitId: string): Promise<boolean> {
  const clauses = await readClausesOfPlan(context.db, { planId: request.plan_id, clauseIds: request.clause_ids });
  const existing = await lockTasksOfUnit(context.db, { clauseIds: request.clause_ids, unitId });
  const mode = (await readUnitIsOwn(context.db, unitId)) ? 'assigned' : 'requested';
  const at = context.clock.now();
  const asked = {
    expected_output: request.expected_output,
    expected_count: request.expected_count,
    output_kind: request.output_kind,
    languages: request.languages,
    priority: request.priority,
    rhythm: request.rhythm,
    due_on: request.due_on,
    state: 'sent' as const,
    sent_on: dayInDepartment(at),
  };
  const sent: { taskId: string; version: number }[] = [];
  for (const clause of clauses) {
    const task = existing.find((each) => each.clause_id === clause.id);
    if (task && task.state !== 'proposed') continue;
    const id = task?.id ?? newId(at.getTime());
    if (task) await updateTask(context.db, task.id, asked);
    else
      await insertTask(context.db, {
        ...asked,
        id,
        plan_id: request.plan_id,
        clause_id: clause.id,
        unit_id: unitId,
        mode,
        title: clause.title,
        created_at: at,
      });
    sent.push({ taskId: id, version: task ? task.version + 1 : 1 });
  }
  for (const { taskId, version } of sent) {
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: taskId,
      action: 'plan.send',
      before: { state: 'proposed' },
      after: { state: 'sent' },
      ...(request.message === '' ? {} : { reason: request.message }),
    });
    await emitEvent(context, taskMoved, {
      taskId,
      unitId,
      action: 'send',
      from: 'proposed',
      to: 'sent',
      version,
      on: dayInDepartment(at),
      personId: context.actor.personId,
    });
  }
  return sent.length > 0;
}
