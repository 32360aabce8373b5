// Joins tables of earlier modules: unit (organisation), calendar_event, calendar_date (calendar).
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { visibleDates } from '../../calendar/index.ts';
import { type EventDues, noEventDues } from './plan.cell-state.ts';
import type { Period } from './plan.periods.ts';

/** Photos and figures of an event are brought within so many days after its last one. */
export const daysAfterEvent = 7;

/** How long a date lasts at most, with the days after it. */
const longest = 60 + daysAfterEvent;

interface Asked {
  /** About `task`. */
  readonly where: RawBuilder<boolean>;
  /** Only what is due on this day or later. */
  readonly dueFrom?: string | undefined;
  /** Evidence of later days is not counted. */
  readonly asOf?: string | undefined;
  /** A piece that is about to be placed and does not count yet. */
  readonly exceptEvidenceId?: string | undefined;
}

/**
 * The due periods of tasks per event, one row a task and date: from the first day of the date to a week after its last.
 * A date that was put off or called off asks for nothing, the day to which it was put off stands for itself; only what
 * came for it before keeps it. Communes answer for what they hold or what is held with them; others for every event.
 * Evidence counts for the date that it names, or else for the latest one that had begun.
 */
export function eventPeriods({ where, dueFrom, asOf, exceptEvidenceId }: Asked): RawBuilder<unknown> {
  return sql`
    select * from (
      select dated.*, proof.accepted, proof.waiting
      from (
        select task.id as task_id, task.plan_id, task.clause_id, task.unit_id, task.state as task_state, task.expected_count, calendar_date.id as date_id, calendar_date.event_id, calendar_date.state as date_state,
          calendar_date.starts_on, calendar_date.ends_on + ${daysAfterEvent}::int as due_by, live.is_live,
          least(calendar_date.ends_on + ${daysAfterEvent}::int, lead(calendar_date.starts_on) over (partition by task.id, live.is_live order by calendar_date.starts_on, calendar_date.id) - 1) as until
        from task join plan on plan.id = task.plan_id join unit on unit.id = task.unit_id
          cross join lateral (
            select calendar_event.id from calendar_event where task.event_scope = 'clause' and calendar_event.clause_id = task.clause_id
            union select calendar_event.id from theme_clause own join theme on theme.id = own.theme_id join theme_clause other on other.theme_id = own.theme_id join calendar_event on calendar_event.clause_id = other.clause_id
              where task.event_scope = 'theme' and own.clause_id = task.clause_id and theme.plan_id = task.plan_id
            union select task_event.event_id from task_event where task.event_scope = 'chosen' and task_event.task_id = task.id) series
          join calendar_event on calendar_event.id = series.id join calendar_date on calendar_date.event_id = series.id
          cross join lateral (select calendar_date.state in ('planned', 'confirmed', 'held') as is_live) live
        where task.rhythm = 'per_event' and calendar_date.state <> 'rumoured' and ${where}
          and calendar_date.ends_on >= coalesce(task.sent_on, (plan.created_at at time zone 'Asia/Ho_Chi_Minh')::date)
          and calendar_date.starts_on >= coalesce(${dueFrom ?? null}::date - ${longest}::int, '-infinity'::date)
          and (${dueFrom ?? null}::date is null or (plan.year >= extract(year from ${dueFrom ?? null}::date - ${longest}::int) and (task.due_on is null or task.due_on >= ${dueFrom ?? null}::date - ${longest}::int)))
          and calendar_date.starts_on <= coalesce(task.due_on, make_date(plan.year, 12, 31))
          and (task.event_scope = 'chosen' or unit.kind not in ('commune', 'ward') or task.unit_id in (calendar_date.unit_id, calendar_event.place_unit_id))) dated
      cross join lateral (
        select count(*) filter (where evidence.state = 'accepted')::int as accepted, count(*) filter (where evidence.state = 'submitted')::int as waiting
        from evidence where evidence.clause_id = dated.clause_id and evidence.unit_id = dated.unit_id and evidence.state in ('accepted', 'submitted')
          and (evidence.for_date_id = dated.date_id or (dated.is_live and evidence.for_date_id is null and evidence.occurred_on between dated.starts_on and dated.until))
          and (${asOf ?? null}::date is null or evidence.occurred_on <= ${asOf ?? null}::date) and evidence.id is distinct from ${exceptEvidenceId ?? null}::uuid) proof
      where (${dueFrom ?? null}::date is null or dated.due_by >= ${dueFrom ?? null}::date) and (dated.is_live or proof.accepted + proof.waiting > 0)) event_period`;
}

/** By `clause unit`: how the events that have begun by a day stand. */
export type DuesByCell = ReadonlyMap<string, EventDues>;

export async function readEventDues(
  db: Database,
  { where, today }: { where: RawBuilder<boolean>; today: string },
): Promise<DuesByCell> {
  const { rows } = await sql<EventDues & { clauseId: string; unitId: string }>`
    select clause_id as "clauseId", unit_id as "unitId",
      count(*) filter (where starts_on <= ${today}::date and accepted >= expected_count)::int as full,
      count(*) filter (where due_by < ${today}::date and accepted < expected_count)::int as late,
      count(*) filter (where starts_on <= ${today}::date and due_by >= ${today}::date and accepted < expected_count)::int as open,
      count(*) filter (where starts_on <= ${today}::date and accepted < expected_count and accepted + waiting > 0)::int as begun,
      min(due_by) filter (where accepted < expected_count) as "nextDueOn"
    from (${eventPeriods({ where, asOf: today })}) event_period group by clause_id, unit_id`.execute(db);
  return new Map(rows.map(({ clauseId, unitId, ...dues }) => [`${clauseId} ${unitId}`, dues]));
}

export function duesOf(dues: DuesByCell, cell: { clauseId: string; unitId: string }): EventDues {
  return dues.get(`${cell.clauseId} ${cell.unitId}`) ?? noEventDues;
}

export interface EventPeriod extends Period {
  readonly dateId: string;
  readonly dateState: string;
  /** Null for who may not see the date. */
  readonly titles: Record<string, string> | null;
  readonly accepted: number;
  readonly waiting: number;
}

/** The periods of one task, soonest first. */
export async function readEventPeriods(db: Database, actor: Actor, taskId: string): Promise<EventPeriod[]> {
  const { rows } = await sql<EventPeriod>`
    select event_period.date_id as "dateId", event_period.date_state as "dateState", event_period.starts_on as "startsOn", due_by as "endsOn", accepted, waiting,
      case when ${visibleDates(actor)} then coalesce(calendar_date.own_titles, calendar_event.titles) end as titles
    from (${eventPeriods({ where: sql`task.id = ${taskId}` })}) event_period
      join calendar_date on calendar_date.id = event_period.date_id join calendar_event on calendar_event.id = event_period.event_id
    order by event_period.starts_on, event_period.date_id limit 400`.execute(db);
  return rows;
}

/** By `clause month` of the day by which it is due: of how many events evidence is asked, has all come, has some come. */
export async function readEventMonths(
  db: Database,
  { where, year }: { where: RawBuilder<boolean>; year: number },
): Promise<{ clauseId: string; month: string; due: number; full: number; begun: number }[]> {
  const { rows } = await sql<{ clauseId: string; month: string; due: number; full: number; begun: number }>`
    select clause_id as "clauseId", to_char(due_by, 'YYYY-MM') as month, count(*)::int as due,
      count(*) filter (where accepted >= expected_count)::int as full, count(*) filter (where accepted + waiting > 0)::int as begun
    from (${eventPeriods({ where })}) event_period
    where task_state in ('sent', 'accepted', 'in_progress', 'returned') and extract(year from due_by) = ${year} group by 1, 2`.execute(
    db,
  );
  return rows;
}

/** The series that were chosen at a task. */
export async function readChosenEvents(
  db: Database,
  actor: Actor,
  taskId: string,
): Promise<{ id: string; titles: Record<string, string> }[]> {
  const { rows } = await sql<{ id: string; titles: Record<string, string> }>`
    select calendar_event.id, calendar_event.titles from task_event join calendar_event on calendar_event.id = task_event.event_id
    where task_id = ${taskId} and exists (select from calendar_date where calendar_date.event_id = calendar_event.id and ${visibleDates(actor)})
    order by calendar_event.titles->>'vi', calendar_event.id`.execute(db);
  return rows;
}
