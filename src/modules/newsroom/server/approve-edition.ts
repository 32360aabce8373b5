import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { Publication } from '../newsroom.edition.contract.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { revisionChanged } from './newsroom.errors.ts';
import { moveWork, type NewsroomPorts, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { lockEdition } from './newsroom.repository.ts';
import { letGoOut } from './publish-edition.ts';
import { sealManifestAgain } from './seal-manifest.ts';

/** The second person approves the revision that they have read, and says when it goes out. */
export async function approveEdition(
  outer: Context,
  ports: NewsroomPorts,
  input: { editionId: string; version: number; revisionId: string; publication: Publication },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'approve' });
    if (locked.edition.current_revision_id !== input.revisionId) throw revisionChanged();
    const isOut = locked.edition.public_state === 'live' && locked.edition.pending_change === null;
    const { approved_manifest_id: out, submitted_manifest_id: submitted } = locked.edition;
    const manifest = await sealManifestAgain(context, locked, isOut ? out : submitted);
    await moveWork(context, locked, {
      action: 'approve',
      change: { approved_manifest_id: manifest.id, ...(isOut ? {} : { not_before: null }) },
    });
    const approved = await lockEdition(context.db, locked.edition.id);
    if (!isOut && approved) await letGoOut(context, ports, approved, input.publication);
    return readStoryDetail(context, locked.story.id);
  });
}
