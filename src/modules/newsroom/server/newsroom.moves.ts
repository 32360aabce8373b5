import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import type { EditionAction } from '../newsroom.shapes.contract.ts';
import { ownWork } from './newsroom.errors.ts';
import { hasRightTo, isApproverOf } from './newsroom.policy.ts';
import { insertTransition, type LockedEdition, lockEdition, updateEdition } from './newsroom.repository.ts';
import { isStoryVisible } from './newsroom.visibility.read-model.ts';
import { isPossible, nextWorkState } from './newsroom.workflow.ts';

/** What the module is given by app: our signature, and whether what goes out is an example. */
export interface NewsroomPorts {
  readonly signItem: (payload: object) => Promise<string>;
  readonly isExample: boolean;
}

/** Locks the edition and checks in the order of the house: visible, permitted, the version that the person saw, possible now. */
export async function prepareMove(
  context: Context,
  input: { editionId: string; version: number; action: EditionAction },
): Promise<LockedEdition> {
  const locked = await lockEdition(context.db, input.editionId);
  if (!locked || !(await isStoryVisible(context, locked.story.id))) throw notFound();
  const { editionSubject, edition, current } = locked;
  if (!hasRightTo(context.actor, input.action, editionSubject)) {
    const needsSecondPerson = ['approve', 'pass_appraisal', 'return', 'reject'].includes(input.action);
    // An approver who is told why looks for a colleague, instead of for the administrator.
    throw needsSecondPerson && isApproverOf(context.actor, locked.subject) ? ownWork() : notPermitted();
  }
  if (edition.version !== input.version) {
    throw versionConflict({
      current: edition.version,
      savedBy: current.writer,
      savedAt: current.created_at.toISOString(),
    });
  }
  if (!isPossible(input.action, editionSubject))
    throw transitionNotAllowed({ workState: edition.work_state, publicState: edition.public_state });
  return locked;
}

/** One step along the work axis, with its rows of transition and history. */
export async function moveWork(
  context: Context,
  locked: LockedEdition,
  input: {
    action: EditionAction;
    reason?: string;
    change?: Parameters<typeof updateEdition>[2];
    /** Where the table's answer depends on what only the use case knows. */
    to?: LockedEdition['edition']['work_state'];
  },
): Promise<void> {
  const { edition } = locked;
  const to = input.to ?? nextWorkState(edition.work_state, input.action);
  if (to === null) throw transitionNotAllowed({ workState: edition.work_state });
  await updateEdition(context.db, edition.id, { work_state: to, ...input.change });
  await insertTransition(context, {
    editionId: edition.id,
    axis: 'work',
    action: input.action,
    from: edition.work_state,
    to,
    reason: input.reason ?? '',
    revisionId: edition.current_revision_id,
  });
  await recordAudit(context, {
    subjectKind: 'edition',
    subjectId: edition.id,
    action: `newsroom.${input.action}`,
    before: { state: edition.work_state },
    after: { state: to, language: edition.language, revision: locked.current.number },
    ...(input.reason ? { reason: input.reason } : {}),
  });
}
