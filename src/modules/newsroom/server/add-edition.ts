import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { beginEdition, requireLanguage } from './create-story.ts';
import { editionExists } from './newsroom.errors.ts';
import { mayTranslateStory } from './newsroom.policy.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { findEditions, lockStory } from './newsroom.repository.ts';
import { isStoryVisible } from './newsroom.visibility.read-model.ts';

/** Begins a translation, which remembers the revision of the source that it is made from. */
export async function addEdition(
  outer: Context,
  input: { storyId: string; id?: string | undefined; language: string; isMachineMade: boolean },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await lockStory(context.db, input.storyId);
    if (!locked || !(await isStoryVisible(context, input.storyId))) throw notFound();
    if (!mayTranslateStory(context.actor, locked.subject)) throw notPermitted();
    const editions = await findEditions(context.db, input.storyId);
    const existing = editions.find((edition) => edition.language === input.language);
    if (existing && existing.id === input.id) return readStoryDetail(context, input.storyId);
    if (existing) throw editionExists({ language: input.language });
    await requireLanguage(context, input.language);
    const editionId = await beginEdition(context, {
      id: input.id,
      storyId: input.storyId,
      language: input.language,
      title: '',
      sourceRevisionId: editions[0]?.current_revision_id ?? null,
      isMachineMade: input.isMachineMade,
    });
    await recordAudit(context, {
      subjectKind: 'edition',
      subjectId: editionId,
      action: 'newsroom.add_edition',
      after: { language: input.language, isMachineMade: input.isMachineMade },
    });
    return readStoryDetail(context, input.storyId);
  });
}
