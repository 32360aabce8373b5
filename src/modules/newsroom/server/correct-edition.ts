import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { moveWork, prepareMove } from './newsroom.moves.ts';
import { findLiveManifest } from './newsroom.publication.repository.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { indexEdition } from './newsroom.search.ts';
import type { PublicChangeKind } from './newsroom.tables.ts';

/** Begins a change of a live edition. What is live stays until the change is approved; then the reader sees kind and note. */
export async function startChange(
  outer: Context,
  input: { editionId: string; version: number; kind: PublicChangeKind; note: string },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'start_change' });
    await moveWork(context, locked, {
      action: 'start_change',
      reason: input.note,
      change: { pending_change: input.kind, pending_note: input.note.normalize('NFC'), not_before: null },
    });
    return readStoryDetail(context, locked.story.id);
  });
}

/** Gives the change up: the live revision is the current one again; the revisions made meanwhile stay readable. */
export async function cancelChange(
  outer: Context,
  input: { editionId: string; version: number },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'cancel_change' });
    const { live_revision_id: liveRevisionId } = locked.edition;
    const manifest = await findLiveManifest(context.db, locked.edition.id);
    await moveWork(context, locked, {
      action: 'cancel_change',
      // What went out urgently still waits for its second person.
      ...(locked.editionSubject.needsLaterApproval ? { to: 'awaiting_approval' as const } : {}),
      change: {
        current_revision_id: liveRevisionId,
        approved_manifest_id: manifest?.id ?? null,
        submitted_manifest_id: manifest?.id ?? null,
        pending_change: null,
        pending_note: null,
        not_before: null,
      },
    });
    await indexEdition(context, locked.edition.id);
    return readStoryDetail(context, locked.story.id);
  });
}
