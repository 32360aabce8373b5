import type { ClauseMode, ParsedDirective } from '../../directives.parsed.ts';
import { listClauses, listLeaves, type PlacedClause, responsibleUnits, shortTitle } from './clause-queries.ts';
import { type ExpectedOutput, guessDeadline, guessOutput, guessRhythm, type Rhythm } from './task-guesses.ts';
import { knownTheme } from './theme-names.ts';

export interface ProposedTheme {
  /** Stable word for a known pillar, else the path. */
  readonly key: string;
  readonly path: string;
  readonly titles: { readonly vi: string; readonly en?: string };
  readonly shortTitles: { readonly vi: string; readonly en?: string };
  readonly clausePaths: readonly string[];
}

export interface ProposedTask {
  readonly clausePath: string;
  readonly title: string;
  readonly mode: ClauseMode;
  /** Units and groups as the directive names them; a group becomes one task a member when the plan is made. */
  readonly unitIds: readonly string[];
  readonly channelIds: readonly string[];
  readonly expected: ExpectedOutput;
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
}

export interface ProposedCampaign {
  readonly clausePath: string;
  readonly title: string;
  readonly startsOn: string;
  readonly peakDay: string;
  readonly endsOn: string;
}

export interface ProposedPlan {
  readonly title: string;
  readonly year: number | null;
  readonly themes: readonly ProposedTheme[];
  readonly tasks: readonly ProposedTask[];
  readonly campaigns: readonly ProposedCampaign[];
}

/** What a confirmed directive suggests for the plan. All of it is a proposal: a person confirms or changes it. */
export function proposePlan(parsed: ParsedDirective): ProposedPlan {
  return {
    title: parsed.subject ?? '',
    year: parsed.year,
    themes: listClauses(parsed).filter(isPillar).map(proposeTheme),
    tasks: listLeaves(parsed).flatMap((leaf) => proposeTask(leaf)),
    campaigns: listLeaves(parsed).flatMap((leaf) => proposeCampaign(leaf)),
  };
}

/** A pillar is the lowest heading over content clauses. */
function isPillar({ clause }: PlacedClause): boolean {
  return (
    clause.nature === 'content' && clause.children.length > 0 && clause.children.every((child) => child.title === null)
  );
}

function proposeTheme({ clause }: PlacedClause): ProposedTheme {
  const known = knownTheme(clause.text);
  const wording = withoutPreface(clause.text);
  return {
    key: known?.key ?? clause.path,
    path: clause.path,
    titles: known?.names ?? { vi: wording },
    shortTitles: known?.shortNames ?? { vi: shortTitle({ title: wording, text: wording }) },
    clausePaths: clause.children.map((child) => child.path),
  };
}

function proposeTask(leaf: PlacedClause): ProposedTask[] {
  const { clause } = leaf;
  const unitIds = responsibleUnits(leaf);
  if (unitIds.length === 0 || clause.mode === null) return [];
  const channelIds = clause.channels.map((channel) => channel.channelId);
  const title = shortTitle(clause);
  const expected = guessOutput(clause.text, channelIds.length);
  return [
    {
      clausePath: clause.path,
      title,
      mode: clause.mode,
      unitIds,
      channelIds,
      expected,
      rhythm: guessRhythm(clause.text),
      dueOn: guessDeadline(clause),
    },
  ];
}

const daysBeforePeak = 30;
const daysAfterPeak = 7;

function proposeCampaign({ clause, above }: PlacedClause): ProposedCampaign[] {
  const peakDay = clause.dates[0];
  if (peakDay === undefined || !/cao điểm/iu.test(clause.text)) return [];
  const subject = withoutPreface(above.at(-1)?.text ?? shortTitle(clause));
  return [
    {
      clausePath: clause.path,
      title: `Cao điểm: ${subject}`,
      startsOn: addDays(peakDay, -daysBeforePeak),
      peakDay,
      endsOn: addDays(peakDay, daysAfterPeak),
    },
  ];
}

/** "Thông tin, tuyên truyền về …" says the same of every pillar. */
function withoutPreface(heading: string): string {
  const subject = heading.replace(
    /^(?:Thông tin,?\s*)?(?:tuyên truyền\s+)?về\s+|^(?:Thông tin,?\s*)(?:tuyên truyền\s+)?về\s+/iu,
    '',
  );
  return subject === '' ? heading : `${subject[0]?.toUpperCase()}${subject.slice(1)}`;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
