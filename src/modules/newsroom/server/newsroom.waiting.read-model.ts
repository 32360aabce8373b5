// Joins tables of earlier modules: unit (organisation).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import './newsroom.tables.ts';

/** An edition that waits for the second person, and who cannot be that person. */
export interface EditionWaiting {
  readonly editionId: string;
  readonly storyId: string;
  readonly title: string;
  readonly unitId: string;
  readonly isCommune: boolean;
  readonly submittedBy: string | null;
  readonly writtenBy: string | null;
  readonly since: Date;
}

const most = 2000;

/** Editions that wait for approval or appraisal since before a moment, the longest first. */
export async function readEditionsWaiting(db: Database, input: { before: Date }): Promise<EditionWaiting[]> {
  const { rows } = await sql<EditionWaiting>`
    select edition.id as "editionId", story.id as "storyId", coalesce(nullif(revision.title, ''), story.working_title) as title, story.unit_id as "unitId",
      unit.kind in ('commune', 'ward') as "isCommune", edition.submitted_by as "submittedBy", revision.created_by as "writtenBy", handed.since
    from edition
    join story on story.id = edition.story_id
    join unit on unit.id = story.unit_id
    join revision on revision.id = edition.current_revision_id
    cross join lateral (select coalesce(max(created_at), revision.created_at) as since from edition_transition
      where edition_transition.edition_id = edition.id and edition_transition.axis = 'work') as handed
    where edition.work_state in ('awaiting_approval', 'in_appraisal') and edition.public_state not in ('withdrawn', 'removed')
      and handed.since < ${input.before}
    order by handed.since, edition.id limit ${most}`.execute(db);
  return rows;
}
