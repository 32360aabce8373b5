import type { ParsedDirective, ParsedWarning } from '../../directives.parsed.ts';
import { readAddressed } from './addressed.ts';
import { admitText } from './admit-text.ts';
import { readAnnexes } from './annexes.ts';
import { readBases } from './bases.ts';
import { readPreamble } from './body-layout.ts';
import { readClauses } from './clause-drafts.ts';
import { makeClauseTree } from './clause-tree.ts';
import { takeClosing } from './closing.ts';
import { DirectiveParseError } from './directive-parse-error.ts';
import { findTail, readTail } from './document-tail.ts';
import { headingWarnings, missingWarnings } from './document-warnings.ts';
import { readHeadingBlock } from './heading-block.ts';
import { readIssuer } from './issuer.ts';
import { type Lexicon, shippedLexicon } from './lexicon.ts';
import { gatherParts } from './parts.ts';
import { findRecognitionSlips } from './recognition-slips.ts';
import { bearsSecrecyStamp } from './secrecy-stamp.ts';
import { readLines } from './source-lines.ts';

/**
 * Text of a directive → heading block, clause tree, recipients, signature. Pure; linear in the text.
 * Throws only DirectiveParseError, for what may not be kept at all; what is incomplete is parsed, with warnings.
 */
export function parseDirective(text: string, lexicon: Lexicon = shippedLexicon): ParsedDirective {
  admitText(text);
  const lines = readLines(text);
  if (bearsSecrecyStamp(lines)) throw new DirectiveParseError('directives.secret_document');

  const heading = readHeadingBlock(lines);
  const tailFrom = findTail(lines, heading.lineCount);
  const body = lines.slice(heading.lineCount, tailFrom);
  const preamble = readPreamble(text, body);
  const reading = readClauses({ text, lines: body.slice(preamble.lineCount), lexicon });
  const closing = takeClosing(reading, lexicon);
  const tail = readTail(lines.slice(tailFrom));
  const annexLines = lines.slice(tailFrom).filter((_, index) => tail.kinds[index] === 'annex');
  const annexes = readAnnexes({ text, lines: annexLines, lexicon, paths: reading.paths });

  // "QUYẾT ĐỊNH:" between bases and articles says the kind once more.
  const preambleTexts = preamble.paragraphs
    .map((paragraph) => paragraph.text)
    .filter((words) => !/^QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$/u.test(words));
  const issuer = readIssuer(heading, preambleTexts, lexicon);
  const year = heading.placeAndDate?.year ?? yearIn(heading.subject);
  const treeWarnings: ParsedWarning[] = [];
  const kind = heading.kind ?? kindOfSymbol(heading.numberAndSymbol?.symbol);
  const addressed = readAddressed({ kind, addressees: heading.addressees, preamble: preambleTexts, lexicon });
  const options = { year, lexicon, warnings: treeWarnings, addressed };
  const clauses = makeClauseTree([...reading.roots, ...annexes.roots], options);
  const isHardWrapped = reading.adjacentJoins.length > body.length / 5;
  const joins = [
    ...preamble.repairs,
    ...reading.repairs,
    ...annexes.repairs,
    ...(isHardWrapped ? [] : reading.adjacentJoins),
  ];

  const parsed: ParsedDirective = {
    kind,
    number: heading.numberAndSymbol?.number ?? null,
    symbol: heading.numberAndSymbol?.symbol ?? null,
    subject: heading.subject,
    issuer: issuer.name,
    issuerUnitId: issuer.unitId,
    place: heading.placeAndDate?.place ?? null,
    date: heading.placeAndDate?.date ?? null,
    year,
    bases: readBases(preambleTexts, lexicon),
    addressees: [...heading.addressees],
    preamble: preambleTexts,
    recipients: [...tail.recipients],
    signature: tail.signature,
    clauses,
    closing: closing.map((draft) => draft.pieces.join(' ')),
    repairs: [...joins, ...findRecognitionSlips(text)].sort((one, other) => one.at - other.at),
    warnings: [],
    parts: gatherParts({ lines, heading, preamble, reading, closing, tail, tailFrom, annexes }),
  };
  parsed.warnings = [
    ...headingWarnings(heading, parsed),
    ...reading.warnings,
    ...annexes.warnings,
    ...treeWarnings,
    ...missingWarnings(parsed, isHardWrapped),
  ];
  return parsed;
}

function yearIn(subject: string | null): number | null {
  const year = /năm\s+(\d{4})(?!\d)/u.exec(subject ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

/** A symbol begins with the abbreviation of its kind, save that of a công văn, which begins with the agency. */
function kindOfSymbol(symbol: string | undefined): string | null {
  const first = /^(NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|CĐ)[-/]/u.exec(symbol ?? '')?.[1];
  return first ?? null;
}
