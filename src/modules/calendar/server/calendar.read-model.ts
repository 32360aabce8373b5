// Joins tables of earlier modules: unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays, type LunarTable, lunarDateOf } from '../../../platform/clock/lunar.ts';
import { loadLunarTable } from '../../../platform/clock/lunar-table.ts';
import type { Context } from '../../../platform/context.ts';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { fold } from '../../../platform/search/fold.ts';
import { unitIdsOf } from '../../accounts/index.ts';
import { readUnits } from '../../organisation/index.ts';
import type { listDates, listUndated, readRange } from '../calendar.contract.ts';
import type { CalendarSettings, DateRow, DateState, DayCount, EventKind } from '../calendar.shapes.contract.ts';
import { anniversaryOf } from './calendar.anniversary.ts';
import { readClashes } from './calendar.clashes.read-model.ts';
import { rangeTooLong } from './calendar.errors.ts';
import { keepsCalendar, mayPropose } from './calendar.policy.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { visibleDates, visibleEvents } from './calendar.visibility.read-model.ts';
import { daysBetween } from './days-between.ts';

export interface DateFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unitId?: string | undefined;
  readonly kind?: EventKind | undefined;
  readonly state?: DateState | undefined;
  readonly search?: string | undefined;
  readonly dateId?: string | undefined;
  readonly eventId?: string | undefined;
  /** Only what is held to take place, or has taken place. */
  readonly isLive?: boolean;
}

export interface DateSqlRow extends Omit<DateRow, 'lunar' | 'anniversary'> {
  sinceYear: number | null;
  forTitles: Record<string, string> | null;
  version: number;
  reason: string;
  postponedToId: string | null;
  audienceCount: number | null;
  audienceNote: string;
  isChanged: boolean;
  changedAt: Date;
  description: string;
}

const inOrder = sql`calendar_date.starts_on, calendar_date.start_time nulls first, calendar_date.id`;

/** Dates by the one rule of visibility, soonest first: which ones they are first of all, then all about these. */
export async function queryDates(
  context: Context,
  filter: DateFilter,
  page: { limit: number; offset: number },
): Promise<DateSqlRow[]> {
  const rows = await sql<DateSqlRow>`
    with picked as materialized (
      select calendar_date.id from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
      where ${visibleDates(context.actor)} and ${matches(filter)} order by ${inOrder} limit ${page.limit} offset ${page.offset})
    select calendar_date.id, calendar_date.event_id as "eventId", calendar_event.kind, coalesce(calendar_date.own_titles, calendar_event.titles) as titles,
      calendar_date.starts_on as "startsOn", calendar_date.ends_on as "endsOn", calendar_date.start_time as "startTime", calendar_date.end_time as "endTime", calendar_date.state,
      coalesce(calendar_date.own_place, calendar_event.place) as place, calendar_date.unit_id as "unitId", unit.names as "unitNames", calendar_event.audience, calendar_event.is_major as "isMajor",
      calendar_event.rule->>'kind' <> 'once' as "isSeries", calendar_event.days_off as "daysOff", calendar_event.evidence, calendar_event.clause_id as "clauseId", calendar_event.since_year as "sinceYear",
      later.starts_on as "postponedToOn", later.id as "postponedToId", coalesce(abroad.own_titles, abroad_event.titles) as "forTitles", calendar_date.version, calendar_date.reason,
      calendar_date.audience_count as "audienceCount", calendar_date.audience_note as "audienceNote", calendar_date.is_changed as "isChanged", calendar_date.changed_at as "changedAt",
      calendar_event.description
    from picked join calendar_date on calendar_date.id = picked.id join calendar_event on calendar_event.id = calendar_date.event_id join unit on unit.id = calendar_date.unit_id
      left join calendar_date later on later.id = calendar_date.postponed_to
      left join calendar_date abroad on abroad.id = calendar_date.for_date_id left join calendar_event abroad_event on abroad_event.id = abroad.event_id
    order by ${inOrder}`.execute(context.db);
  return rows.rows;
}

async function countDates(context: Context, filter: DateFilter): Promise<number> {
  const rows = await sql<{ total: number }>`
    select count(*)::int as total from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
    where ${visibleDates(context.actor)} and ${matches(filter)}`.execute(context.db);
  return rows.rows[0]?.total ?? 0;
}

/** How much lies on each day of a range; days on which nothing lies are left out. */
async function countByDay(context: Context, filter: DateFilter & { from: string; to: string }): Promise<DayCount[]> {
  const rows = await sql<DayCount>`
    select day, count(*)::int as count, bool_or(kind = 'holiday' and state <> 'cancelled') as "isHoliday" from (
      select greatest(calendar_date.starts_on, ${filter.from}::date) + later as day, calendar_event.kind, calendar_date.state
      from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
        cross join lateral generate_series(0, least(calendar_date.ends_on, ${filter.to}::date) - greatest(calendar_date.starts_on, ${filter.from}::date)) as later
      where ${visibleDates(context.actor)} and ${matches(filter)}) lying
    group by day order by day`.execute(context.db);
  return rows.rows;
}

function matches(filter: DateFilter): RawBuilder<boolean> {
  const { from, to, unitId, kind, state, search, dateId, eventId, isLive } = filter;
  const parts = [sql<boolean>`true`];
  if (from !== undefined) {
    // No date lasts longer than 60 days, so the index on the first day serves the last one too.
    parts.push(sql`calendar_date.ends_on >= ${from}::date and calendar_date.starts_on >= ${addDays(from, -60)}::date`);
  }
  if (to !== undefined) parts.push(sql`calendar_date.starts_on <= ${to}::date`);
  if (unitId !== undefined) parts.push(sql`calendar_date.unit_id = ${unitId}`);
  if (kind !== undefined) parts.push(sql`calendar_event.kind = ${kind}`);
  if (state !== undefined) parts.push(sql`calendar_date.state = ${state}`);
  if (isLive === true) parts.push(sql`calendar_date.state not in ('cancelled', 'postponed')`);
  if (dateId !== undefined) parts.push(sql`calendar_date.id = ${dateId}`);
  if (eventId !== undefined) parts.push(sql`calendar_date.event_id = ${eventId}`);
  for (const word of fold(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`calendar_event.folded like ${pattern}`);
  }
  return sql`${sql.join(parts, sql` and `)}`;
}

/** A row as the desk shows it, with its lunar day and the years that it reminds of. Pure. */
export function presentDate(row: DateSqlRow, table: LunarTable, settings: CalendarSettings): DateRow {
  return {
    id: row.id,
    eventId: row.eventId,
    kind: row.kind,
    titles: titlesWith(row.titles, row.forTitles),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    startTime: row.startTime,
    endTime: row.endTime,
    lunar: lunarDateOf(table, row.startsOn),
    state: row.state,
    place: row.place,
    unitId: row.unitId,
    unitNames: row.unitNames,
    audience: row.audience,
    isMajor: row.isMajor,
    isSeries: row.isSeries,
    daysOff: row.daysOff,
    anniversary: anniversaryOf({ sinceYear: row.sinceYear, on: row.startsOn, roundYears: settings.roundYears }),
    evidence: row.evidence,
    clauseId: row.clauseId,
    postponedToOn: row.postponedToOn,
  };
}

/** A clock that counts from an event abroad bears that event's name too. */
function titlesWith(titles: Record<string, string>, of: Record<string, string> | null): Record<string, string> {
  if (of === null) return titles;
  return Object.fromEntries(
    Object.entries(titles).map(([language, title]) => [language, `${title}: ${of[language] ?? of.vi ?? ''}`]),
  );
}

export async function readDates(
  context: Context,
  filter: DateFilter,
  page: { limit: number; offset: number },
): Promise<DateRow[]> {
  const [rows, table, { settings }] = [
    await queryDates(context, filter, page),
    await loadLunarTable(),
    await readCalendarSettings(context.db),
  ];
  return rows.map((row) => presentDate(row, table, settings));
}

const datesOfRange = 2000;
const daysOfRange = 400;

export async function readCalendarRange(
  context: Context,
  filter: DateFilter & { from: string; to: string; show?: 'dates' | 'counts' },
): Promise<EndpointOutput<typeof readRange>> {
  const count = daysBetween(filter.from, filter.to) + 1;
  if (count < 1 || count > daysOfRange) throw rangeTooLong({ limit: daysOfRange });
  const table = await loadLunarTable();
  const today = dayInDepartment(context.clock.now());
  const isCounted = filter.show === 'counts';
  const dates = isCounted ? [] : await readDates(context, filter, { limit: datesOfRange + 1, offset: 0 });
  return {
    today,
    days: Array.from({ length: count }, (_, index) => {
      const day = addDays(filter.from, index);
      return { day, lunar: lunarDateOf(table, day) };
    }),
    dates: dates.slice(0, datesOfRange),
    counts: isCounted ? await countByDay(context, filter) : [],
    isMore: dates.length > datesOfRange,
    // What clashed in a day that has passed is of no use in a view of a year.
    clashes: await readClashes(
      context,
      isCounted ? { ...filter, from: [filter.from, today].sort().at(-1) ?? today } : filter,
    ),
    createInUnitIds: await readProposableUnits(context),
    abilities: { settings: keepsCalendar(context.actor) },
  };
}

/** Units in whose name the person may enter events, the own ones first. */
async function readProposableUnits(context: Context): Promise<string[]> {
  const { actor } = context;
  const own = unitIdsOf(actor);
  const others = keepsCalendar(actor) ? (await readUnits(context.db)).map((unit) => unit.id) : [];
  return [...new Set([...own, ...others])].filter((unitId) => mayPropose(actor, { unitId, kind: 'event' }));
}

const pageSize = 50;

export async function readDateList(
  context: Context,
  filter: DateFilter & { page: number },
): Promise<EndpointOutput<typeof listDates>> {
  const { page, ...rest } = filter;
  const found = { ...rest, from: filter.from ?? dayInDepartment(context.clock.now()) };
  const dates = await readDates(context, found, { limit: pageSize, offset: (page - 1) * pageSize });
  return { dates, total: await countDates(context, found), pageSize };
}

export async function readUndated(context: Context): Promise<EndpointOutput<typeof listUndated>> {
  const rows = await sql<EndpointOutput<typeof listUndated>['events'][number]>`
    select calendar_event.id, calendar_event.kind, calendar_event.titles, calendar_event.place, unit.names as "unitNames", calendar_event.note, calendar_event.source
    from calendar_event join unit on unit.id = calendar_event.unit_id
    where calendar_event.rule->>'kind' = 'unknown' and ${visibleEvents(context.actor)}
    order by calendar_event.kind, calendar_event.titles->>'vi' limit 200`.execute(context.db);
  return { events: rows.rows };
}
