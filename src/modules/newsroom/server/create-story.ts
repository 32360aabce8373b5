import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import { newId, newPublicCode } from '../../../platform/ids/ids.ts';
import { readLanguages } from '../../organisation/index.ts';
import type { StoryDetail, StoryKind } from '../newsroom.shapes.contract.ts';
import { idTaken, languageUnknown } from './newsroom.errors.ts';
import { hashRevision } from './newsroom.manifest.ts';
import { mayCreateIn } from './newsroom.policy.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { insertEdition, insertRevision, insertStory, lockStory, updateEdition } from './newsroom.repository.ts';
import { indexEdition } from './newsroom.search.ts';
import { takeOccasion } from './take-occasion.ts';

/** Begins a story with its first edition, which holds an empty text under the working title. */
export async function createStory(
  outer: Context,
  ports: { isExample: boolean },
  input: {
    id?: string | undefined;
    kind: StoryKind;
    unitId: string;
    workingTitle: string;
    language: string;
    occasionId?: string | undefined;
  },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    if (!mayCreateIn(context.actor, input.unitId)) throw notPermitted();
    await requireLanguage(context, input.language);
    const now = context.clock.now();
    const id = input.id ?? newId(now.getTime());
    const workingTitle = input.workingTitle.normalize('NFC');
    const isNew = await insertStory(context.db, {
      id,
      kind: input.kind,
      unit_id: input.unitId,
      working_title: workingTitle,
      is_example: ports.isExample,
      created_by: context.actor.personId,
      created_at: now,
    });
    if (!isNew) {
      const before = await lockStory(context.db, id);
      if (before?.story.created_by !== context.actor.personId) throw idTaken();
      return readStoryDetail(context, id);
    }
    await beginEdition(context, {
      storyId: id,
      language: input.language,
      title: workingTitle,
      sourceRevisionId: null,
      isMachineMade: false,
    });
    if (input.occasionId) await takeOccasion(context, { storyId: id, dateId: input.occasionId });
    await recordAudit(context, {
      subjectKind: 'story',
      subjectId: id,
      action: 'newsroom.create_story',
      after: { workingTitle, kind: input.kind, unitId: input.unitId, language: input.language },
    });
    return readStoryDetail(context, id);
  });
}

export async function requireLanguage(context: Context, code: string): Promise<void> {
  const language = (await readLanguages(context.db)).find((one) => one.code === code);
  // A language that is only spoken has no written edition; it comes as sound.
  if (!language || language.isSpokenOnly) throw languageUnknown({ language: code });
}

export async function beginEdition(
  context: Context,
  input: {
    id?: string | undefined;
    storyId: string;
    language: string;
    title: string;
    sourceRevisionId: string | null;
    isMachineMade: boolean;
  },
): Promise<string> {
  const now = context.clock.now();
  const editionId = input.id ?? newId(now.getTime());
  const revisionId = newId(now.getTime());
  const text = { title: input.title, lead: '', body: { type: 'doc', content: [] } as const, coverAssetId: null };
  await insertEdition(context.db, {
    id: editionId,
    story_id: input.storyId,
    language: input.language,
    code: newPublicCode(),
    work_state: 'drafting',
    public_state: 'not_public',
    source_revision_id: input.sourceRevisionId,
    is_machine_made: input.isMachineMade,
    created_at: now,
  });
  await insertRevision(context.db, {
    id: revisionId,
    edition_id: editionId,
    title: text.title,
    lead: text.lead,
    body: text.body,
    cover_asset_id: null,
    hash: hashRevision(text),
    created_by: context.actor.personId,
    created_at: now,
  });
  await updateEdition(context.db, editionId, { current_revision_id: revisionId });
  await indexEdition(context, editionId);
  return editionId;
}
