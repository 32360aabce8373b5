import { recordAudit } from '../../../../platform/audit/audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../../platform/errors/errors.ts';
import { citeDirective } from '../cite-directive.ts';
import { notBothConfirmed, unknownClause } from '../directives.errors.ts';
import { canDirective } from '../directives.policy.ts';
import { lockDirective } from '../directives.repository.ts';
import { countClauses, lockLink, replacePairs, updateLink } from './chain.repository.ts';

/** A person says which clause carries out which; to do so is to confirm that the documents are linked. */
export async function choosePairs(
  outer: Context,
  input: {
    directiveId: string;
    linkId: string;
    version: number;
    pairs: readonly { clauseId: string; upperId: string }[];
  },
): Promise<void> {
  await inTransaction(outer, async (context) => {
    const lower = await lockDirective(context.db, input.directiveId);
    if (!lower || !canDirective(context.actor, 'read', lower)) throw notFound();
    if (!canDirective(context.actor, 'link', lower)) throw notPermitted();
    const link = await lockLink(context.db, { id: input.linkId, directiveId: input.directiveId });
    if (!link) throw notFound();
    if (link.version !== input.version) throw versionConflict({ current: link.version });
    const upper = link.target_id === null ? undefined : await lockDirective(context.db, link.target_id);
    if (lower.state !== 'confirmed' || upper?.state !== 'confirmed' || link.state === 'refused')
      throw notBothConfirmed();
    await refuseStrangers(context, { directiveId: lower.id, ids: input.pairs.map((pair) => pair.clauseId) });
    await refuseStrangers(context, { directiveId: upper.id, ids: input.pairs.map((pair) => pair.upperId) });
    const at = context.clock.now();
    const { personId } = context.actor;
    await replacePairs(context.db, { linkId: link.id, pairs: input.pairs, personId, at });
    const decision = { state: 'confirmed' as const, decided_by: personId, decided_at: at };
    await updateLink(context.db, link.id, {
      ...(link.state === 'proposed' ? decision : {}),
      version: link.version + 1,
    });
    await recordAudit(context, {
      subjectKind: 'directive',
      subjectId: lower.id,
      action: 'pair_clauses',
      after: { document: citeDirective({ ...upper, issuedOn: upper.issued_on }), pairs: input.pairs.length },
    });
  });
}

async function refuseStrangers(context: Context, input: { directiveId: string; ids: string[] }): Promise<void> {
  const ids = [...new Set(input.ids)];
  if ((await countClauses(context.db, { directiveId: input.directiveId, ids })) !== ids.length)
    throw unknownClause({ path: '' });
}
