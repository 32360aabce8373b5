import type { ClauseChange, DirectiveDetail, StructureStep } from '../directives.contract.ts';
import type { ParsedClause, ParsedWarning } from '../directives.parsed.ts';
import { restructure } from '../directives.structure.ts';

export type Heading = Pick<DirectiveDetail['reviewed'], 'number' | 'symbol' | 'date' | 'year'> & { subject: string };

/** What the person has changed on the screen and not yet saved. */
export interface ReviewDraft {
  readonly heading: Heading;
  /** The tree as it stands after `structure`. */
  readonly clauses: readonly ParsedClause[];
  readonly structure: readonly StructureStep[];
  readonly changes: ReadonlyMap<string, ClauseChange>;
  readonly decisions: Readonly<Record<string, 'accepted' | 'declined'>>;
}

export function draftOf(detail: DirectiveDetail): ReviewDraft {
  const { number, symbol, subject, date, year } = detail.reviewed;
  return {
    heading: { number, symbol, subject: subject ?? '', date, year },
    clauses: detail.reviewed.clauses,
    structure: [],
    changes: new Map(),
    decisions: detail.reviewed.decisions,
  };
}

/** Takes one step of mending the tree; what was typed follows its clause to the new place. Null where it is not possible. */
export function stepDraft(draft: ReviewDraft, step: StructureStep, sourceText: string): ReviewDraft | null {
  const next = restructure(draft.clauses, step, sourceText);
  if (next === null) return null;
  const changes = new Map<string, ClauseChange>();
  for (const [path, change] of draft.changes) {
    const renamed = next.renamed.get(path);
    if (renamed !== undefined) changes.set(renamed, { ...change, path: renamed });
  }
  const flat = new Map(flatten(next.clauses).map(({ clause }) => [clause.path, clause]));
  // The step itself says what stands in the clauses that it took apart or put together.
  const rewritten = step.kind === 'split' ? next.renamed.get(step.path) : null;
  for (const [path, change] of changes) {
    const clause = flat.get(path);
    const isRewritten = path === rewritten || (step.kind === 'merge' && clause?.text === step.text);
    if (clause && isRewritten) changes.set(path, { ...change, title: clause.title, text: clause.text });
    else if (clause) changes.set(path, { ...change, title: clause.title === null ? null : change.text });
  }
  return { ...draft, clauses: next.clauses, structure: [...draft.structure, step], changes };
}

/** A clause as it may be changed; the starting point of an edit. */
export function changeOf(clause: ParsedClause): ClauseChange {
  return {
    path: clause.path,
    title: clause.title,
    text: clause.text,
    nature: clause.nature,
    mode: clause.mode,
    unitIds: clause.units.filter((unit) => unit.role === 'lead').map((unit) => unit.unitId),
    supportingUnitIds: clause.units.filter((unit) => unit.role === 'supporting').map((unit) => unit.unitId),
    channelIds: clause.channels.map((channel) => channel.channelId),
    dueOn: clause.dueOn,
    rhythm: clause.rhythm,
    expected: clause.expected,
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
