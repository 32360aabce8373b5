import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { readVisibleAssetIds } from '../../media/index.ts';
import type { EvidenceItem } from '../plan.contract.ts';
import { evidenceHandedIn } from '../plan.events.ts';
import { assetUnknown, evidenceIncomplete, evidenceInFuture } from './plan.errors.ts';
import { canAddEvidence, mayReadTask } from './plan.policy.ts';
import { readEvidenceItem } from './plan.read-model.ts';
import { insertEvidence, lockTask, readEvidence } from './plan.repository.ts';

export interface NewEvidence {
  readonly id: string;
  readonly taskId: string;
  readonly kind: 'file' | 'photo' | 'link' | 'figure' | 'note';
  readonly title: string;
  readonly url: string | null;
  readonly assetId: string | null;
  readonly figure: number | null;
  readonly note: string;
  readonly occurredOn: string;
}

/** Hands in evidence for a task. The client makes the id: a phone that was offline may send twice, and it is stored once. */
export async function addEvidence(outer: Context, input: NewEvidence): Promise<EvidenceItem> {
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    if (!task || !mayReadTask(context.actor, task.unit_id)) throw notFound();
    const sent = await readEvidence(context.db, input.id);
    if (sent) {
      if (sent.task_id !== task.id || sent.created_by !== context.actor.personId) throw notFound();
      return readEvidenceItem(context, sent.id);
    }
    if (
      !canAddEvidence(context.actor, { unitId: task.unit_id, mode: task.mode, state: task.state, acceptedEvidence: 0 })
    )
      throw notPermitted();
    if (!isComplete(input)) throw evidenceIncomplete({ kind: input.kind });
    // Only what the person may see: nobody learns of, or hands in, a picture of others by its id.
    if (input.assetId && (await readVisibleAssetIds(context, [input.assetId])).length === 0) throw assetUnknown();
    if (input.occurredOn > dayInDepartment(context.clock.now())) throw evidenceInFuture();
    await insertEvidence(context.db, {
      id: input.id,
      clause_id: task.clause_id,
      unit_id: task.unit_id,
      task_id: task.id,
      kind: input.kind,
      title: input.title,
      url: input.kind === 'link' ? input.url : null,
      asset_id: input.assetId,
      figure: input.kind === 'figure' ? input.figure : null,
      note: input.note,
      occurred_on: input.occurredOn,
      is_by_system: false,
      state: 'submitted',
      source_kind: null,
      source_id: null,
      created_by: context.actor.personId,
      return_reason: null,
      created_at: context.clock.now(),
    });
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: task.id,
      action: 'plan.add_evidence',
      after: { title: input.title },
    });
    await emitEvent(context, evidenceHandedIn, {
      evidenceId: input.id,
      clauseId: task.clause_id,
      unitId: task.unit_id,
    });
    return readEvidenceItem(context, input.id);
  });
}

/** Pure: each kind brings what it is named after. */
export function isComplete(input: Pick<NewEvidence, 'kind' | 'url' | 'assetId' | 'figure'>): boolean {
  if (input.kind === 'link') return input.url !== null;
  if (input.kind === 'figure') return input.figure !== null;
  if (input.kind === 'file' || input.kind === 'photo') return input.assetId !== null;
  return true;
}
