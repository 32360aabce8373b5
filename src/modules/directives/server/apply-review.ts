import type { ClauseChange, ReviewedDirective, StructureStep } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';
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
  const read = new Set(clause.units.map((unit) => unit.unitId));
  const isAsRead = change.unitIds.length === read.size && change.unitIds.every((unitId) => read.has(unitId));
  return {
    ...clause,
    title,
    text,
    nature,
    mode,
    units: isAsRead ? clause.units : [...new Set(change.unitIds)].map((unitId) => ({ text: '', unitId })),
    channels: [...new Set(change.channelIds)].map(
      (channelId) => clause.channels.find((channel) => channel.channelId === channelId) ?? { text: '', channelId },
    ),
  };
}
