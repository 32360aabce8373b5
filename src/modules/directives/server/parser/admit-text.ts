import { DirectiveParseError } from './directive-parse-error.ts';

/** A text of 5,000 clauses has about one million characters; what is twice that is no directive. */
export const longestDocument = 2_000_000;
const scarcestVietnamese = 0.03;
const fewestLetters = 20;

/** Refuses what is no Vietnamese text. Everything that comes through is parsed, with warnings where it is incomplete. */
export function admitText(text: string): void {
  if (text.length > longestDocument) throw new DirectiveParseError('directives.document_too_large');
  if (text.trim() === '') throw new DirectiveParseError('directives.empty_document');
  if (!looksLikeText(text)) throw new DirectiveParseError('directives.not_text');
  if (!looksVietnamese(text)) throw new DirectiveParseError('directives.not_vietnamese');
}

function looksLikeText(text: string): boolean {
  if (text.startsWith('%PDF-') || text.startsWith('{\\rtf')) return false;
  let controls = 0;
  let replacements = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return false;
    if (code === 0xfffd) replacements += 1;
    else if (code < 0x20 && (code < 0x09 || code > 0x0d)) controls += 1;
  }
  return controls <= text.length * 0.005 && replacements <= text.length * 0.01;
}

/** Counts the letters that hardly another language has: ơ, ư and U+1EA0 to U+1EF9 (ạ … ỹ). */
function looksVietnamese(text: string): boolean {
  const composed = text.normalize('NFC');
  const letters = composed.match(/\p{L}/gu)?.length ?? 0;
  const own = composed.match(/[ƠơƯư\u1EA0-\u1EF9]/gu)?.length ?? 0;
  return letters >= fewestLetters && own >= letters * scarcestVietnamese;
}
