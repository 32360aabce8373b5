// Joins tables of earlier modules: unit (organisation), clause (directives).
import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import { loadLunarTable } from '../../../platform/clock/lunar-table.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { EventDetail, EventKind } from '../calendar.shapes.contract.ts';
import { readClashes } from './calendar.clashes.read-model.ts';
import { dateAbilities, mayEdit } from './calendar.policy.ts';
import { type DateSqlRow, presentDate, queryDates } from './calendar.read-model.ts';
import type { EventRow } from './calendar.repository.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { visibleDates, visibleEvents } from './calendar.visibility.read-model.ts';

type EventSqlRow = EventRow & {
  unitNames: Record<string, string>;
  placeUnitNames: Record<string, string> | null;
  clausePath: string | null;
  clauseTitle: string | null;
};

/** An event, and where it is opened at one of its dates, that date. */
export async function readEventDetail(
  context: Context,
  input: { eventId: string; dateId?: string },
): Promise<EventDetail> {
  const found = await sql<EventSqlRow>`
    select calendar_event.*, unit.names as "unitNames", place_unit.names as "placeUnitNames", clause.path as "clausePath", clause.short_title as "clauseTitle"
    from calendar_event join unit on unit.id = calendar_event.unit_id left join unit place_unit on place_unit.id = calendar_event.place_unit_id left join clause on clause.id = calendar_event.clause_id
    where calendar_event.id = ${input.eventId} and ${visibleEvents(context.actor)}`.execute(context.db);
  const event = found.rows[0];
  if (!event) throw notFound();
  const dates = await readDatesOfEvent(context, event.id);
  // An event with one date only is that date.
  const dateId = input.dateId ?? (dates.length === 1 && event.rule.kind === 'once' ? dates[0]?.id : undefined);
  const [row] = dateId === undefined ? [] : await queryDates(context, { dateId }, { limit: 1, offset: 0 });
  if (input.dateId !== undefined && !row) throw notFound();
  return {
    ...presentEvent(event),
    date: row ? await presentOpened(context, row) : null,
    dates,
    clashes: row ? await readClashes(context, { from: row.startsOn, to: row.endsOn, dateId: row.id }) : [],
    history: await readHistory(context.db, { subjects: [{ kind: 'calendar_event', id: event.id }], limit: 100 }),
    abilities: row
      ? abilitiesOf(context, event.kind, row)
      : { edit: mayEdit(context.actor, { unitId: event.unit_id, kind: event.kind }) },
  };
}

export async function readDateDetail(context: Context, dateId: string): Promise<EventDetail> {
  const [row] = await queryDates(context, { dateId }, { limit: 1, offset: 0 });
  if (!row) throw notFound();
  return readEventDetail(context, { eventId: row.eventId, dateId });
}

function abilitiesOf(context: Context, kind: EventKind, row: DateSqlRow): Record<string, boolean> {
  const abilities = dateAbilities(context.actor, { unitId: row.unitId, kind, state: row.state });
  const hasBegun = kind === 'clock' || row.startsOn <= dayInDepartment(context.clock.now());
  return { ...abilities, hold: abilities.hold === true && hasBegun };
}

async function presentOpened(context: Context, row: DateSqlRow): Promise<NonNullable<EventDetail['date']>> {
  const { settings } = await readCalendarSettings(context.db);
  return {
    ...presentDate(row, await loadLunarTable(), settings),
    version: row.version,
    reason: row.reason,
    postponedToId: row.postponedToId,
    audienceCount: row.audienceCount,
    audienceNote: row.audienceNote,
    isChanged: row.isChanged,
  };
}

async function readDatesOfEvent(context: Context, eventId: string): Promise<EventDetail['dates']> {
  const since = addDays(dayInDepartment(context.clock.now()), -365);
  const rows = await sql<EventDetail['dates'][number]>`
    select calendar_date.id, starts_on as "startsOn", ends_on as "endsOn", calendar_date.state
    from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
    where calendar_date.event_id = ${eventId} and ${visibleDates(context.actor)} and (ends_on >= ${since}::date or calendar_event.rule->>'kind' = 'once')
    order by starts_on limit 60`.execute(context.db);
  return rows.rows;
}

function presentEvent(event: EventSqlRow) {
  const { vi = '', en } = event.titles;
  return {
    id: event.id,
    fields: {
      kind: event.kind,
      titles: en === undefined ? { vi } : { vi, en },
      description: event.description,
      rule: event.rule,
      lastsDays: event.lasts_days,
      startTime: event.start_time,
      endTime: event.end_time,
      sinceYear: event.since_year,
      place: event.place,
      placeUnitId: event.place_unit_id,
      unitId: event.unit_id,
      audience: event.audience,
      isMajor: event.is_major,
      isAbroad: event.is_abroad,
      clauseId: event.clause_id,
      source: event.source,
      evidence: event.evidence,
      note: event.note,
    },
    unitNames: event.unitNames,
    placeUnitNames: event.placeUnitNames,
    clause:
      event.clause_id === null
        ? null
        : { id: event.clause_id, path: event.clausePath ?? '', title: event.clauseTitle ?? '' },
    work: event.work,
    isReference: event.reference_id !== null,
    isImported: event.import_uid !== null,
    daysOff: event.days_off,
    validFrom: event.valid_from,
    validTo: event.valid_to,
    version: event.version,
  };
}
