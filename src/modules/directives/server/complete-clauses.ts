import type { ReviewedDirective } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';

type Stored = ParsedClause & { readonly times?: ParsedClause['times'] };

/** A directive that was read before the reader understood times and outputs has no place for them: they are empty. */
export function completeClauses(directive: ReviewedDirective): ReviewedDirective {
  const complete = (clause: Stored): ParsedClause => ({
    ...clause,
    times: clause.times ?? [],
    outputs: clause.outputs ?? [],
    themes: clause.themes ?? [],
    dueOn: clause.dueOn ?? null,
    rhythm: clause.rhythm ?? null,
    expected: clause.expected ?? null,
    units: clause.units.map((unit) => ({ ...unit, role: unit.role ?? 'lead' })),
    children: clause.children.map(complete),
  });
  return { ...directive, clauses: directive.clauses.map(complete) };
}
