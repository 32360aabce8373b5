import type { ClauseMode, ClauseNature, ParsedClause, ParsedWarning } from '../../directives.parsed.ts';
import type { ClauseDraft } from './clause-draft.ts';
import { isChargeTo, natureOfHeading, readMode } from './clause-natures.ts';
import { findDates } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { ranks } from './markers.ts';
import { readMentions } from './mentions.ts';

interface Inherited {
  readonly nature: ClauseNature | null;
  readonly mode: ClauseMode | null;
  readonly hasUnits: boolean;
}

export interface ClauseTreeOptions {
  readonly year: number | null;
  readonly lexicon: Lexicon;
  readonly warnings: ParsedWarning[];
}

/** Drafts made into clauses: nature and mode come down from the headings, names and days are read from each wording. */
export function makeClauseTree(roots: readonly ClauseDraft[], options: ClauseTreeOptions): ParsedClause[] {
  return roots.map((draft) => makeClause(draft, { nature: null, mode: null, hasUnits: false }, options));
}

function makeClause(draft: ClauseDraft, above: Inherited, options: ClauseTreeOptions): ParsedClause {
  const { marker } = draft;
  const text = draft.pieces.join(' ');
  const isHeading = draft.children.length > 0 && marker.rank < ranks.dash;
  const units = options.lexicon.units.find(text);
  const isCharge = isChargeTo(text, units);
  const nature = readNature(text, isHeading, isCharge, above.nature);
  const isChargeHeading = nature === 'assignment' && (isHeading || isCharge);
  const mentions = readMentions({
    text,
    units,
    channels: options.lexicon.channels.find(text),
    isCharge: isChargeHeading,
  });
  const unitIds = mentions.units.map((unit) => unit.unitId);
  const own = isChargeHeading ? readMode(text, unitIds, options.lexicon.ownUnitIds) : null;
  const mode = nature === 'assignment' ? (own ?? above.mode) : null;
  const hasUnits = above.hasUnits || (isChargeHeading && unitIds.length > 0);
  if (nature === 'assignment' && draft.children.length === 0 && !hasUnits && unitIds.length === 0) {
    options.warnings.push({ code: 'unit-not-matched', at: draft.from, detail: draft.path });
  }
  return {
    path: draft.path,
    label: marker.label === '' ? null : marker.label,
    title: isHeading ? text : null,
    text,
    nature: nature ?? 'other',
    mode,
    dates: [...new Set(findDates(text, options.year).map((date) => date.iso))],
    units: mentions.units,
    channels: mentions.channels,
    source: { from: draft.from, to: draft.to },
    children: draft.children.map((child) => makeClause(child, { nature, mode, hasUnits }, options)),
  };
}

function readNature(
  text: string,
  isHeading: boolean,
  isCharge: boolean,
  above: ClauseNature | null,
): ClauseNature | null {
  if (above === 'assignment') return above;
  const own = isHeading ? natureOfHeading(text) : null;
  return own ?? above ?? (isCharge ? 'assignment' : null);
}
