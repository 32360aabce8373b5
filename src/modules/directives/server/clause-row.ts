import type { ClauseMode } from '../directives.parsed.ts';
import type { ClauseTable } from './directives.tables.ts';
import { type PlacedClause, responsibleUnits, shortTitle, supportingUnits } from './parser/clause-queries.ts';

/** Pure: a clause as it stands once its directive is confirmed, with what it takes from the headings above it. */
export function clauseRow(
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
    withdrawn_at: null,
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
