// Joins tables of earlier modules: unit, language (organisation), person (accounts).
import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { type Edition, type Revision, type StoryDetail, storyKind } from '../newsroom.shapes.contract.ts';
import { readBody } from './newsroom.body.ts';
import { readConfirmedClauses } from './newsroom.clauses.read-model.ts';
import { readCovers } from './newsroom.covers.read-model.ts';
import {
  editionAbilities,
  isApproverOf,
  mayTranslateStory,
  mayWriteStory,
  type StorySubject,
} from './newsroom.policy.ts';
import { isScheduled, isSource, needsLaterApproval, type RevisionRow } from './newsroom.repository.ts';
import { isStoryVisible, visibleStories } from './newsroom.visibility.read-model.ts';

const communeKinds = ['commune', 'ward'];
const shownRevisions = 100;

/** One story with everything that its page shows. Unknown and hidden look the same. */
export async function readStoryDetail(context: Context, storyId: string): Promise<StoryDetail> {
  const story = await context.db
    .selectFrom('story')
    .innerJoin('unit', 'unit.id', 'story.unit_id')
    .leftJoin('person', 'person.id', 'story.created_by')
    .selectAll('story')
    .select([
      'unit.names as unit_names',
      'unit.kind as unit_kind',
      'unit.is_own',
      'person.full_name as created_by_name',
    ])
    .where('story.id', '=', storyId)
    .where(visibleStories(context.actor))
    .executeTakeFirst();
  if (!story) throw notFound();
  const subject: StorySubject = {
    unitId: story.unit_id,
    isOfCommune: communeKinds.includes(story.unit_kind),
    isOwn: story.is_own,
  };
  const editions = await readEditions(context, storyId, subject);
  const clauses = await readConfirmedClauses(context.db, storyId);
  const history = await readHistory(context.db, {
    subjects: [{ kind: 'story', id: storyId }, ...editions.map((one) => ({ kind: 'edition', id: one.id }))],
    limit: 200,
  });
  return {
    id: story.id,
    kind: storyKind.parse(story.kind),
    unitId: story.unit_id,
    unitNames: story.unit_names,
    workingTitle: story.working_title,
    noClauseReason: story.no_clause_reason,
    isExample: story.is_example,
    version: story.version,
    createdAt: story.created_at.toISOString(),
    createdByName: story.created_by_name,
    clauses: clauses.map((clause) => ({ ...clause, state: clause.state ?? 'suggested' })),
    editions,
    history,
    abilities: {
      add_edition: mayTranslateStory(context.actor, subject),
      confirm_clauses: mayWriteStory(context.actor, subject) || isApproverOf(context.actor, subject),
      withdraw: editions.some((one) => one.abilities.withdraw),
    },
  };
}

async function readEditions(context: Context, storyId: string, story: StorySubject): Promise<Edition[]> {
  const rows = await context.db
    .selectFrom('edition')
    .innerJoin('language', 'language.code', 'edition.language')
    .leftJoin('person', 'person.id', 'edition.submitted_by')
    .leftJoin('published_snapshot', 'published_snapshot.edition_id', 'edition.id')
    .selectAll('edition')
    .select([
      'language.names as language_names',
      'person.full_name as submitted_by_name',
      'published_snapshot.path',
      needsLaterApproval('edition').as('needs_later'),
      sql<string | null>`(select reason from edition_transition where edition_transition.edition_id = edition.id
        and axis = 'work' and action in ('return', 'reject') order by edition_transition.created_at desc, edition_transition.id desc limit 1)`.as(
        'last_reason',
      ),
    ])
    .where('edition.story_id', '=', storyId)
    .orderBy(sql`edition.source_revision_id is not null`)
    .orderBy('edition.created_at')
    .orderBy('edition.id')
    .execute();
  const [source] = rows;
  const revisions = await context.db
    .selectFrom('revision')
    .innerJoin('edition', 'edition.id', 'revision.edition_id')
    .leftJoin('person', 'person.id', 'revision.created_by')
    .select(['revision.id', 'edition_id', 'number', 'title', 'revision.created_at', 'revision.created_by'])
    .select('person.full_name as writer')
    .where('edition.story_id', '=', storyId)
    .orderBy('number', 'desc')
    .limit(shownRevisions * rows.length)
    .execute();
  const currents = await context.db
    .selectFrom('revision')
    .innerJoin('edition', 'edition.current_revision_id', 'revision.id')
    .selectAll('revision')
    .where('edition.story_id', '=', storyId)
    .execute();
  const written = rows.map((row) => {
    const current = currents.find((one) => one.id === row.current_revision_id);
    if (!current) throw new Error(`edition ${row.id} has no current revision`);
    return { edition: row, current };
  });
  const covers = await readCovers(context.db, written);
  return written.map(({ edition: row, current }) => {
    const own = revisions.filter((one) => one.edition_id === row.id);
    const summaries = own.slice(0, shownRevisions).map((one) => summarise({ ...one, row }));
    return {
      id: row.id,
      language: row.language,
      languageNames: row.language_names,
      code: row.code,
      workState: row.work_state,
      publicState: row.public_state,
      version: row.version,
      isSource: isSource(row),
      sourceRevisionId: row.source_revision_id,
      isStale: !isSource(row) && row.source_revision_id !== source?.current_revision_id,
      isMachineMade: row.is_machine_made,
      needsLaterApproval: row.needs_later,
      pendingChange: row.pending_change,
      pendingNote: row.pending_note,
      notBefore: isScheduled(row) ? (row.not_before?.toISOString() ?? null) : null,
      firstLiveAt: row.first_live_at?.toISOString() ?? null,
      publicPath: row.path,
      withdrawalReason: row.withdrawal_reason,
      submittedByName: row.submitted_by_name,
      returnReason: row.work_state === 'returned' || row.work_state === 'rejected' ? row.last_reason : null,
      current: {
        ...summarise({ ...current, row, writer: own.find((one) => one.id === current.id)?.writer ?? null }),
        ...contentsOf(current),
      },
      cover: covers.get(row.id) ?? null,
      liveRevisionId: row.live_revision_id,
      revisions: summaries,
      abilities: editionAbilities(context.actor, {
        story,
        workState: row.work_state,
        publicState: row.public_state,
        hasPendingChange: row.pending_change !== null,
        isScheduled: isScheduled(row),
        needsLaterApproval: row.needs_later,
        isSource: isSource(row),
        submittedBy: row.submitted_by,
        writtenBy: current.created_by,
      }),
    };
  });
}

function summarise(one: {
  id: string;
  number: number;
  title: string;
  created_at: Date;
  writer: string | null;
  row: { current_revision_id: string | null; live_revision_id: string | null };
}) {
  return {
    id: one.id,
    number: one.number,
    title: one.title,
    createdAt: one.created_at.toISOString(),
    createdByName: one.writer,
    isLive: one.id === one.row.live_revision_id,
    isCurrent: one.id === one.row.current_revision_id,
  };
}

function contentsOf(row: RevisionRow): Pick<Revision, 'lead' | 'body' | 'coverAssetId'> {
  const body = readBody(row.body);
  return { lead: row.lead, body: { type: 'doc', content: [...body.content] }, coverAssetId: row.cover_asset_id };
}

/** One revision of an edition as it was saved. */
export async function readRevision(
  context: Context,
  input: { editionId: string; revisionId: string },
): Promise<Revision> {
  const row = await context.db
    .selectFrom('revision')
    .innerJoin('edition', 'edition.id', 'revision.edition_id')
    .leftJoin('person', 'person.id', 'revision.created_by')
    .selectAll('revision')
    .select(['edition.story_id', 'edition.current_revision_id', 'edition.live_revision_id'])
    .select('person.full_name as writer')
    .where('revision.id', '=', input.revisionId)
    .where('revision.edition_id', '=', input.editionId)
    .executeTakeFirst();
  if (!row || !(await isStoryVisible(context, row.story_id))) throw notFound();
  return { ...summarise({ ...row, row }), ...contentsOf(row) };
}
