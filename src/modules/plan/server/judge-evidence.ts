import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { evidenceJudged } from '../plan.events.ts';
import type { EvidenceItem } from '../plan.evidence.contract.ts';
import { readEvidenceItem } from './plan.evidence.read-model.ts';
import { judgeEvidenceRow, lockEvidence } from './plan.evidence.repository.ts';
import { canJudgeEvidence, mayReadTask } from './plan.policy.ts';

/** A second person accepts evidence, or returns it with a reason. */
export async function judgeEvidence(
  outer: Context,
  input: { evidenceId: string; version: number; verdict: 'accepted' | 'returned'; reason: string | null },
): Promise<EvidenceItem> {
  return inTransaction(outer, async (context) => {
    const evidence = await lockEvidence(context.db, input.evidenceId);
    if (!evidence || !mayReadTask(context.actor, evidence.unit_id)) throw notFound();
    const subject = { unitId: evidence.unit_id, isBySystem: evidence.is_by_system, createdBy: evidence.created_by };
    if (!canJudgeEvidence(context.actor, { ...subject, state: 'submitted' })) throw notPermitted();
    if (evidence.version !== input.version) throw versionConflict({ current: evidence.version });
    if (evidence.state !== 'submitted') throw transitionNotAllowed({ state: evidence.state });
    await judgeEvidenceRow(context.db, evidence.id, input.verdict, input.reason);
    await recordAudit(context, {
      subjectKind: evidence.task_id === null ? 'evidence' : 'task',
      subjectId: evidence.task_id ?? evidence.id,
      action: input.verdict === 'accepted' ? 'plan.accept_evidence' : 'plan.return_evidence',
      before: { state: evidence.state },
      after: { state: input.verdict, evidenceId: evidence.id, title: evidence.title },
      ...(input.reason === null ? {} : { reason: input.reason }),
    });
    if (evidence.task_id !== null)
      await emitEvent(context, evidenceJudged, {
        evidenceId: evidence.id,
        taskId: evidence.task_id,
        verdict: input.verdict,
        version: evidence.version + 1,
        on: dayInDepartment(context.clock.now()),
        personId: context.actor.personId,
        handedInBy: evidence.created_by,
      });
    return readEvidenceItem(context, evidence.id);
  });
}
