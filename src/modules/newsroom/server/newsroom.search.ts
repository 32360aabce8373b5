import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { removeSearchDocument, writeSearchDocument } from '../../../platform/search/search-document.ts';
import { readBody } from './newsroom.body.ts';
import { paragraphsOf } from './newsroom.render.ts';
import { findEditions, lockStory } from './newsroom.repository.ts';
import { readEditionForSearch, readStoriesToIndex, searchKind } from './newsroom.search.read-model.ts';
import { circlesOfStory } from './newsroom.visibility.read-model.ts';

/**
 * Makes the current text of an edition findable, in the transaction that changed it. These are words of the desk, drafts
 * among them, so they are never public.
 */
export async function indexEdition(context: Context, editionId: string): Promise<void> {
  const edition = await readEditionForSearch(context.db, editionId);
  if (!edition) return;
  const titles = [...new Set([edition.title, edition.workingTitle])].filter((title) => title !== '');
  await writeSearchDocument(context, {
    kind: searchKind,
    id: edition.storyId,
    language: edition.language,
    title: titles.join('\n'),
    text: [edition.lead, ...paragraphsOf(readBody(edition.body)), edition.code].join('\n'),
    dated: edition.savedAt,
    visibleTo: circlesOfStory(edition),
  });
}

/** Writes the documents of all stories again, or of those that lack one. Each story in its own transaction; safe to repeat. */
export async function rebuildStorySearch(context: Context, options: { onlyMissing?: boolean } = {}): Promise<void> {
  for (const id of await readStoriesToIndex(context.db, options.onlyMissing ?? false)) {
    await inTransaction(context, async (inside) => {
      await lockStory(inside.db, id);
      await removeSearchDocument(inside, { kind: searchKind, id });
      for (const edition of await findEditions(inside.db, id)) await indexEdition(inside, edition.id);
    });
  }
}
