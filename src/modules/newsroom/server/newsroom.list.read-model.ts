// Joins tables of earlier modules: unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Context } from '../../../platform/context.ts';
import { type StoryRow, storyKind } from '../newsroom.shapes.contract.ts';
import { mayCreateIn } from './newsroom.policy.ts';
import { isScheduled, isSource, needsLaterApproval } from './newsroom.repository.ts';
import { findStories } from './newsroom.search.read-model.ts';
import type { PublicState, WorkState } from './newsroom.tables.ts';
import { visibleStories } from './newsroom.visibility.read-model.ts';

const pageSize = 30;

export interface StoryFilter {
  readonly page: number;
  readonly search?: string | undefined;
  readonly workState?: WorkState | undefined;
  readonly publicState?: PublicState | undefined;
  readonly language?: string | undefined;
  readonly unitId?: string | undefined;
  readonly kind?: string | undefined;
  readonly mine?: boolean | undefined;
}

/** The list of stories, filtered and paged in the database: those changed last first, or, with words, the best hits first. */
export async function readStories(
  context: Context,
  filter: StoryFilter,
): Promise<{ stories: StoryRow[]; total: number; isMore: boolean; createInUnitIds: string[] }> {
  const { db, actor } = context;
  const createInUnitIds = [...new Set(actor.grants.flatMap((grant) => grant.unitIds))].filter((unitId) =>
    mayCreateIn(actor, unitId),
  );
  const matching = matchingEditions(actor, filter);
  const visible = db.selectFrom('story').innerJoin('unit', 'unit.id', 'story.unit_id').where(visibleStories(actor));
  const offset = (filter.page - 1) * pageSize;
  const { search: words, language } = filter;
  const found = words ? await findStories(context, { words, language, matching, limit: pageSize, offset }) : null;
  const query = found
    ? visible.where(sql<boolean>`story.id = any(${[...found.ids]}::uuid[])`)
    : visible.where(sql<boolean>`exists (select 1 from edition where edition.story_id = story.id and ${matching})`);
  const { total, isMore } = found ?? {
    ...(await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()),
    isMore: false,
  };
  const rows = await query
    .selectAll('story')
    .select('unit.names as unit_names')
    .select(
      sql<Date>`greatest(story.created_at, (select max(edition_transition.created_at) from edition_transition
        join edition on edition.id = edition_transition.edition_id where edition.story_id = story.id),
        (select max(revision.created_at) from revision join edition on edition.current_revision_id = revision.id
        where edition.story_id = story.id))`.as('changed_at'),
    )
    .select(
      sql<number>`(select count(*)::int from story_clause where story_clause.story_id = story.id
        and story_clause.state = 'confirmed')`.as('clause_count'),
    )
    .orderBy(sql`array_position(${found ? [...found.ids] : null}::uuid[], story.id)`)
    .orderBy('changed_at', 'desc')
    .orderBy('story.id', 'desc')
    .limit(pageSize)
    .offset(found ? 0 : offset)
    .execute();
  const editions = await readEditionRows(
    context,
    rows.map((row) => row.id),
  );
  const stories = rows.map((row) => ({
    id: row.id,
    kind: storyKind.parse(row.kind),
    unitId: row.unit_id,
    unitNames: row.unit_names,
    workingTitle: row.working_title,
    isExample: row.is_example,
    clauseCount: row.clause_count,
    updatedAt: row.changed_at.toISOString(),
    editions: editions.filter((one) => one.storyId === row.id).map(({ storyId: _storyId, ...edition }) => edition),
  }));
  return { stories, total, isMore, createInUnitIds };
}

async function readEditionRows(context: Context, storyIds: readonly string[]) {
  if (storyIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.current_revision_id')
    .selectAll('edition')
    .select(['revision.title', needsLaterApproval('edition').as('needs_later')])
    .where('edition.story_id', 'in', [...storyIds])
    .orderBy(sql`edition.source_revision_id is not null`)
    .orderBy('edition.created_at')
    .orderBy('edition.id')
    .execute();
  return rows.map((row) => {
    const source = rows.find((one) => one.story_id === row.story_id);
    return {
      storyId: row.story_id,
      id: row.id,
      language: row.language,
      title: row.title,
      workState: row.work_state,
      publicState: row.public_state,
      pendingChange: row.pending_change,
      isStale: !isSource(row) && row.source_revision_id !== source?.current_revision_id,
      needsLaterApproval: row.needs_later,
      notBefore: isScheduled(row) ? (row.not_before?.toISOString() ?? null) : null,
    };
  });
}

/** What the filters say of a story and one of its editions, for queries that name `story` and `edition`. */
function matchingEditions(actor: Actor, filter: StoryFilter): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (filter.workState) conditions.push(sql`edition.work_state = ${filter.workState}`);
  if (filter.publicState) conditions.push(sql`edition.public_state = ${filter.publicState}`);
  if (filter.language) conditions.push(sql`edition.language = ${filter.language}`);
  if (filter.unitId) conditions.push(sql`story.unit_id = ${filter.unitId}`);
  if (filter.kind) conditions.push(sql`story.kind = ${filter.kind}`);
  if (filter.mine)
    conditions.push(sql`(story.created_by = ${actor.personId}::uuid or exists (
      select 1 from revision join edition as written on written.id = revision.edition_id
      where written.story_id = story.id and revision.created_by = ${actor.personId}::uuid))`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
