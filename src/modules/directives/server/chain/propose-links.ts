import type { Context } from '../../../../platform/context.ts';
import { newId } from '../../../../platform/ids/ids.ts';
import type { ReviewedDirective } from '../../directives.contract.ts';
import { deleteProposedLinks, insertProposedLinks, resolveCitations } from './chain.repository.ts';
import { citingText } from './citing-text.ts';
import { findCitations } from './find-citations.ts';

/**
 * Inside the transaction that read or corrected the directive: what its text cites is proposed as links, and open citations
 * of other documents find this one. What a person has decided stays.
 */
export async function proposeLinks(
  context: Context,
  directive: { readonly id: string; readonly parsed: ReviewedDirective },
): Promise<void> {
  const now = context.clock.now();
  await deleteProposedLinks(context.db, directive.id);
  await insertProposedLinks(
    context.db,
    findCitations(citingText(directive.parsed)).map((each) => ({
      id: newId(now.getTime()),
      directive_id: directive.id,
      relation: each.relation,
      target_id: null,
      cited_kind: each.kind,
      cited_number: each.number,
      cited_symbol: each.symbol,
      cited_on: each.date,
      cited_issuer: each.issuer,
      words: each.words,
      state: 'proposed',
      decided_by: null,
      decided_at: null,
      created_at: now,
    })),
  );
  await resolveCitations(context.db, directive.id);
}
