import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { SimpleMove, StoryDetail } from '../newsroom.shapes.contract.ts';
import { reasonMissing } from './newsroom.errors.ts';
import { moveWork, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { takeOffSchedule } from './publish-edition.ts';

/** The moves that carry nothing but a reason. What is reopened leaves the schedule: it needs a new approval. */
export async function moveEdition(
  outer: Context,
  input: { editionId: string; version: number; action: SimpleMove; reason: string },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await prepareMove(context, input);
    if (input.action === 'reject' && input.reason.length < 3) throw reasonMissing();
    if (input.action === 'reopen') await takeOffSchedule(context, locked);
    await moveWork(context, locked, {
      action: input.action,
      reason: input.reason,
      ...(input.action === 'take_back' ? { change: { submitted_by: null } } : {}),
    });
    return readStoryDetail(context, locked.story.id);
  });
}
