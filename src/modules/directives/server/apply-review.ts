import type { ClauseChange, ReviewedDirective, StructureStep } from '../directives.contract.ts';
import type { ParsedClause, UnitMention } from '../directives.parsed.ts';
import { mendClause, mendParts, openSlips } from './mend-slips.ts';

export interface Review {
  readonly heading: {
    number: number | null;
    symbol: string | null;
    subject: string;
    date: string | null;
    year: number | null;
  };
  readonly structure?: readonly StructureStep[];
  readonly clauses: readonly ClauseChange[];
  readonly decisions: Readonly<Record<string, 'accepted' | 'declined'>>;
}

/** Pure: the directive as a person corrected it. A slip accepted now is mended where it stands: in its clause, else in its part. */
export function applyReview(current: ReviewedDirective, review: Review): ReviewedDirective {
  const changes = new Map(review.clauses.map((change) => [change.path, change]));
  const slips = openSlips(current, review.decisions);
  const revise = (clause: ParsedClause): ParsedClause => {
    const change = changes.get(clause.path);
    const changed = change ? changeClause(clause, change) : clause;
    return { ...mendClause(changed, slips), children: clause.children.map(revise) };
  };
  const changed = {
    ...current,
    ...review.heading,
    clauses: current.clauses.map(revise),
    decisions: { ...current.decisions, ...review.decisions },
  };
  return mendParts(changed, slips);
}

/**
 * A unit or channel that a person chose rests on no words of the text: its mention is empty.
 * Where the units differ from those that were read, all of them are the person's choice.
 */
function changeClause(clause: ParsedClause, change: ClauseChange): ParsedClause {
  const { title, text, nature, mode } = change;
  return {
    ...clause,
    title,
    text,
    nature,
    mode,
    dueOn: change.dueOn === undefined ? clause.dueOn : change.dueOn,
    rhythm: change.rhythm === undefined ? clause.rhythm : change.rhythm,
    expected: change.expected === undefined ? clause.expected : change.expected,
    units: changeUnits(clause.units, change),
    channels: [...new Set(change.channelIds)].map(
      (channelId) => clause.channels.find((channel) => channel.channelId === channelId) ?? { text: '', channelId },
    ),
  };
}

function changeUnits(units: readonly UnitMention[], change: ClauseChange): UnitMention[] {
  const leads = chosen(units, change.unitIds, 'lead');
  const supporting =
    change.supportingUnitIds === undefined
      ? units.filter((unit) => unit.role === 'supporting')
      : chosen(units, change.supportingUnitIds, 'supporting');
  const taken = new Set([...leads, ...supporting].map((unit) => unit.unitId));
  return [
    ...leads,
    ...supporting.filter((unit) => !leads.some((lead) => lead.unitId === unit.unitId)),
    ...units.filter((unit) => unit.role === 'named' && !taken.has(unit.unitId)),
  ];
}

function chosen(units: readonly UnitMention[], ids: readonly string[], role: 'lead' | 'supporting'): UnitMention[] {
  const read = units.filter((unit) => unit.role === role);
  const isAsRead = ids.length === read.length && read.every((unit) => ids.includes(unit.unitId));
  return isAsRead ? read : [...new Set(ids)].map((unitId) => ({ text: '', unitId, role }));
}
