import type { ParsedDirective } from '../../directives.parsed.ts';
import { listClauses } from '../parser/clause-queries.ts';
import type { CitingText } from './find-citations.ts';

/** Pure: the parts of a directive in which it may cite another. */
export function citingText(
  directive: Pick<ParsedDirective, 'subject' | 'preamble' | 'clauses' | 'closing'>,
): CitingText {
  return {
    subject: directive.subject,
    preamble: directive.preamble,
    body: [...listClauses(directive).map(({ clause }) => clause.text), ...directive.closing],
  };
}
