import { type ApplicationError, defineError } from '../../../platform/errors/errors.ts';
import { DirectiveParseError, type DirectiveParseErrorCode } from './parser/directive-parse-error.ts';

export const alreadyConfirmed = defineError('directives.already_confirmed', 409);
export const unknownClause = defineError('directives.unknown_clause', 422);
export const stepNotPossible = defineError('directives.step_not_possible', 422);
export const unknownUnit = defineError('directives.unknown_unit', 422);
export const unknownChannel = defineError('directives.unknown_channel', 422);
export const noClauses = defineError('directives.no_clauses', 422);
export const noSubject = defineError('directives.no_subject', 422);
export const linkLoop = defineError('directives.link_loop', 422);
export const linkKnown = defineError('directives.link_known', 409);
export const unknownDirective = defineError('directives.unknown_directive', 422);
export const notBothConfirmed = defineError('directives.not_both_confirmed', 422);
export const idTaken = defineError('directives.id_taken', 409);
export const emptyDocument = defineError('directives.empty_document', 422);
export const documentTooLarge = defineError('directives.document_too_large', 413);
export const notText = defineError('directives.not_text', 422);
export const notVietnamese = defineError('directives.not_vietnamese', 422);
export const secretDocument = defineError('directives.secret_document', 422);

const refusals: Readonly<Record<DirectiveParseErrorCode, () => ApplicationError>> = {
  'directives.empty_document': emptyDocument,
  'directives.document_too_large': documentTooLarge,
  'directives.not_text': notText,
  'directives.not_vietnamese': notVietnamese,
  'directives.secret_document': secretDocument,
};

/** The parser's refusal as an answer to the person; everything else passes as it is. */
export function explainRefusal(error: unknown): unknown {
  return error instanceof DirectiveParseError ? refusals[error.code]() : error;
}
