import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { readOwnEvidenceFiles } from '../../media/index.ts';
import { evidenceHandedIn } from '../plan.events.ts';
import type { EvidenceItem } from '../plan.evidence.contract.ts';
import { assetUnfit, assetUnknown, evidenceIdTaken, evidenceIncomplete, evidenceInFuture } from './plan.errors.ts';
import { readEvidenceItem } from './plan.evidence.read-model.ts';
import { insertEvidence, insertEvidenceFiles, readEvidence, readEvidenceFileIds } from './plan.evidence.repository.ts';
import { fitsKind, isComplete, isSameEvidence, type NewEvidence } from './plan.evidence-rules.ts';
import { canAddEvidence, handInUnitOf, mayReadTask } from './plan.policy.ts';
import { lockTask } from './plan.repository.ts';
import { placeEvidence } from './plan.task-events.repository.ts';
import { readSupportingUnitIds } from './plan.task-parts.repository.ts';

/**
 * Hands in evidence for a task. The client makes the id: a phone that was offline may send twice, and it is stored once.
 * Anything else under an id that is taken is refused aloud, so that no piece is lost in silence.
 */
export async function addEvidence(outer: Context, given: NewEvidence): Promise<EvidenceItem> {
  const input = onlyOfItsKind(given);
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    const supportingUnitIds = task ? await readSupportingUnitIds(context.db, task.id) : [];
    if (!task || !mayReadTask(context.actor, task.unit_id, supportingUnitIds)) throw notFound();
    const sent = await readEvidence(context.db, input.id);
    if (sent) {
      const isSame =
        sent.created_by === context.actor.personId &&
        isSameEvidence(sent, await readEvidenceFileIds(context.db, sent.id), input);
      if (!isSame) throw evidenceIdTaken();
      return readEvidenceItem(context, sent.id);
    }
    if (!canAddEvidence(context.actor, { unitId: task.unit_id, supportingUnitIds, state: task.state }))
      throw notPermitted();
    if (!isComplete(input)) throw evidenceIncomplete({ kind: input.kind });
    // Only what the person brought for this unit: nobody learns of, or hands in, a file of others by its id.
    const ownerUnitId = handInUnitOf(context.actor, { unitId: task.unit_id, supportingUnitIds });
    const files = await readOwnEvidenceFiles(context, { ids: input.assetIds, ownerUnitId });
    if (files.length < input.assetIds.length) throw assetUnknown();
    if (!files.every((file) => fitsKind(input.kind, file.contentType))) throw assetUnfit({ kind: input.kind });
    if (input.occurredOn > dayInDepartment(context.clock.now())) throw evidenceInFuture();
    await insertEvidence(context.db, {
      id: input.id,
      clause_id: task.clause_id,
      unit_id: task.unit_id,
      task_id: task.id,
      kind: input.kind,
      title: input.title,
      url: input.url,
      figure: input.figure,
      figure_unit: input.figureUnit,
      note: input.note,
      shows_people: input.showsPeople ?? false,
      occurred_on: input.occurredOn,
      is_by_system: false,
      state: 'submitted',
      source_kind: null,
      source_id: null,
      created_by: context.actor.personId,
      return_reason: null,
      created_at: context.clock.now(),
    });
    if (task.rhythm === 'per_event') await placeEvidence(context.db, input.id);
    await insertEvidenceFiles(context.db, input.id, input.assetIds);
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: task.id,
      action: 'plan.add_evidence',
      // More people read the history of a task than may see a signed sheet, so its words stay out of it.
      after: input.kind === 'signed_sheet' ? { kind: input.kind } : { title: input.title },
    });
    await emitEvent(context, evidenceHandedIn, {
      evidenceId: input.id,
      clauseId: task.clause_id,
      unitId: task.unit_id,
    });
    return readEvidenceItem(context, input.id);
  });
}

/** A link that was typed before another kind was chosen is not kept, nor what was said of photos. A figure may stand beside any kind. */
function onlyOfItsKind(input: NewEvidence): NewEvidence {
  return {
    ...input,
    url: input.kind === 'link' ? input.url : null,
    assetIds: [...new Set(input.assetIds)],
    showsPeople: input.kind === 'photo' && input.showsPeople === true,
    figureUnit: input.figure === null ? '' : input.figureUnit,
  };
}
