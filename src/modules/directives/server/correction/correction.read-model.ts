import type { Context } from '../../../../platform/context.ts';
import { notFound } from '../../../../platform/errors/errors.ts';
import type { Correction } from '../../directives.correction.contract.ts';
import { unknownDirective } from '../directives.errors.ts';
import { canDirective } from '../directives.policy.ts';
import { rowColumns, toRow } from '../directives.read-model.ts';
import { listClauses } from '../parser/clause-queries.ts';
import { findSameDocuments, readStandingClauses } from './correction.repository.ts';
import { matchEditions } from './match-editions.ts';

/** A document in review beside the confirmed one whose corrected edition it may be. */
export async function readCorrection(
  context: Context,
  input: { id: string; targetId?: string | undefined },
): Promise<Correction> {
  const { db } = context;
  const directive = await db.selectFrom('directive').selectAll().where('id', '=', input.id).executeTakeFirst();
  if (!directive || !canDirective(context.actor, 'read', directive)) throw notFound();
  const apply = canDirective(context.actor, 'confirm', directive);
  if (directive.state !== 'in_review')
    return { candidates: [], target: null, rows: [], earlier: [], abilities: { apply } };
  const ids = await findSameDocuments(db, directive);
  const wanted = input.targetId === undefined ? ids : [...ids, input.targetId];
  const found = await db
    .selectFrom('directive')
    .select([...rowColumns])
    .where('id', 'in', wanted.length === 0 ? [directive.id] : wanted)
    .where('state', '=', 'confirmed')
    .execute();
  const candidates = ids.flatMap((id) => found.filter((row) => row.id === id)).map(toRow);
  if (input.targetId === undefined) return { candidates, target: null, rows: [], earlier: [], abilities: { apply } };
  const target = found.find((row) => row.id === input.targetId);
  if (!target) throw unknownDirective();
  const earlier = await readStandingClauses(db, target.id);
  const clauses = listClauses(directive.parsed).map(({ clause }) => ({ path: clause.path, text: clause.text }));
  const same = matchEditions(clauses, earlier);
  return {
    candidates,
    target: toRow(target),
    rows: clauses.map((clause) => ({ ...clause, earlierId: same.get(clause.path) ?? null })),
    earlier,
    abilities: { apply },
  };
}
