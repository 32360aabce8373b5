import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, transitionNotAllowed } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { editionLive } from '../newsroom.events.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { storeSnapshot } from './make-edition-live.ts';
import { type NewsroomPorts, prepareMove } from './newsroom.moves.ts';
import { findSnapshot, insertPublicChange } from './newsroom.publication.repository.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { insertTransition, updateEdition } from './newsroom.repository.ts';
import { type PublicSnapshot, withdrawSnapshot } from './newsroom.snapshot.ts';
import { nextPublicState } from './newsroom.workflow.ts';

export interface WithdrawInput {
  readonly storyId: string;
  readonly mode: 'withdraw' | 'remove';
  readonly editions: readonly { readonly id: string; readonly version: number }[];
  readonly reason: string;
}

/** Withdraws the chosen languages together, or none of them. Nothing public disappears silently: the reason is shown. */
export async function withdrawEditions(
  outer: Context,
  ports: NewsroomPorts,
  input: WithdrawInput,
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    for (const edition of input.editions) await withdrawOne(context, ports, { ...input, edition });
    return readStoryDetail(context, input.storyId);
  });
}

async function withdrawOne(
  context: Context,
  ports: NewsroomPorts,
  input: WithdrawInput & { edition: { id: string; version: number } },
): Promise<void> {
  const { edition, story } = await prepareMove(context, {
    editionId: input.edition.id,
    version: input.edition.version,
    action: input.mode,
  });
  const to = nextPublicState(edition.public_state, input.mode);
  const published = await findSnapshot(context.db, edition.id);
  if (story.id !== input.storyId) throw notFound();
  if (to === null || !published || !edition.live_revision_id)
    throw transitionNotAllowed({ publicState: edition.public_state });
  const at = context.clock.now();
  const reason = input.reason.normalize('NFC');
  await insertPublicChange(context.db, {
    id: newId(at.getTime()),
    edition_id: edition.id,
    revision_id: edition.live_revision_id,
    kind: 'withdrawal',
    note: reason,
    changes: '[]',
    created_at: at,
  });
  await updateEdition(context.db, edition.id, {
    public_state: to,
    withdrawal_reason: reason,
    pending_change: null,
    pending_note: null,
    not_before: null,
  });
  // Only makeEditionLive and this write the column, so it has this form.
  const before = published.snapshot as PublicSnapshot;
  await storeSnapshot(context, ports, withdrawSnapshot(before, { mode: input.mode, reason, at }));
  await insertTransition(context, {
    editionId: edition.id,
    axis: 'public',
    action: input.mode,
    from: edition.public_state,
    to,
    reason,
    revisionId: edition.live_revision_id,
  });
  await recordAudit(context, {
    subjectKind: 'edition',
    subjectId: edition.id,
    action: `newsroom.${input.mode}`,
    before: { publicState: edition.public_state },
    after: { publicState: to, language: edition.language, code: edition.code },
    reason,
  });
  await emitEvent(context, editionLive, {
    editionId: edition.id,
    storyId: edition.story_id,
    revisionId: edition.live_revision_id,
    manifestHash: published.manifest_hash,
    operation: 'withdraw',
  });
}
