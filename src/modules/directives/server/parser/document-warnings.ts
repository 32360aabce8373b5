import type { ParsedDirective, ParsedWarning } from '../../directives.parsed.ts';
import type { HeadingBlock } from './heading-block.ts';

type Code = ParsedWarning['code'];

export function headingWarnings(heading: HeadingBlock, parsed: ParsedDirective): ParsedWarning[] {
  const codes: Code[] = [];
  // A công văn has no kind: it says "V/v" and whom it is sent to.
  const isLetter = parsed.subject !== null && (parsed.addressees.length > 0 || heading.isLetter);
  if (parsed.kind === null && !isLetter) codes.push('kind-missing');
  if (heading.numberAndSymbol === null) codes.push('symbol-missing');
  else if (parsed.number === null) codes.push('number-blank');
  if (heading.placeAndDate?.isInvalid) codes.push('date-invalid');
  else if (parsed.date === null) codes.push('date-blank');
  if (parsed.subject === null) codes.push('subject-missing');
  if (parsed.issuer === null) codes.push('issuer-missing');
  return codes.map(plain);
}

/** What a whole document would have: a half one is parsed, and says so. */
export function missingWarnings(parsed: ParsedDirective, isHardWrapped: boolean): ParsedWarning[] {
  const codes: Code[] = [];
  if (parsed.clauses.length === 0) codes.push('clauses-missing');
  if (parsed.recipients.length === 0) codes.push('recipients-missing');
  if (parsed.signature.name === null) codes.push('signature-missing');
  if (isHardWrapped) codes.push('hard-wrapped');
  const annex = parsed.parts.find((part) => part.kind === 'annex');
  const warnings = codes.map(plain);
  if (annex !== undefined) warnings.push({ code: 'annex-not-read', at: annex.source.from, detail: null });
  return warnings;
}

function plain(code: Code): ParsedWarning {
  return { code, at: null, detail: null };
}
