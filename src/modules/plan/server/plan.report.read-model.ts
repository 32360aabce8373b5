// Joins tables of earlier modules: clause (directives), unit (organisation).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { CellState, Rhythm, TaskState } from '../plan.shapes.contract.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { duesOf, readEventDues } from './plan.event-dues.read-model.ts';
import { channelNamesOf } from './plan.receipt-note.ts';

export interface CoverageEvidence {
  readonly id: string;
  readonly unitName: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string | null;
  readonly figure: number | null;
  readonly occurredOn: string;
  readonly isBySystem: boolean;
  /** Of a receipt: where the item was published, in Vietnamese as the report is. */
  readonly channelName: string | null;
}
export interface CoverageRow {
  readonly clauseId: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly nature: string;
  readonly theme: string | null;
  /** Tasks of the clause by state at the end of the period. */
  readonly taskCount: number;
  readonly doneCount: number;
  readonly state: CellState;
  readonly evidence: readonly CoverageEvidence[];
}
export interface CoverageFigures {
  readonly clauses: number;
  readonly clausesWithEvidence: number;
  readonly tasks: number;
  readonly tasksDone: number;
  readonly tasksLate: number;
  readonly evidence: number;
  readonly evidenceBySystem: number;
  readonly unitsWithEvidence: number;
}

/** Coverage of a plan in a period for a report: each leaf clause with its accepted evidence, and the figures over it. */
export async function readCoverageForReport(
  db: Database,
  input: { planId: string; from: string; to: string },
): Promise<{ rows: CoverageRow[]; figures: CoverageFigures }> {
  const evidence = await sql<
    Omit<CoverageEvidence, 'channelName'> & { clauseId: string; unitId: string; note: string }
  >`
    select evidence.id, evidence.clause_id as "clauseId", evidence.unit_id as "unitId", unit.names->>'vi' as "unitName", evidence.kind, evidence.title, evidence.url, evidence.figure::float8 as figure,
      evidence.occurred_on as "occurredOn", evidence.is_by_system as "isBySystem", evidence.note
    from evidence join unit on unit.id = evidence.unit_id
    where evidence.state = 'accepted' and occurred_on between ${input.from}::date and ${input.to}::date
      and clause_id in (select clause.id from clause join plan on plan.directive_id = clause.directive_id where plan.id = ${input.planId})
    order by evidence.occurred_on, evidence.created_at`.execute(db);
  const tasks = await sql<{
    clauseId: string;
    unitId: string;
    state: TaskState;
    rhythm: Rhythm;
    dueOn: string | null;
    expectedCount: number;
  }>`
    select clause_id as "clauseId", unit_id as "unitId", state, rhythm, due_on as "dueOn", expected_count as "expectedCount" from task where plan_id = ${input.planId} and state not in ('cancelled', 'declined')`.execute(
    db,
  );
  const clauses = await sql<{
    clauseId: string;
    path: string;
    title: string;
    text: string;
    nature: string;
    theme: string | null;
  }>`
    select clause.id as "clauseId", clause.path, clause.short_title as title, clause.text, clause.nature, theme.titles->>'vi' as theme
    from clause join plan on plan.directive_id = clause.directive_id
    left join theme on theme.plan_id = plan.id and exists (select 1 from theme_clause where theme_clause.theme_id = theme.id and theme_clause.clause_id = clause.id)
    where plan.id = ${input.planId} and clause.is_leaf and clause.nature in ('content', 'method', 'assignment') order by clause.position`.execute(
    db,
  );
  const dues = await readEventDues(db, { where: sql`task.plan_id = ${input.planId}`, today: input.to });
  const stateOf = (task: (typeof tasks.rows)[number]): CellState => {
    const accepted = evidence.rows.filter(
      (item) => item.clauseId === task.clauseId && item.unitId === task.unitId,
    ).length;
    return cellStateOf({
      taskState: task.state,
      rhythm: task.rhythm,
      dueOn: task.dueOn,
      expectedCount: task.expectedCount,
      accepted,
      waiting: 0,
      acceptedNow: accepted,
      events: duesOf(dues, task),
      today: input.to,
    });
  };
  const taskStates = tasks.rows.map((task) => ({ clauseId: task.clauseId, state: stateOf(task) }));
  const rows = clauses.rows.map((clause): CoverageRow => {
    const own = taskStates.filter((task) => task.clauseId === clause.clauseId).map((task) => task.state);
    const proof = evidence.rows
      .filter((item) => item.clauseId === clause.clauseId)
      .map(({ clauseId: _clauseId, unitId: _unitId, note, ...item }) => ({
        ...item,
        channelName: item.isBySystem ? (channelNamesOf(note)?.vi ?? null) : null,
      }));
    return {
      ...clause,
      taskCount: own.length,
      doneCount: own.filter((state) => state === 'done').length,
      state: worstState(own, proof.length),
      evidence: proof,
    };
  });
  return {
    rows,
    figures: {
      clauses: rows.length,
      clausesWithEvidence: rows.filter((row) => row.evidence.length > 0).length,
      tasks: taskStates.length,
      tasksDone: taskStates.filter((task) => task.state === 'done').length,
      tasksLate: taskStates.filter((task) => task.state === 'late').length,
      evidence: evidence.rows.length,
      evidenceBySystem: evidence.rows.filter((item) => item.isBySystem).length,
      unitsWithEvidence: new Set(evidence.rows.map((item) => item.unitId)).size,
    },
  };
}

/** Pure: a clause is done when each of its tasks is; one late task makes it late. */
export function worstState(tasks: readonly CellState[], evidenceCount: number): CellState {
  if (tasks.length === 0) return evidenceCount > 0 ? 'done' : 'none';
  if (tasks.every((state) => state === 'done')) return 'done';
  if (tasks.includes('late')) return 'late';
  if (evidenceCount > 0 || tasks.includes('running') || tasks.includes('done')) return 'running';
  return tasks.includes('empty') ? 'empty' : 'idle';
}
