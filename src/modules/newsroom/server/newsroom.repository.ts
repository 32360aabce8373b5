// Reads unit (organisation) and person (accounts) beside its own tables.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { type Body, readBody } from './newsroom.body.ts';
import type { RevisionText } from './newsroom.manifest.ts';
import type { EditionSubject, StorySubject } from './newsroom.policy.ts';
import type { EditionTable, RevisionTable, StoryTable } from './newsroom.tables.ts';

export type StoryRow = Selectable<StoryTable>;
export type EditionRow = Selectable<EditionTable>;
export type RevisionRow = Selectable<RevisionTable>;

export interface LockedStory {
  readonly story: StoryRow;
  readonly subject: StorySubject;
  readonly unitNames: Record<string, string>;
}
export interface LockedEdition extends LockedStory {
  readonly edition: EditionRow;
  readonly current: RevisionRow & { readonly writer: string | null };
  readonly editionSubject: EditionSubject;
}

const communeKinds = ['commune', 'ward'];

/** Locks the story: all editions of a story change one after the other. */
export async function lockStory(db: Database, id: string): Promise<LockedStory | null> {
  const story = await db.selectFrom('story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!story) return null;
  const unit = await db
    .selectFrom('unit')
    .select(['kind', 'is_own', 'names'])
    .where('id', '=', story.unit_id)
    .executeTakeFirstOrThrow();
  return {
    story,
    unitNames: unit.names,
    subject: { unitId: story.unit_id, isOfCommune: communeKinds.includes(unit.kind), isOwn: unit.is_own },
  };
}

export async function lockEdition(db: Database, id: string): Promise<LockedEdition | null> {
  const found = await db.selectFrom('edition').select('story_id').where('id', '=', id).executeTakeFirst();
  const locked = found && (await lockStory(db, found.story_id));
  if (!locked) return null;
  const edition = await db.selectFrom('edition').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const current = await db
    .selectFrom('revision')
    .leftJoin('person', 'person.id', 'revision.created_by')
    .selectAll('revision')
    .select('person.full_name as writer')
    .where('revision.id', '=', edition.current_revision_id)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ needs_later: boolean }>`
    select ${needsLaterApproval('edition')} as needs_later from edition where id = ${edition.id}`.execute(db);
  const state = rows[0];
  return {
    ...locked,
    edition,
    current,
    editionSubject: {
      story: locked.subject,
      workState: edition.work_state,
      publicState: edition.public_state,
      hasPendingChange: edition.pending_change !== null,
      isScheduled: isScheduled(edition),
      needsLaterApproval: state?.needs_later ?? false,
      isSource: isSource(edition),
      submittedBy: edition.submitted_by,
      writtenBy: current.created_by,
    },
  };
}

/** The edition that the story was first written in: every other one knows the revision that it was made from. */
export function isSource(edition: Pick<EditionRow, 'source_revision_id'>): boolean {
  return edition.source_revision_id === null;
}

/** Live, and no second person has approved what is live: an urgent publication. */
export function needsLaterApproval(edition: 'edition' | 'source') {
  const [state, live] = [sql.ref(`${edition}.public_state`), sql.ref(`${edition}.live_revision_id`)];
  return sql<boolean>`(${state} = 'live' and not exists (
    select 1 from approval_manifest where approval_manifest.revision_id = ${live} and approval_manifest.approved_by is not null))`;
}

/** A first publication waits as `scheduled`; a change of what is live waits with its time while the old stays live. */
export function isScheduled(
  edition: Pick<EditionRow, 'public_state' | 'pending_change' | 'work_state' | 'not_before'>,
) {
  if (edition.public_state === 'scheduled') return true;
  return (
    edition.public_state === 'live' &&
    edition.pending_change !== null &&
    edition.work_state === 'approved' &&
    edition.not_before !== null
  );
}

export async function insertStory(db: Database, row: Insertable<StoryTable>): Promise<boolean> {
  const inserted = await db
    .insertInto('story')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertEdition(db: Database, row: Insertable<EditionTable>): Promise<void> {
  await db.insertInto('edition').values(row).execute();
}

export async function findEditions(db: Database, storyId: string): Promise<EditionRow[]> {
  return db
    .selectFrom('edition')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy(sql`source_revision_id is not null`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertRevision(
  db: Database,
  row: Omit<Insertable<RevisionTable>, 'number' | 'body'> & { body: Body },
): Promise<void> {
  const last = await db
    .selectFrom('revision')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('edition_id', '=', row.edition_id)
    .executeTakeFirst();
  await db
    .insertInto('revision')
    .values({ ...row, body: JSON.stringify(row.body), number: (last?.number ?? 0) + 1 })
    .execute();
}

export async function findRevision(db: Database, id: string): Promise<RevisionRow | null> {
  return (await db.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export function textOf(row: RevisionRow): RevisionText {
  return { title: row.title, lead: row.lead, body: readBody(row.body), coverAssetId: row.cover_asset_id };
}

/** Every change of an edition makes a new version, so that who has not seen it is told. */
export async function updateEdition(db: Database, id: string, change: Updateable<EditionTable>): Promise<void> {
  await db
    .updateTable('edition')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function updateStory(db: Database, id: string, change: Updateable<StoryTable>): Promise<void> {
  await db
    .updateTable('story')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function insertTransition(
  context: Context,
  move: {
    editionId: string;
    axis: 'work' | 'public';
    action: string;
    from: string;
    to: string;
    reason?: string;
    revisionId: string | null;
  },
): Promise<void> {
  const now = context.clock.now();
  await context.db
    .insertInto('edition_transition')
    .values({
      id: newId(now.getTime()),
      edition_id: move.editionId,
      axis: move.axis,
      action: move.action,
      from_state: move.from,
      to_state: move.to,
      reason: move.reason ?? '',
      revision_id: move.revisionId,
      actor_id: context.actor.personId,
      created_at: now,
    })
    .execute();
}

export async function insertStoryOccasion(db: Database, link: { storyId: string; dateId: string }): Promise<void> {
  await db.insertInto('story_occasion').values({ story_id: link.storyId, date_id: link.dateId }).execute();
}

export async function replaceClauses(
  db: Database,
  input: { storyId: string; confirmed: readonly string[]; declined: readonly string[] },
): Promise<void> {
  await db.deleteFrom('story_clause').where('story_id', '=', input.storyId).execute();
  const rows = [
    ...input.confirmed.map((clauseId) => ({ clauseId, state: 'confirmed' as const })),
    ...input.declined.map((clauseId) => ({ clauseId, state: 'declined' as const })),
  ].map(({ clauseId, state }) => ({ story_id: input.storyId, clause_id: clauseId, state }));
  if (rows.length > 0) await db.insertInto('story_clause').values(rows).execute();
}
