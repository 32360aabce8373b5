// Joins tables of earlier modules: unit (organisation); reads search_document (platform).
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { type FoundSubjects, searchSubjects } from '../../../platform/search/search-subjects.ts';
import { circlesOf, visibleStories } from './newsroom.visibility.read-model.ts';
import './newsroom.tables.ts';

export const searchKind = 'story';

/** Finds stories by their words: visible ones, whose edition in the language that was found meets `matching`. */
export function findStories(
  context: Context,
  search: {
    words: string;
    language?: string | undefined;
    /** A condition on `story` and `edition`. */
    matching: RawBuilder<boolean>;
    limit: number;
    offset: number;
  },
): Promise<FoundSubjects> {
  const { words, language, limit, offset } = search;
  return searchSubjects(context.db, {
    kind: searchKind,
    words,
    language,
    visible: circlesOf(context.actor),
    among: sql<boolean>`exists (select 1 from story join edition on edition.story_id = story.id
      where story.id = search_document.subject_id and edition.language = search_document.language
      and ${visibleStories(context.actor)} and ${search.matching})`,
    limit,
    offset,
  });
}

export async function readEditionForSearch(db: Database, editionId: string) {
  return db
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.current_revision_id')
    .innerJoin('story', 'story.id', 'edition.story_id')
    .innerJoin('unit', 'unit.id', 'story.unit_id')
    .select(['story.id as storyId', 'story.working_title as workingTitle', 'unit.id as unitId', 'unit.is_own as isOwn'])
    .select(['edition.language', 'edition.code', 'revision.title', 'revision.lead', 'revision.body'])
    .select('revision.created_at as savedAt')
    .where('edition.id', '=', editionId)
    .executeTakeFirst();
}

export async function readStoriesToIndex(db: Database, onlyMissing: boolean): Promise<string[]> {
  let query = db.selectFrom('edition').select('story_id').distinct().where('current_revision_id', 'is not', null);
  if (onlyMissing)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('search_document')
            .select('subject_id')
            .where('subject_kind', '=', searchKind)
            .whereRef('subject_id', '=', 'edition.story_id')
            .whereRef('search_document.language', '=', 'edition.language'),
        ),
      ),
    );
  return (await query.execute()).map((row) => row.story_id);
}
