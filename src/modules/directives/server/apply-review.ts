import type { ClauseChange, ReviewedDirective } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';

export interface Review {
  readonly heading: {
    number: number | null;
    symbol: string | null;
    subject: string;
    date: string | null;
    year: number | null;
  };
  readonly clauses: readonly ClauseChange[];
  readonly decisions: Readonly<Record<string, 'accepted' | 'declined'>>;
}

/** Pure: the directive as a person corrected it. A slip accepted now is mended in the clause in whose source it stands. */
export function applyReview(current: ReviewedDirective, review: Review): ReviewedDirective {
  const changes = new Map(review.clauses.map((change) => [change.path, change]));
  const accepted = current.repairs.filter(
    (repair, index) =>
      repair.kind === 'recognition-slip' &&
      review.decisions[index] === 'accepted' &&
      current.decisions[index] !== 'accepted',
  );
  const revise = (clause: ParsedClause): ParsedClause => {
    const change = changes.get(clause.path);
    const changed = change ? changeClause(clause, change) : clause;
    const repairs = accepted.filter((repair) => repair.at >= clause.source.from && repair.at < clause.source.to);
    const mend = (text: string) =>
      repairs.reduce((wording, repair) => wording.replace(repair.before, repair.after), text);
    return {
      ...changed,
      title: changed.title === null ? null : mend(changed.title),
      text: mend(changed.text),
      children: clause.children.map(revise),
    };
  };
  return {
    ...current,
    ...review.heading,
    clauses: current.clauses.map(revise),
    decisions: { ...current.decisions, ...review.decisions },
  };
}

/** A unit that a person added rests on no words of the text: its mention is empty. */
function changeClause(clause: ParsedClause, change: ClauseChange): ParsedClause {
  const { title, text, nature, mode } = change;
  return {
    ...clause,
    title,
    text,
    nature,
    mode,
    units: change.unitIds.map((unitId) => clause.units.find((unit) => unit.unitId === unitId) ?? { text: '', unitId }),
    channels: change.channelIds.map(
      (channelId) => clause.channels.find((channel) => channel.channelId === channelId) ?? { text: '', channelId },
    ),
  };
}
