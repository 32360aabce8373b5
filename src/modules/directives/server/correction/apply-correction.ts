import { recordAudit } from '../../../../platform/audit/audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../../platform/errors/errors.ts';
import { emitEvent } from '../../../../platform/events/events.ts';
import { newId } from '../../../../platform/ids/ids.ts';
import { removeSearchDocument } from '../../../../platform/search/search-document.ts';
import { directiveCorrected } from '../../directives.events.ts';
import { deleteProposedLinks } from '../chain/chain.repository.ts';
import { proposeLinks } from '../chain/propose-links.ts';
import { clauseRow } from '../clause-row.ts';
import { alreadyConfirmed, noClauses, noSubject, unknownClause, unknownDirective } from '../directives.errors.ts';
import { canDirective } from '../directives.policy.ts';
import { type DirectiveRecord, lockDirective, searchKind, updateDirective } from '../directives.repository.ts';
import { indexDirective } from '../directives.search.ts';
import { listClauses } from '../parser/clause-queries.ts';
import { type EarlierClause, readStandingClauses, replaceClauses, withdrawClauses } from './correction.repository.ts';

export interface ApplyCorrection {
  readonly id: string;
  readonly targetId: string;
  readonly version: number;
  /** Path of a clause in the corrected edition, id of the clause that it is. */
  readonly pairs: readonly { readonly path: string; readonly earlierId: string }[];
}

/**
 * The corrected edition takes the place of the confirmed directive, which keeps its id, its plan and all that was done; the
 * earlier text becomes an edition that can still be read at the address of the corrected one.
 */
export async function applyCorrection(outer: Context, input: ApplyCorrection): Promise<void> {
  await inTransaction(outer, async (context) => {
    const corrected = await lockDirective(context.db, input.id);
    if (!corrected || !canDirective(context.actor, 'read', corrected)) throw notFound();
    if (corrected.state !== 'in_review') throw alreadyConfirmed();
    if (!canDirective(context.actor, 'confirm', corrected)) throw notPermitted();
    if (corrected.version !== input.version) throw versionConflict({ current: corrected.version });
    const target = await lockDirective(context.db, input.targetId);
    if (target?.state !== 'confirmed') throw unknownDirective();
    if (corrected.subject.trim() === '') throw noSubject();
    if (corrected.parsed.clauses.length === 0) throw noClauses();
    const earlier = await readStandingClauses(context.db, target.id);
    const known = checkPairs(corrected, earlier, input.pairs);
    const now = context.clock.now();
    const rows = listClauses(corrected.parsed).map((placed, position) => {
      const id = known.get(placed.clause.path) ?? newId(now.getTime());
      return clauseRow(placed, { id, directiveId: target.id, position, now });
    });
    const kept = rows.filter((row) => known.has(row.path));
    const added = rows.filter((row) => !known.has(row.path));
    const keptIds = new Set(known.values());
    const gone = earlier.filter((clause) => !keptIds.has(clause.id));
    await replaceClauses(context.db, { directiveId: target.id, kept, added });
    const stayed = await withdrawClauses(context.db, { rows: gone, fromPosition: rows.length, at: now });
    await swapEditions(context, { corrected, target });
    const texts = new Map(earlier.map((clause) => [clause.id, clause.text]));
    await recordAudit(context, {
      subjectKind: 'directive',
      subjectId: target.id,
      action: 'correct',
      after: {
        changed: kept.filter((row) => texts.get(row.id) !== row.text).length,
        added: added.length,
        withdrawn: gone.length,
        keptWithWork: stayed,
      },
    });
    await emitEvent(context, directiveCorrected, {
      directiveId: target.id,
      addedClauseIds: added.map((row) => row.id),
    });
  });
}

/** Each pair names a clause of either side, and none twice. */
function checkPairs(
  corrected: DirectiveRecord,
  earlier: readonly EarlierClause[],
  pairs: ApplyCorrection['pairs'],
): Map<string, string> {
  const paths = new Set(listClauses(corrected.parsed).map(({ clause }) => clause.path));
  const ids = new Set(earlier.map((clause) => clause.id));
  const stranger = pairs.find((pair) => !paths.has(pair.path) || !ids.has(pair.earlierId));
  const known = new Map(pairs.map((pair) => [pair.path, pair.earlierId]));
  if (stranger || known.size !== pairs.length || new Set(known.values()).size !== pairs.length)
    throw unknownClause({ path: stranger?.path ?? '' });
  return known;
}

const textOf = (from: DirectiveRecord) => ({
  kind: from.kind,
  number: from.number,
  symbol: from.symbol,
  subject: from.subject,
  issuer: from.issuer,
  place: from.place,
  issued_on: from.issued_on,
  year: from.year,
  source_name: from.source_name,
  source_text: from.source_text,
  source_sha256: from.source_sha256,
  source_kind: from.source_kind,
  read_warnings: from.read_warnings,
  file_sha256: from.file_sha256,
  file_bytes: from.file_bytes,
  parsed: from.parsed,
});

async function swapEditions(
  context: Context,
  { corrected, target }: { corrected: DirectiveRecord; target: DirectiveRecord },
): Promise<void> {
  await updateDirective(context.db, target.id, { ...textOf(corrected), version: target.version + 1 });
  await updateDirective(context.db, corrected.id, {
    ...textOf(target),
    state: 'replaced',
    edition_of: target.id,
    replaced_at: context.clock.now(),
    version: corrected.version + 1,
  });
  await deleteProposedLinks(context.db, corrected.id);
  await removeSearchDocument(context, { kind: searchKind, id: corrected.id });
  await indexDirective(context, target.id);
  await proposeLinks(context, { id: target.id, parsed: corrected.parsed });
}
