import { recordAudit } from '../../../../platform/audit/audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../../platform/errors/errors.ts';
import { newId } from '../../../../platform/ids/ids.ts';
import type { LinkRelation } from '../../directives.chain.contract.ts';
import { citeDirective } from '../cite-directive.ts';
import { linkKnown, linkLoop, unknownDirective } from '../directives.errors.ts';
import { canDirective } from '../directives.policy.ts';
import { lockDirective } from '../directives.repository.ts';
import { insertLink, lockLink, replacePairs, restsOn, updateLink } from './chain.repository.ts';

/** A person links a directive to another that is here. */
export async function addLink(
  outer: Context,
  input: { directiveId: string; relation: LinkRelation; targetId: string },
): Promise<void> {
  await inTransaction(outer, async (context) => {
    await lockForLinking(context, input.directiveId);
    const document = await checkTarget(context, input);
    const now = context.clock.now();
    const isNew = await insertLink(context.db, {
      id: newId(now.getTime()),
      directive_id: input.directiveId,
      relation: input.relation,
      target_id: input.targetId,
      cited_kind: null,
      cited_number: null,
      cited_symbol: null,
      cited_on: null,
      cited_issuer: null,
      words: '',
      state: 'confirmed',
      decided_by: context.actor.personId,
      decided_at: now,
      created_at: now,
    });
    if (!isNew) throw linkKnown();
    await recordLink(context, { ...input, document, action: 'link' });
  });
}

/** A person confirms a proposed link, as it is or corrected, or refuses it; a decision may be taken back by another. */
export async function decideLink(
  outer: Context,
  input: {
    directiveId: string;
    linkId: string;
    decision: 'confirmed' | 'refused';
    relation: LinkRelation;
    targetId: string | null;
    version: number;
  },
): Promise<void> {
  await inTransaction(outer, async (context) => {
    await lockForLinking(context, input.directiveId);
    const link = await lockLink(context.db, { id: input.linkId, directiveId: input.directiveId });
    if (!link) throw notFound();
    if (link.version !== input.version) throw versionConflict({ current: link.version });
    const { targetId } = input;
    const isLinked = input.decision === 'confirmed' && targetId !== null;
    const document = isLinked ? await checkTarget(context, { ...input, targetId }) : (link.cited_symbol ?? '');
    // Pairs of clauses were chosen for the two documents that were linked.
    if (!isLinked || targetId !== link.target_id)
      await replacePairs(context.db, { linkId: link.id, pairs: [], personId: null, at: context.clock.now() });
    await updateLink(context.db, link.id, {
      state: input.decision,
      relation: input.relation,
      target_id: targetId,
      decided_by: context.actor.personId,
      decided_at: context.clock.now(),
      version: link.version + 1,
    });
    await recordLink(context, { ...input, document, action: input.decision === 'confirmed' ? 'link' : 'unlink' });
  });
}

/** The directive is here, may be read and linked; it is locked until the link is made. */
async function lockForLinking(context: Context, directiveId: string): Promise<void> {
  const directive = await lockDirective(context.db, directiveId);
  if (!directive || !canDirective(context.actor, 'read', directive)) throw notFound();
  if (!canDirective(context.actor, 'link', directive)) throw notPermitted();
}

/** The document is here, may be read, and does not rest on this one; gives its citation. */
async function checkTarget(context: Context, input: { directiveId: string; targetId: string }): Promise<string> {
  const target = await lockDirective(context.db, input.targetId);
  if (!target || !canDirective(context.actor, 'read', target)) throw unknownDirective();
  if (await restsOn(context.db, input)) throw linkLoop();
  return citeDirective({ ...target, issuedOn: target.issued_on });
}

async function recordLink(
  context: Context,
  input: { directiveId: string; relation: LinkRelation; document: string; action: 'link' | 'unlink' },
): Promise<void> {
  await recordAudit(context, {
    subjectKind: 'directive',
    subjectId: input.directiveId,
    action: input.action,
    after: { relation: input.relation, document: input.document },
  });
}
