import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { hasServableClauses, readConfirmedClauses } from './newsroom.clauses.read-model.ts';
import { clausesMissing } from './newsroom.errors.ts';
import { moveWork, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { textOf } from './newsroom.repository.ts';
import { requireComplete, sealManifest } from './seal-manifest.ts';

/** Hands the current revision in for approval. A story says which clause it serves, or why none. */
export async function submitEdition(
  outer: Context,
  input: { editionId: string; version: number },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'submit' });
    const { story, edition, current } = locked;
    await requireComplete(context, textOf(current), edition.language);
    const clauses = await readConfirmedClauses(context.db, story.id);
    const servesOne = clauses.some((clause) => clause.state === 'confirmed');
    if (!servesOne && story.no_clause_reason === null && (await hasServableClauses(context.db))) throw clausesMissing();
    const manifest = await sealManifest(context, locked, null);
    await moveWork(context, locked, {
      action: 'submit',
      change: { submitted_by: context.actor.personId, submitted_manifest_id: manifest.id },
    });
    return readStoryDetail(context, story.id);
  });
}
