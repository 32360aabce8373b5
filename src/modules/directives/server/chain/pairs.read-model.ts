import type { Context } from '../../../../platform/context.ts';
import { notFound } from '../../../../platform/errors/errors.ts';
import { matchClauses } from '../../../../platform/search/likeness.ts';
import type { ClausePairs } from '../../directives.chain.contract.ts';
import { notBothConfirmed } from '../directives.errors.ts';
import { canDirective } from '../directives.policy.ts';
import { rowColumns, toRow } from '../directives.read-model.ts';
import { readLinks } from './chain.read-model.ts';

/** More leaf clauses than this on a side are not compared: each with each is too many. */
const clausesAtMost = 1_000;

/** Clause beside clause of two linked directives. Both must be confirmed: before that they have no clauses that stand. */
export async function readClausePairs(
  context: Context,
  input: { directiveId: string; linkId: string },
): Promise<ClausePairs> {
  const { db } = context;
  const [link] = await readLinks(context, { id: input.directiveId, end: 'lower', linkId: input.linkId });
  const lower = await db
    .selectFrom('directive')
    .select([...rowColumns])
    .where('id', '=', input.directiveId)
    .executeTakeFirst();
  if (!link || !lower || !canDirective(context.actor, 'read', lower)) throw notFound();
  if (link.state !== 'confirmed' && !canDirective(context.actor, 'link', lower)) throw notFound();
  if (lower.state !== 'confirmed' || link.directive?.state !== 'confirmed') throw notBothConfirmed();
  const leaves = (directiveId: string) =>
    db
      .selectFrom('clause')
      .select(['id', 'path', 'text'])
      .where('directive_id', '=', directiveId)
      .where('is_leaf', '=', true)
      .where('withdrawn_at', 'is', null)
      .orderBy('position')
      .limit(clausesAtMost)
      .execute();
  const [ours, theirs, chosen] = await Promise.all([
    leaves(input.directiveId),
    leaves(link.directive.id),
    db.selectFrom('clause_link').select(['clause_id', 'upper_clause_id']).where('link_id', '=', input.linkId).execute(),
  ]);
  const proposed = new Map(matchClauses(ours, theirs).map((pair) => [pair.clauseId, pair]));
  const upperIds = Map.groupBy(chosen, (row) => row.clause_id);
  return {
    link,
    lower: toRow(lower),
    upperClauses: theirs,
    rows: ours.map((clause) => {
      const pair = proposed.get(clause.id);
      return {
        ...clause,
        upperIds: (upperIds.get(clause.id) ?? []).map((row) => row.upper_clause_id),
        proposed: pair ? { upperId: pair.fromClauseId, similarity: pair.similarity } : null,
      };
    }),
    abilities: { link: canDirective(context.actor, 'link', lower) },
  };
}
