import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { moveWork, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';

/** Gives the text back to those who write it, with what is to be mended. */
export async function returnEdition(
  outer: Context,
  input: { editionId: string; version: number; reason: string },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, { ...input, action: 'return' });
    await moveWork(context, locked, { action: 'return', reason: input.reason });
    return readStoryDetail(context, locked.story.id);
  });
}
