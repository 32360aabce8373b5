import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound, transitionNotAllowed } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { editionLive } from '../newsroom.events.ts';
import { readStoryTheme } from './newsroom.clauses.read-model.ts';
import { type RevisionText, readManifest } from './newsroom.manifest.ts';
import type { NewsroomPorts } from './newsroom.moves.ts';
import {
  findManifest,
  findPublicChanges,
  findSnapshot,
  insertPublicChange,
  readSenderNames,
  upsertSnapshot,
} from './newsroom.publication.repository.ts';
import { paragraphsOf } from './newsroom.render.ts';
import {
  findRevision,
  insertTransition,
  type LockedEdition,
  lockEdition,
  textOf,
  updateEdition,
} from './newsroom.repository.ts';
import { publicPathOf, slugOf } from './newsroom.slug.ts';
import { buildSnapshot, type PublicSnapshot, signedPayloadOf } from './newsroom.snapshot.ts';
import { findWordChanges } from './newsroom.word-changes.ts';
import { nextPublicState } from './newsroom.workflow.ts';

/**
 * Makes the approved manifest public: snapshot, signature, what changed for the reader, event. All in the caller's
 * transaction, so that the portal, the channels and the history never tell different things.
 */
export async function makeEditionLive(context: Context, ports: NewsroomPorts, editionId: string): Promise<void> {
  const locked = await lockEdition(context.db, editionId);
  if (!locked) throw notFound();
  const { edition } = locked;
  const to = nextPublicState(edition.public_state, 'go_live');
  if (to === null || !edition.approved_manifest_id)
    throw transitionNotAllowed({ publicState: edition.public_state, workState: edition.work_state });
  const manifestRow = await findManifest(context.db, edition.approved_manifest_id);
  const revisionRow = await findRevision(context.db, manifestRow.revision_id);
  if (!revisionRow) throw notFound();
  const revision = textOf(revisionRow);
  const now = context.clock.now();
  const kind = edition.first_live_at ? (edition.pending_change ?? 'update') : 'published';
  await insertPublicChange(context.db, {
    id: newId(now.getTime()),
    edition_id: edition.id,
    revision_id: revisionRow.id,
    kind,
    note: kind === 'published' ? '' : (edition.pending_note ?? ''),
    changes: JSON.stringify(await changesSince(context, edition.live_revision_id, revision)),
    created_at: now,
  });
  const slug = edition.slug ?? slugOf(revision.title);
  await updateEdition(context.db, edition.id, {
    public_state: to,
    live_revision_id: revisionRow.id,
    slug,
    first_live_at: edition.first_live_at ?? now,
    pending_change: null,
    pending_note: null,
  });
  const snapshot = await assemble(context, ports, { locked, revision, manifestRow, slug, now });
  await storeSnapshot(context, ports, snapshot);
  await insertTransition(context, {
    editionId: edition.id,
    axis: 'public',
    action: 'go_live',
    from: edition.public_state,
    to,
    revisionId: revisionRow.id,
  });
  await recordAudit(context, {
    subjectKind: 'edition',
    subjectId: edition.id,
    action: `newsroom.live_${kind}`,
    before: { publicState: edition.public_state },
    after: { publicState: to, language: edition.language, code: edition.code, manifestHash: manifestRow.hash },
  });
  await emitEvent(context, editionLive, {
    editionId: edition.id,
    storyId: edition.story_id,
    revisionId: revisionRow.id,
    manifestHash: manifestRow.hash,
    operation: kind === 'published' ? 'create' : kind === 'update' ? 'update' : 'correct',
  });
}

async function changesSince(context: Context, liveRevisionId: string | null, after: RevisionText) {
  const before = liveRevisionId && (await findRevision(context.db, liveRevisionId));
  if (!before) return [];
  const lines = (text: RevisionText): string[] => [text.title, text.lead, ...paragraphsOf(text.body)];
  return findWordChanges(lines(textOf(before)), lines(after));
}

async function assemble(
  context: Context,
  ports: NewsroomPorts,
  input: {
    locked: LockedEdition;
    revision: RevisionText;
    manifestRow: { canonical: string; hash: string };
    slug: string;
    now: Date;
  },
): Promise<PublicSnapshot> {
  const { story, edition } = input.locked;
  const { language } = edition;
  const changes = await findPublicChanges(context.db, edition.id);
  const theme = await readStoryTheme(context.db, story.id);
  const sender = await readSenderNames(context.db, story.unit_id);
  const before = await findSnapshot(context.db, edition.id);
  const themeTitle = theme?.titles[`${language}-x-short`] ?? theme?.titles[language] ?? theme?.titles.vi;
  return buildSnapshot({
    story: { id: story.id, kind: story.kind, isExample: story.is_example || ports.isExample },
    edition: { id: edition.id, code: edition.code, language, slug: input.slug, isMachineMade: edition.is_machine_made },
    revision: input.revision,
    manifest: readManifest(input.manifestRow.canonical),
    manifestHash: input.manifestRow.hash,
    theme: theme && themeTitle ? { key: themeKeyOf(theme), title: themeTitle } : null,
    byUnit: sender[language] ?? sender.vi ?? '',
    publishedAt: before?.published_at ?? input.now,
    updatedAt: input.now,
    history: changes.map((change) => ({
      at: change.created_at.toISOString(),
      type: change.kind,
      note: change.note,
      changes: change.changes,
    })),
  });
}

// A theme that data/themes.json does not know is keyed by its path in the directive; an address needs words.
function themeKeyOf(theme: { key: string; titles: Record<string, string> }): string {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(theme.key) ? theme.key : slugOf(theme.titles.vi ?? theme.key);
}

/** Signs and stores what is public now. */
export async function storeSnapshot(context: Context, ports: NewsroomPorts, snapshot: PublicSnapshot): Promise<void> {
  const jws = await ports.signItem(signedPayloadOf(snapshot));
  await upsertSnapshot(context.db, {
    edition_id: snapshot.editionId,
    code: snapshot.code,
    language: snapshot.language,
    path: publicPathOf(snapshot),
    state: snapshot.state,
    snapshot: JSON.stringify({ ...snapshot, jws }),
    manifest_hash: snapshot.manifestHash,
    published_at: new Date(snapshot.publishedAt),
    updated_at: new Date(snapshot.updatedAt),
  });
}
