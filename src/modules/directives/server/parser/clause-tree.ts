import type { ClauseMode, ClauseNature, ParsedClause, ParsedWarning, UnitMention } from '../../directives.parsed.ts';
import type { AssignmentRow } from './assignment-table.ts';
import type { ClauseDraft } from './clause-draft.ts';
import { isChargeTo, isDutyOf, natureOfHeading, readMode } from './clause-natures.ts';
import { understandClause } from './clause-understanding.ts';
import type { Lexicon } from './lexicon.ts';
import { ranks } from './markers.ts';
import { readMentions } from './mentions.ts';
import { readRoles } from './unit-roles.ts';

interface Inherited {
  readonly nature: ClauseNature | null;
  readonly mode: ClauseMode | null;
  readonly hasUnits: boolean;
}

/** Whom a công văn or công điện speaks to: what it asks for is asked of them, where a clause names nobody else. */
export interface Addressed {
  readonly units: readonly UnitMention[];
  readonly mode: ClauseMode;
}

export interface ClauseTreeOptions {
  readonly year: number | null;
  readonly lexicon: Lexicon;
  readonly warnings: ParsedWarning[];
  readonly addressed?: Addressed | null;
}

/** Drafts made into clauses: nature and mode come down from the headings, names and days are read from each wording. */
export function makeClauseTree(roots: readonly ClauseDraft[], options: ClauseTreeOptions): ParsedClause[] {
  return roots.map((draft) => makeClause(draft, { nature: null, mode: null, hasUnits: false }, options));
}

function makeClause(draft: ClauseDraft, above: Inherited, options: ClauseTreeOptions): ParsedClause {
  const { marker, row } = draft;
  const { lexicon } = options;
  const text = draft.pieces.join(' ');
  const isTop = draft.parent === null;
  const isHeading = draft.children.length > 0 && (marker.rank < ranks.dash || marker.rank === ranks.tableGroup);
  const units = lexicon.units.find(text);
  const isCharge = isChargeTo(text, units) || (above.nature !== 'content' && isDutyOf(text, units));
  const isAddressed = isTop && options.addressed != null && marker.rank !== ranks.annex;
  const nature = readNature(draft, text, { isHeading, isCharge: isCharge || isAddressed, above: above.nature });
  const isChargeHeading = nature === 'assignment' && (isHeading || isCharge) && row === null;
  const roles = readRoles(text, units);
  const mentions = readMentions({
    text,
    units,
    roles: row === null ? roles : roles.map((): 'named' => 'named'),
    channels: lexicon.channels.find(row === null ? text : `${text}; ${row.output}`),
    isCharge: isChargeHeading,
  });
  const named = row === null ? mentions.units : addCells(mentions.units, row, lexicon);
  const leads = named.filter((unit) => unit.role === 'lead');
  const isAsked = isAddressed && nature === 'assignment' && leads.length === 0;
  const allUnits = isAsked ? addUnits(named, options.addressed?.units ?? []) : named;
  const unitIds = (isAsked ? (options.addressed?.units ?? []) : leads).map((unit) => unit.unitId);
  const isOwnMode = isChargeHeading || row !== null;
  const own = isAsked
    ? (options.addressed?.mode ?? null)
    : isOwnMode
      ? readMode(text, unitIds, lexicon.ownUnitIds)
      : null;
  const mode = nature === 'assignment' ? (own ?? above.mode) : null;
  const hasUnits = above.hasUnits || ((isOwnMode || isAsked) && unitIds.length > 0);
  const isUnmatched = row !== null && row.lead !== '' && leads.length === 0;
  if (nature === 'assignment' && draft.children.length === 0 && (isUnmatched || (!hasUnits && unitIds.length === 0)))
    options.warnings.push({ code: 'unit-not-matched', at: draft.from, detail: draft.path });
  return {
    path: draft.path,
    label: marker.label === '' ? null : marker.label,
    title: isHeading ? text : null,
    text,
    nature: nature ?? 'other',
    mode,
    ...understandClause(text, row, options.year),
    units: allUnits,
    channels: mentions.channels,
    source: { from: draft.from, to: draft.to },
    children: draft.children.map((child) => makeClause(child, { nature, mode, hasUnits }, options)),
  };
}

/** Who leads and who helps stands in columns of its own; each name is the words of its cell. */
function addCells(named: readonly UnitMention[], row: AssignmentRow, lexicon: Lexicon): UnitMention[] {
  const read = (cell: string, role: 'lead' | 'supporting'): UnitMention[] =>
    lexicon.units.find(cell).map(({ id, from, to }) => ({ text: cell.slice(from, to), unitId: id, role }));
  return addUnits([], [...read(row.lead, 'lead'), ...read(row.supporting, 'supporting'), ...named]);
}

function addUnits(named: readonly UnitMention[], more: readonly UnitMention[]): UnitMention[] {
  const seen = new Map<string, UnitMention>();
  for (const unit of [...more, ...named]) if (!seen.has(unit.unitId)) seen.set(unit.unitId, unit);
  return [...seen.values()];
}

function readNature(
  draft: ClauseDraft,
  text: string,
  found: { isHeading: boolean; isCharge: boolean; above: ClauseNature | null },
): ClauseNature | null {
  if (draft.row !== null || draft.marker.rank === ranks.tableGroup) return 'assignment';
  if (found.above === 'assignment') return found.above;
  const own = found.isHeading ? natureOfHeading(text) : null;
  return own ?? found.above ?? (found.isCharge ? 'assignment' : null);
}
