import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { StoryDetail } from '../newsroom.shapes.contract.ts';
import { findUnknownClauses, readConfirmedClauses } from './newsroom.clauses.read-model.ts';
import { clauseUnknown } from './newsroom.errors.ts';
import { isApproverOf, mayWriteStory } from './newsroom.policy.ts';
import { readStoryDetail } from './newsroom.read-model.ts';
import { lockStory, replaceClauses, updateStory } from './newsroom.repository.ts';
import { isStoryVisible } from './newsroom.visibility.read-model.ts';

/** A person says which clauses of the directive the story serves: from here the plan counts its receipts. */
export async function confirmClauses(
  outer: Context,
  input: {
    storyId: string;
    version: number;
    confirmed: readonly string[];
    declined: readonly string[];
    noClauseReason: string | null;
  },
): Promise<StoryDetail> {
  return inTransaction(outer, async (context) => {
    const locked = await lockStory(context.db, input.storyId);
    if (!locked || !(await isStoryVisible(context, input.storyId))) throw notFound();
    const { story, subject } = locked;
    if (!mayWriteStory(context.actor, subject) && !isApproverOf(context.actor, subject)) throw notPermitted();
    if (story.version !== input.version) throw versionConflict({ current: story.version });
    const confirmed = [...new Set(input.confirmed)];
    const declined = [...new Set(input.declined)].filter((id) => !confirmed.includes(id));
    const before = await readConfirmedClauses(context.db, story.id);
    const added = [...confirmed, ...declined].filter((id) => !before.some((clause) => clause.clauseId === id));
    const unknown = await findUnknownClauses(context.db, story.id, added);
    if (unknown.length > 0) throw clauseUnknown({ clauseIds: unknown });
    const noClauseReason = confirmed.length > 0 ? null : input.noClauseReason?.normalize('NFC') || null;
    await replaceClauses(context.db, { storyId: story.id, confirmed, declined });
    await updateStory(context.db, story.id, { no_clause_reason: noClauseReason });
    const after = await readConfirmedClauses(context.db, story.id);
    const pathsOf = (clauses: typeof after) =>
      clauses.filter((clause) => clause.state === 'confirmed').map((clause) => clause.path);
    await recordAudit(context, {
      subjectKind: 'story',
      subjectId: story.id,
      action: 'newsroom.confirm_clauses',
      before: { clauses: pathsOf(before) },
      after: { clauses: pathsOf(after) },
      ...(noClauseReason ? { reason: noClauseReason } : {}),
    });
    return readStoryDetail(context, story.id);
  });
}
