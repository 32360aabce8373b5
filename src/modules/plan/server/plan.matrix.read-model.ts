// Joins tables of earlier modules: clause (directives), unit, unit_group, unit_group_member (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import type { CellState, Matrix, MatrixRow, Rhythm, TaskState } from '../plan.shapes.contract.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { type DuesByCell, duesOf, readEventDues } from './plan.event-dues.read-model.ts';
import { earlierDay, type Period, periodOfYear } from './plan.periods.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

export interface MatrixFilter {
  readonly planId: string;
  readonly unitId?: string | undefined;
  readonly themeId?: string | undefined;
  readonly gapsFirst?: boolean | undefined;
  /** `q1` … `q4`, `m1` … `m12` */
  readonly period?: string | undefined;
  /** Days instead of a quarter or a month: the period of a report. */
  readonly between?: Period | undefined;
}
export interface LeafClause {
  readonly clauseId: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly groupPath: string;
  readonly groupTitle: string;
}
interface CellRow {
  clause_id: string;
  unit_id: string;
  state: TaskState | null;
  rhythm: Rhythm | null;
  due_on: string | null;
  expected_count: number | null;
  accepted: number;
  waiting: number;
  accepted_now: number;
  /** Accepted within the period that was asked for. */
  shown: number;
}

/** The leaves of the directive that the matrix asks about, in the order of the text, each under its heading. */
export async function readLeafClauses(
  context: Context,
  plan: { id: string; directiveId: string },
  themeId?: string,
): Promise<LeafClause[]> {
  const language = context.actor.language === 'en' ? 'en' : 'vi';
  // Content and methods stand under their own heading (I.1.1, I.2), duties under the second level (II.1: the department),
  // which is called by the short names of the units that it speaks to.
  const rows = await sql<LeafClause>`
    select leaf.id as "clauseId", leaf.path, leaf.short_title as title, leaf.text, leaf.group_path as "groupPath", coalesce(theme.titles->>${`${language}-x-short`}, addressed.names, nullif(heading.short_title, ''), heading.title, '') as "groupTitle"
    from (select *, case when nature = 'assignment' then array_to_string((string_to_array(split_part(path, '/', 1), '.'))[1:2], '.') else coalesce(parent_path, path) end as group_path
          from clause where directive_id = ${plan.directiveId} and is_leaf and nature in ('content', 'method', 'assignment')
        and (withdrawn_at is null or id in (select clause_id from task where plan_id = ${plan.id} and state <> 'cancelled') or id in (select clause_id from evidence))) leaf
    left join theme_clause on theme_clause.clause_id = leaf.id left join theme on theme.id = theme_clause.theme_id and theme.plan_id = ${plan.id}
    left join clause heading on heading.directive_id = leaf.directive_id and heading.path = leaf.group_path
    left join lateral (select string_agg(coalesce(unit.short_names->>${language}, unit.short_names->>'vi', unit_group.names->>${language}, unit_group.names->>'vi'), ', ' order by named.place) as names
      from unnest(heading.unit_ids) with ordinality as named (id, place) left join unit on unit.id = named.id left join unit_group on unit_group.id = named.id
      where heading.nature = 'assignment') addressed on true
    where ${themeId ?? null}::uuid is null or leaf.id in (select clause_id from theme_clause where theme_id = ${themeId ?? null}::uuid)
    order by leaf.position`.execute(context.db);
  return rows.rows;
}

/** Clauses × units: one query for the clauses, one for the columns, one aggregate for all cells. */
export async function readMatrix(context: Context, filter: MatrixFilter): Promise<Matrix> {
  const plan = await readPlanSummary(context, filter.planId);
  if (!plan) throw notFound();
  const today = dayInDepartment(context.clock.now());
  const leaves = await readLeafClauses(context, plan, filter.themeId);
  const units = await readUnits(context);
  const columns = filter.unitId === undefined ? units : units.filter((unit) => unit.id === filter.unitId);
  const named = filter.period === undefined ? null : periodOfYear(plan.year, filter.period);
  const period = filter.between ?? named;
  // What is over is judged by its last day; what is still to come by today.
  const asOf = period === null ? today : earlierDay(period.endsOn, today);
  const cells = await readCells(context, {
    planId: plan.id,
    directiveId: plan.directiveId,
    asOf,
    period,
    unitId: filter.unitId,
  });
  const dues = await readEventDues(context.db, {
    where: sql`task.plan_id = ${plan.id} and ${visibleTasks(context.actor, 'task.unit_id')}`,
    today: asOf,
  });
  const shown = new Set(columns.map((column) => column.id));
  const counts = emptyCounts();
  const byClause = new Map<string, MatrixRow['cells']>();
  const known = new Set(leaves.map((leaf) => leaf.clauseId));
  for (const row of cells) {
    if (!known.has(row.clause_id) || !shown.has(row.unit_id)) continue;
    const judged = stateOfRow(row, dues, asOf);
    const isAhead = period !== null && period.startsOn > today;
    // A period that has not begun asks for nothing yet.
    const state = isAhead && row.rhythm !== null && row.rhythm !== 'once' ? 'idle' : judged;
    if (state === 'none') continue;
    counts[state] += 1;
    const rowCells = byClause.get(row.clause_id) ?? {};
    rowCells[row.unit_id] = { state, count: row.shown, waiting: row.waiting };
    byClause.set(row.clause_id, rowCells);
  }
  const rows = leaves.map((leaf) => ({ ...leaf, cells: byClause.get(leaf.clauseId) ?? {} }));
  return {
    plan,
    today,
    columns,
    units,
    rows: filter.gapsFirst ? gapsFirst(rows) : rows,
    counts,
    themes: await readThemes(context, plan.id),
  };
}

export function emptyCounts(): Record<Exclude<CellState, 'none'>, number> {
  return { done: 0, running: 0, late: 0, empty: 0, idle: 0, declined: 0 };
}

/** Rows with the most late and empty cells first; groups give way to the order of need. */
export function gapsFirst(rows: readonly MatrixRow[]): MatrixRow[] {
  const weight = (row: MatrixRow) =>
    Object.values(row.cells).reduce(
      (sum, cell) => sum + (cell.state === 'late' ? 1000 : cell.state === 'empty' ? 1 : 0),
      0,
    );
  return [...rows].sort((left, right) => weight(right) - weight(left));
}

function stateOfRow(row: CellRow, dues: DuesByCell, today: string): CellState {
  return cellStateOf({
    taskState: row.state,
    rhythm: row.rhythm ?? 'once',
    dueOn: row.due_on,
    expectedCount: row.expected_count ?? 1,
    accepted: row.accepted,
    waiting: row.waiting,
    acceptedNow: row.accepted_now,
    events: duesOf(dues, { clauseId: row.clause_id, unitId: row.unit_id }),
    today,
  });
}

/** One aggregate: tasks and evidence of the plan by clause and unit. */
export async function readCells(
  context: Context,
  filter: {
    planId: string;
    directiveId: string;
    asOf: string;
    period: Period | null;
    unitId?: string | undefined;
  },
): Promise<CellRow[]> {
  const { startsOn: from = null, endsOn: to = null } = filter.period ?? {};
  const rows = await sql<CellRow>`
    with proof as (
      select clause_id, unit_id,
        count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting,
        count(*) filter (where state = 'accepted' and (${from}::date is null or occurred_on >= ${from}::date))::int as shown,
        count(*) filter (where state = 'accepted' and occurred_on >= date_trunc('week', ${filter.asOf}::date))::int as this_week,
        count(*) filter (where state = 'accepted' and occurred_on >= date_trunc('month', ${filter.asOf}::date))::int as this_month,
        count(*) filter (where state = 'accepted' and occurred_on >= date_trunc('quarter', ${filter.asOf}::date))::int as this_quarter
      from evidence where clause_id in (select id from clause where directive_id = ${filter.directiveId}) and ${visibleTasks(context.actor, 'evidence.unit_id')}
        and (${to}::date is null or occurred_on <= ${to}::date)
      group by clause_id, unit_id),
    asked as (select clause_id, unit_id, state, rhythm, due_on, expected_count from task where plan_id = ${filter.planId} and ${visibleTasks(context.actor, 'task.unit_id')})
    select clause_id, unit_id, asked.state, asked.rhythm, asked.due_on, asked.expected_count, coalesce(accepted, 0) as accepted, coalesce(waiting, 0) as waiting, coalesce(shown, 0) as shown,
      coalesce(case asked.rhythm when 'weekly' then this_week when 'monthly' then this_month when 'quarterly' then this_quarter else accepted end, 0) as accepted_now
    from asked full join proof using (clause_id, unit_id)
    where (${filter.unitId ?? null}::text is null or unit_id = ${filter.unitId ?? null})`.execute(context.db);
  return rows.rows;
}

async function readUnits(context: Context): Promise<Matrix['columns']> {
  const mine = readsEverything(context.actor) ? null : unitIdsOf(context.actor);
  const rows = await sql<Matrix['columns'][number]>`
    select unit.id, unit.names, unit.short_names as "shortNames", case when unit.is_own then 'own' when member.unit_id is not null then 'commune' else 'partner' end as kind
    from unit left join unit_group_member member on member.unit_id = unit.id and member.group_id = 'group:communes'
    where unit.valid_to is null and unit.kind not in ('department', 'leadership', 'group')
      and (${mine}::text[] is null or unit.id = any(${mine}::text[]))
    order by case when unit.is_own then 0 when member.unit_id is not null then 1 else 2 end, unit.position`.execute(
    context.db,
  );
  return rows.rows;
}

export async function readThemes(context: Context, planId: string): Promise<Matrix['themes']> {
  const rows = await context.db
    .selectFrom('theme')
    .select(['id', 'titles'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows;
}
