import type { Rhythm } from '../plan.shapes.contract.ts';
import { addDays } from './plan.periods.ts';

export interface ProposalClause {
  readonly id: string;
  readonly path: string;
  readonly parent_path: string | null;
  readonly title: string;
  readonly text: string;
  readonly short_title: string;
  readonly nature: string;
  readonly mode: 'assigned' | 'requested' | null;
  readonly is_leaf: boolean;
  readonly unit_ids: readonly string[];
  /** Units and groups that help. */
  readonly supporting_unit_ids: readonly string[];
  readonly channel_ids: readonly string[];
  readonly dates: readonly string[];
  /** What a person confirmed of the clause; null and empty where it does not say. */
  readonly due_on: string | null;
  readonly rhythm: 'weekly' | 'monthly' | 'quarterly' | 'yearly' | null;
  readonly expected_kind: string;
  readonly expected_count: number;
}
export interface ProposedTask {
  readonly clauseId: string;
  /** Groups are still groups here. */
  readonly unitIds: readonly string[];
  readonly supportingUnitIds: readonly string[];
  readonly mode: 'assigned' | 'requested';
  readonly title: string;
  readonly rhythm: Rhythm;
  readonly dueOn: string;
  readonly expected: { readonly kind: string; readonly count: number } | null;
  readonly channelIds: readonly string[];
}
export interface Proposal {
  readonly themes: readonly { path: string; title: string; clauseIds: readonly string[] }[];
  readonly tasks: readonly ProposedTask[];
  readonly campaigns: readonly { clauseId: string; title: string; startsOn: string; peakOn: string; endsOn: string }[];
}

const daysBeforePeak = 30;
const daysAfterPeak = 7;

/** Pure: what the confirmed tree of a directive asks for. A leaf takes units and mode from the nearest heading that names them. */
export function proposeFromClauses(clauses: readonly ProposalClause[], year: number): Proposal {
  const byPath = new Map(clauses.map((clause) => [clause.path, clause]));
  const leaves = clauses.filter((clause) => clause.is_leaf);
  const content = leaves.filter((clause) => clause.nature === 'content');
  const themePaths = [...new Set(content.map((clause) => clause.parent_path ?? clause.path))];
  return {
    themes: themePaths.map((path) => ({
      path,
      title: headingOf(byPath.get(path)),
      clauseIds: content.filter((clause) => (clause.parent_path ?? clause.path) === path).map((clause) => clause.id),
    })),
    tasks: leaves
      .filter((clause) => clause.nature === 'assignment')
      .flatMap((clause) => {
        const holder = nearest(clause, byPath, (each) => each.unit_ids.length > 0);
        if (!holder) return [];
        const mode = nearest(clause, byPath, (each) => each.mode !== null)?.mode ?? 'assigned';
        return [
          {
            clauseId: clause.id,
            unitIds: holder.unit_ids,
            supportingUnitIds: clause.supporting_unit_ids,
            mode,
            title: clause.short_title || clause.text.slice(0, 120),
            rhythm: rhythmOf(clause, mode),
            dueOn: clause.due_on ?? `${year}-12-31`,
            expected: clause.expected_count > 0 ? { kind: clause.expected_kind, count: clause.expected_count } : null,
            channelIds: clause.channel_ids,
          },
        ];
      }),
    campaigns: content.flatMap((clause) =>
      clause.dates.slice(0, 1).map((peakOn) => ({
        clauseId: clause.id,
        title: clause.short_title || clause.text.slice(0, 120),
        startsOn: addDays(peakOn, -daysBeforePeak),
        peakOn,
        endsOn: addDays(peakOn, daysAfterPeak),
      })),
    ),
  };
}

/** What the clause says; else what runs on channels or is asked of communes and partners is steady work, the rest is done once. */
function rhythmOf(clause: ProposalClause, mode: 'assigned' | 'requested'): Rhythm {
  if (clause.rhythm !== null) return clause.rhythm === 'yearly' ? 'once' : clause.rhythm;
  if (clause.due_on !== null) return 'once';
  return clause.channel_ids.length > 0 || mode === 'requested' ? 'monthly' : 'once';
}

function headingOf(clause: ProposalClause | undefined): string {
  return clause?.title || clause?.short_title || clause?.text || '';
}

function nearest(
  clause: ProposalClause,
  byPath: ReadonlyMap<string, ProposalClause>,
  fits: (clause: ProposalClause) => boolean,
): ProposalClause | undefined {
  for (
    let each: ProposalClause | undefined = clause;
    each;
    each = each.parent_path === null ? undefined : byPath.get(each.parent_path)
  ) {
    if (fits(each)) return each;
  }
  return undefined;
}
