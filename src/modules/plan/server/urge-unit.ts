import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { readActorOf } from '../../accounts/index.ts';
import { unitUrged } from '../plan.events.ts';
import { composeFollowUp } from './follow-up-letter.ts';
import { keepDraft } from './letter-parts.ts';
import { mayRunPlan } from './plan.policy.ts';
import { insertLetter, type TaskRequest } from './plan.requests.repository.ts';

/** Who urges may have left or lost the role since: then nobody writes in their name, and the act stops. */
export async function mayStillUrge(context: Context, request: TaskRequest): Promise<boolean> {
  const actor = request.created_by === null ? null : await readActorOf(context, request.created_by);
  return actor !== null && mayRunPlan(actor);
}

/** Writes the letter of one unit as a draft in the register, and tells the unit; false when nothing is open there any more. */
export async function urgeUnit(context: Context, input: { request: TaskRequest; unitId: string }): Promise<boolean> {
  const { request, unitId } = input;
  const written = await composeFollowUp(context, {
    planId: request.plan_id,
    unitIds: [unitId],
    clauseIds: request.clause_ids,
  });
  if (written === null) return false;
  const at = context.clock.now();
  // Written for the person who urges, with the rights that they have now.
  const actor = request.created_by === null ? null : await readActorOf(context, request.created_by);
  const documentId = await keepDraft(actor === null ? context : { ...context, actor }, {
    letter: written.letter,
    source: { kind: 'request', id: request.id },
  });
  await insertLetter(context.db, { requestId: request.id, unitId, documentId, at });
  for (const { taskId } of written.tasks)
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: taskId,
      action: 'plan.urge',
      after: { title: request.title },
    });
  await emitEvent(context, unitUrged, {
    requestId: request.id,
    unitId,
    unitNames: written.units[0]?.names ?? {},
    tasks: written.tasks.length,
    on: dayInDepartment(at),
    personId: context.actor.personId,
  });
  return true;
}
