import type { ReportFigure } from '../reports.contract.ts';

interface Scope {
  readonly planId: string;
  readonly from: string;
  readonly to: string;
}

const leafClauses = "clause.is_leaf and clause.nature in ('content', 'method', 'assignment')";
const openTasks = "task.state not in ('cancelled', 'declined')";
const acceptedEvidence = "evidence.state = 'accepted'";
const enoughEvidence =
  "task.state = 'done' or accepted evidence of its clause and unit in the period >= expected_count";

/** The query behind each figure: what is read, and the conditions that it is counted under, with the values of this report. */
export function figureQuery(key: string, scope: Scope): ReportFigure['query'] {
  const plan = `plan.id = '${scope.planId}'`;
  const evidence = [plan, acceptedEvidence, `evidence.occurred_on between '${scope.from}' and '${scope.to}'`];
  const tasks = [plan, openTasks];
  const editions = [`edition.first_live_at between '${scope.from}' and '${scope.to}' (Asia/Ho_Chi_Minh)`];
  const filters: Record<string, readonly string[]> = {
    clauses: [plan, leafClauses],
    clausesWithEvidence: [...evidence, leafClauses],
    tasks,
    tasksDone: [...tasks, enoughEvidence],
    tasksLate: [...tasks, `task.due_on < '${scope.to}'`, `not (${enoughEvidence})`, "task.state <> 'proposed'"],
    evidence,
    evidenceBySystem: [...evidence, 'evidence.is_by_system'],
    unitsWithEvidence: [...evidence, 'count distinct evidence.unit_id'],
    editionsPublished: editions,
    editionsVietnamese: [...editions, "edition.language = 'vi'"],
    editionsForeign: [...editions, "edition.language <> 'vi'"],
    languages: [...editions, 'count distinct edition.language'],
    editionsWithdrawn: [...editions, "edition.public_state in ('withdrawn', 'removed')"],
  };
  const isOfNewsroom = key.startsWith('editions') || key === 'languages';
  return {
    name: isOfNewsroom ? 'newsroom.readStoriesForReport' : 'plan.readCoverageForReport',
    filters: [...(filters[key] ?? [])],
  };
}
