import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { makeEditionLive } from './make-edition-live.ts';
import { revisionChanged } from './newsroom.errors.ts';
import { moveWork, type NewsroomPorts, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { sealManifest } from './seal-manifest.ts';

/**
 * Publishes at once without a second person, with a reason (domain.md, work axis). The manifest has no approver, so the
 * edition stays marked and waits for approval until somebody else approves what is live.
 */
export async function publishUrgently(
  outer: Context,
  ports: NewsroomPorts,
  input: { editionId: string; version: number; revisionId: string; reason: string },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'publish_urgently' });
    if (locked.edition.current_revision_id !== input.revisionId) throw revisionChanged();
    const manifest = await sealManifest(context, locked, null);
    await moveWork(context, locked, {
      action: 'publish_urgently',
      reason: input.reason,
      change: {
        approved_manifest_id: manifest.id,
        submitted_manifest_id: manifest.id,
        submitted_by: context.actor.personId,
        not_before: null,
      },
    });
    await makeEditionLive(context, ports, locked.edition.id);
    return readStoryDetail(context, locked.story.id);
  });
}
