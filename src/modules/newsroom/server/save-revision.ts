import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { readVisibleAssetIds } from '../../media/index.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { isStorable, readBody } from './newsroom.body.ts';
import { bodyNotValid, idTaken, pictureUnknown } from './newsroom.errors.ts';
import { assetIdsOf, hashRevision, type RevisionText } from './newsroom.manifest.ts';
import { prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import {
  findEditions,
  findRevision,
  insertRevision,
  insertTransition,
  type LockedEdition,
  lockEdition,
  textOf,
  updateEdition,
} from './newsroom.repository.ts';
import { indexEdition } from './newsroom.search.ts';
import { isStoryVisible } from './newsroom.visibility.read-model.ts';
import { nextWorkState } from './newsroom.workflow.ts';

export interface SaveInput {
  readonly editionId: string;
  readonly revisionId?: string | undefined;
  readonly version: number;
  readonly title: string;
  readonly lead: string;
  readonly body: unknown;
  readonly coverAssetId: string | null;
  readonly sourceRevisionId?: string | undefined;
}

/** Saves a new, immutable revision. Who saves over a version that they have not seen is told who saved it and when. */
export async function saveRevision(outer: Context, input: SaveInput): Promise<StoryDetail> {
  const text = readText(input);
  return inTransaction(outer, async (context) => {
    const repeated = input.revisionId && (await findRevision(context.db, input.revisionId));
    if (repeated) return answerRepeated(context, input, repeated);
    const locked = await prepareMove(context, { ...input, action: 'save' });
    const { edition, current } = locked;
    await requirePictures(context, text, textOf(current));
    const sourceRevisionId = await followedSource(context, locked, input.sourceRevisionId);
    const hash = hashRevision(text);
    if (hash === current.hash && sourceRevisionId === edition.source_revision_id)
      return readStoryDetail(context, edition.story_id);
    const now = context.clock.now();
    const revisionId = input.revisionId ?? newId(now.getTime());
    await insertRevision(context.db, {
      id: revisionId,
      edition_id: edition.id,
      title: text.title,
      lead: text.lead,
      body: text.body,
      cover_asset_id: text.coverAssetId,
      hash,
      created_by: context.actor.personId,
      created_at: now,
    });
    const to = nextWorkState(edition.work_state, 'save') ?? edition.work_state;
    await updateEdition(context.db, edition.id, {
      current_revision_id: revisionId,
      source_revision_id: sourceRevisionId,
      work_state: to,
    });
    await indexEdition(context, edition.id);
    if (to !== edition.work_state) {
      await insertTransition(context, {
        editionId: edition.id,
        axis: 'work',
        action: 'save',
        from: edition.work_state,
        to,
        revisionId,
      });
    }
    // The text itself stands in the immutable revision; the history names it.
    await recordAudit(context, {
      subjectKind: 'edition',
      subjectId: edition.id,
      action: 'newsroom.save',
      before: { revision: current.number, title: current.title },
      after: { revision: current.number + 1, title: text.title, hash },
    });
    return readStoryDetail(context, edition.story_id);
  });
}

function readText(input: SaveInput): RevisionText {
  if (!isStorable(input.title)) throw bodyNotValid({ at: 'title', problem: 'characters' });
  if (!isStorable(input.lead)) throw bodyNotValid({ at: 'lead', problem: 'characters' });
  return {
    title: input.title.normalize('NFC'),
    lead: input.lead.normalize('NFC'),
    body: readBody(input.body),
    coverAssetId: input.coverAssetId,
  };
}

async function answerRepeated(
  context: Context,
  input: SaveInput,
  revision: { edition_id: string; created_by: string | null },
): Promise<StoryDetail> {
  const locked = await lockEdition(context.db, revision.edition_id);
  if (!locked || !(await isStoryVisible(context, locked.story.id))) throw notFound();
  if (revision.edition_id !== input.editionId || revision.created_by !== context.actor.personId) throw idTaken();
  return readStoryDetail(context, locked.story.id);
}

/** Only pictures that the person may see; those that stand in the text already may stay. */
async function requirePictures(context: Context, text: RevisionText, before: RevisionText): Promise<void> {
  const known = new Set(assetIdsOf(before));
  const added = assetIdsOf(text).filter((assetId) => !known.has(assetId));
  if (added.length === 0) return;
  const visible = new Set(await readVisibleAssetIds(context, added));
  const missing = added.find((assetId) => !visible.has(assetId));
  if (missing) throw pictureUnknown({ assetId: missing });
}

/** The revision of the source that a translation follows; it must be one of the source's own. */
async function followedSource(
  context: Context,
  locked: LockedEdition,
  wanted: string | undefined,
): Promise<string | null> {
  const { edition, editionSubject } = locked;
  if (!wanted || editionSubject.isSource) return edition.source_revision_id;
  const [source] = await findEditions(context.db, edition.story_id);
  const revision = await findRevision(context.db, wanted);
  if (!source || revision?.edition_id !== source.id) throw notFound();
  return wanted;
}
