import { readDocument } from '../../../platform/documents/read/read-document.ts';
import { readPastedText } from '../../../platform/documents/read/read-text.ts';
import type { ReadDocument } from '../../../platform/documents/read/read-types.ts';
import type { ParsedDirective } from '../directives.parsed.ts';
import { DirectiveParseError } from './parser/directive-parse-error.ts';
import { parseDirective } from './parser/parse-directive.ts';
import { bearsSecrecyStamp } from './parser/secrecy-stamp.ts';
import { readLines } from './parser/source-lines.ts';

export interface DirectiveSource {
  readonly document: ReadDocument;
  readonly parsed: ParsedDirective;
}

/** A file in any form that is read, or pasted text, made into a tree. A secrecy mark counts wherever it stands, in a header too. */
export async function readSource(
  source: { bytes: Uint8Array } | { text: string },
  options: { report?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<DirectiveSource> {
  const document = 'bytes' in source ? await readDocument(source.bytes, options) : readPastedText(source.text);
  if (bearsSecrecyStamp(readLines(document.marginText))) throw new DirectiveParseError('directives.secret_document');
  return { document, parsed: parseDirective(document.text) };
}
