import type { ClauseChange, DirectiveDetail } from '../directives.contract.ts';
import type { ParsedClause, ParsedWarning } from '../directives.parsed.ts';

export type Heading = Pick<DirectiveDetail['reviewed'], 'number' | 'symbol' | 'date' | 'year'> & { subject: string };

/** What the person has changed on the screen and not yet saved. */
export interface ReviewDraft {
  readonly heading: Heading;
  readonly changes: ReadonlyMap<string, ClauseChange>;
  readonly decisions: Readonly<Record<string, 'accepted' | 'declined'>>;
}

export function draftOf(detail: DirectiveDetail): ReviewDraft {
  const { number, symbol, subject, date, year } = detail.reviewed;
  return {
    heading: { number, symbol, subject: subject ?? '', date, year },
    changes: new Map(),
    decisions: detail.reviewed.decisions,
  };
}

/** A clause as it may be changed; the starting point of an edit. */
export function changeOf(clause: ParsedClause): ClauseChange {
  return {
    path: clause.path,
    title: clause.title,
    text: clause.text,
    nature: clause.nature,
    mode: clause.mode,
    unitIds: clause.units.map((unit) => unit.unitId),
    channelIds: clause.channels.map((channel) => channel.channelId),
  };
}

export function flatten(clauses: readonly ParsedClause[], depth = 0): { clause: ParsedClause; depth: number }[] {
  return clauses.flatMap((clause) => [{ clause, depth }, ...flatten(clause.children, depth + 1)]);
}

const filledBy: Partial<Record<ParsedWarning['code'], keyof Heading>> = {
  'number-blank': 'number',
  'symbol-missing': 'symbol',
  'date-blank': 'date',
  'date-invalid': 'date',
  'subject-missing': 'subject',
};

/** What was blank when the text was read, and has been filled in since, is no longer worth a note. */
export function openWarnings(warnings: readonly ParsedWarning[], heading: Heading): ParsedWarning[] {
  return warnings.filter(({ code }) => {
    const field = filledBy[code];
    return field === undefined || heading[field] === null || heading[field] === '';
  });
}
