import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readOccasion } from '../../calendar/index.ts';
import { insertStoryOccasion, replaceClauses } from './newsroom.repository.ts';

/** A story begun for a day of the calendar: the day is no longer offered, and the clause that its event serves is the story's. */
export async function takeOccasion(context: Context, input: { storyId: string; dateId: string }): Promise<void> {
  const occasion = await readOccasion(context, input.dateId);
  if (!occasion) throw notFound();
  await insertStoryOccasion(context.db, input);
  if (occasion.clauseId !== null)
    await replaceClauses(context.db, { storyId: input.storyId, confirmed: [occasion.clauseId], declined: [] });
}
