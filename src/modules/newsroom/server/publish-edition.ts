import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { transitionNotAllowed } from '../../../platform/errors/errors.ts';
import type { Publication } from '../newsroom.edition.contract.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { makeEditionLive } from './make-edition-live.ts';
import { publishTimePassed } from './newsroom.errors.ts';
import { publishDueJob } from './newsroom.jobs.ts';
import { type NewsroomPorts, prepareMove } from './newsroom.moves.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { insertTransition, type LockedEdition, updateEdition } from './newsroom.repository.ts';
import { nextPublicState } from './newsroom.workflow.ts';

/** Publishes what is approved: now, at a time, or takes it off the schedule. */
export async function publishEdition(
  outer: Context,
  ports: NewsroomPorts,
  input: { editionId: string; version: number; publication: Publication },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const action = input.publication.when === 'later' ? 'unschedule' : 'publish';
    const locked = await prepareMove(context, { ...input, action });
    if (input.publication.when === 'later') await takeOffSchedule(context, locked);
    else await letGoOut(context, ports, locked, input.publication);
    return readStoryDetail(context, locked.story.id);
  });
}

/** Carries a decision about the time out. `locked` is the edition with its approved manifest. */
export async function letGoOut(
  context: Context,
  ports: NewsroomPorts,
  locked: LockedEdition,
  publication: Publication,
): Promise<void> {
  if (publication.when === 'later') return;
  if (publication.when === 'now') {
    await updateEdition(context.db, locked.edition.id, { not_before: null });
    await makeEditionLive(context, ports, locked.edition.id);
    return;
  }
  await schedule(context, locked, new Date(publication.publishAt));
}

async function schedule(context: Context, locked: LockedEdition, publishAt: Date): Promise<void> {
  const { edition } = locked;
  if (publishAt <= context.clock.now()) throw publishTimePassed();
  const to = nextPublicState(edition.public_state, 'schedule');
  if (to === null) throw transitionNotAllowed({ publicState: edition.public_state });
  await updateEdition(context.db, edition.id, { public_state: to, not_before: publishAt });
  await recordPublicMove(context, locked, { action: 'schedule', to, details: { publishAt: publishAt.toISOString() } });
  // The job comes on time; if it is lost, the sweep of each minute finds the row.
  await context.jobs.enqueue(context, publishDueJob, {}, { startAfter: publishAt });
}

/** Does nothing for what is not scheduled. */
export async function takeOffSchedule(context: Context, locked: LockedEdition): Promise<void> {
  const { edition, editionSubject } = locked;
  if (!editionSubject.isScheduled) return;
  const to = nextPublicState(edition.public_state, 'unschedule');
  if (to === null) throw transitionNotAllowed({ publicState: edition.public_state });
  await updateEdition(context.db, edition.id, { public_state: to, not_before: null });
  await recordPublicMove(context, locked, { action: 'unschedule', to, details: {} });
}

async function recordPublicMove(
  context: Context,
  { edition }: LockedEdition,
  move: { action: 'schedule' | 'unschedule'; to: string; details: Record<string, unknown> },
): Promise<void> {
  await insertTransition(context, {
    editionId: edition.id,
    axis: 'public',
    action: move.action,
    from: edition.public_state,
    to: move.to,
    revisionId: edition.current_revision_id,
  });
  await recordAudit(context, {
    subjectKind: 'edition',
    subjectId: edition.id,
    action: `newsroom.${move.action}`,
    before: { publicState: edition.public_state },
    after: { publicState: move.to, language: edition.language, ...move.details },
  });
}
