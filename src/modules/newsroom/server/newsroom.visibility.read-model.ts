// Joins tables of earlier modules: unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Context } from '../../../platform/context.ts';
import { holdsRole, readsEverything, unitIdsOf } from '../../accounts/index.ts';

/** The one visibility rule of stories, for queries that name `story`: readers of the department see all, others those of their units, a translator those of the department. */
export function visibleStories(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  const translates = holdsRole(actor, ['translator']);
  return sql<boolean>`(story.unit_id = any(${unitIdsOf(actor)}::text[])
    or (${translates} and exists (select 1 from unit as home where home.id = story.unit_id and home.is_own)))`;
}

const ownUnits = 'own-units';

/** The same rule as the search knows it: the circles that a story stands open to, and the circles of a reader. */
export function circlesOfStory(story: { unitId: string; isOwn: boolean }): string[] {
  return [story.unitId, ...(story.isOwn ? [ownUnits] : [])];
}

export function circlesOf(actor: Actor): 'everything' | { to: string[] } {
  if (readsEverything(actor)) return 'everything';
  return { to: [...unitIdsOf(actor), ...(holdsRole(actor, ['translator']) ? [ownUnits] : [])] };
}

export async function isStoryVisible(context: Context, storyId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('story')
    .select('id')
    .where('story.id', '=', storyId)
    .where(visibleStories(context.actor))
    .executeTakeFirst();
  return row !== undefined;
}
