/** Why a text is no directive that may be kept. Each code has its words in the module's locales. */
export type DirectiveParseErrorCode =
  | 'directives.empty_document'
  | 'directives.document_too_large'
  | 'directives.not_text'
  | 'directives.not_vietnamese'
  | 'directives.secret_document';

export class DirectiveParseError extends Error {
  readonly code: DirectiveParseErrorCode;
  constructor(code: DirectiveParseErrorCode) {
    super(code);
    this.name = 'DirectiveParseError';
    this.code = code;
  }
}
