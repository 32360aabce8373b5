import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { directiveConfirmed } from '../directives.events.ts';
import type { ClauseMode } from '../directives.parsed.ts';
import { alreadyConfirmed, noClauses, noSubject } from './directives.errors.ts';
import { canDirective } from './directives.policy.ts';
import { insertClauses, lockDirective, updateDirective } from './directives.repository.ts';
import { indexDirective } from './directives.search.ts';
import type { ClauseTable } from './directives.tables.ts';
import {
  listClauses,
  type PlacedClause,
  responsibleUnits,
  shortTitle,
  supportingUnits,
} from './parser/clause-queries.ts';

/** The tree stands from now on; the plan is proposed from it by whoever listens. */
export async function confirmDirective(
  context: Context,
  input: { id: string; version: number; proposesPlan?: boolean | undefined },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const directive = await lockDirective(inside.db, input.id);
    if (!directive || !canDirective(inside.actor, 'read', directive)) throw notFound();
    if (directive.state === 'confirmed') throw alreadyConfirmed();
    if (!canDirective(inside.actor, 'confirm', directive)) throw notPermitted();
    if (directive.version !== input.version) throw versionConflict({ current: directive.version });
    // Confirming is final, and the plan takes its name from the subject: half a document waits until it is completed.
    if (directive.subject.trim() === '') throw noSubject();
    if (directive.parsed.clauses.length === 0) throw noClauses();
    const now = inside.clock.now();
    const placed = listClauses(directive.parsed);
    await insertClauses(
      inside.db,
      placed.map((clause, position) =>
        clauseRow(clause, { id: newId(now.getTime()), directiveId: input.id, position, now }),
      ),
    );
    await updateDirective(inside.db, input.id, {
      state: 'confirmed',
      confirmed_by: inside.actor.personId,
      confirmed_at: now,
      version: directive.version + 1,
    });
    await indexDirective(inside, input.id);
    const after = { clauses: placed.length };
    await recordAudit(inside, { subjectKind: 'directive', subjectId: input.id, action: 'confirm', after });
    await emitEvent(inside, directiveConfirmed, { directiveId: input.id, proposesPlan: input.proposesPlan ?? true });
  });
}

function clauseRow(
  placed: PlacedClause,
  at: { id: string; directiveId: string; position: number; now: Date },
): ClauseTable {
  const { clause, above } = placed;
  return {
    id: at.id,
    directive_id: at.directiveId,
    path: clause.path,
    parent_path: above.at(-1)?.path ?? null,
    position: at.position,
    depth: above.length,
    label: clause.label,
    title: clause.title ?? '',
    text: clause.text,
    short_title: shortTitle(clause),
    nature: clause.nature,
    mode: nearestMode(placed),
    is_leaf: clause.children.length === 0,
    source_from: clause.source.from,
    source_to: clause.source.to,
    unit_ids: chargedUnits(placed),
    channel_ids: namedChannels(placed),
    dates: clause.dates,
    supporting_unit_ids: supportingUnits(placed),
    due_on: clause.dueOn,
    rhythm: clause.rhythm,
    expected_kind: clause.expected?.kind ?? '',
    expected_count: clause.expected?.count ?? 0,
    created_at: at.now,
  };
}

function nearestMode({ clause, above }: PlacedClause): ClauseMode | null {
  return clause.mode ?? above.findLast((heading) => heading.mode !== null)?.mode ?? null;
}

/** The channels that a clause names; a duty that names none has those of the nearest heading. */
function namedChannels({ clause, above }: PlacedClause): string[] {
  const inherited = clause.nature === 'assignment' ? above.toReversed() : [];
  const naming = [clause, ...inherited].find((each) => each.channels.length > 0);
  return (naming?.channels ?? []).map((channel) => channel.channelId);
}

/** What a person entered (a mention without words) goes before what the text suggests. */
function chargedUnits(placed: PlacedClause): string[] {
  const leads = placed.clause.units.filter((unit) => unit.role === 'lead');
  return leads.some((unit) => unit.text === '') ? leads.map((unit) => unit.unitId) : responsibleUnits(placed);
}
