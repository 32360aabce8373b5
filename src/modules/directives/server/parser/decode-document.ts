import { DirectiveParseError } from './directive-parse-error.ts';

/** Four bytes a character at most; a longer file is refused before it is decoded. */
const mostBytes = 8_000_000;

/** Bytes of an uploaded file as text. The byte order mark stays, so that positions count the text as it came. */
export function decodeDocument(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) throw new DirectiveParseError('directives.document_too_large');
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DirectiveParseError('directives.not_text');
  }
}
