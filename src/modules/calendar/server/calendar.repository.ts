import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { DateState, EventRule } from '../calendar.shapes.contract.ts';
import type { CalendarDateTable, CalendarEventTable } from './calendar.tables.ts';

export type EventRow = Selectable<CalendarEventTable>;
export type DateRecord = Selectable<CalendarDateTable>;

/** False when an event with this id is there already. */
export async function insertEvent(db: Database, event: Insertable<CalendarEventTable>): Promise<boolean> {
  const row = await db
    .insertInto('calendar_event')
    .values(event)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
export async function insertEvents(db: Database, events: readonly Insertable<CalendarEventTable>[]): Promise<void> {
  if (events.length > 0)
    await db
      .insertInto('calendar_event')
      .values([...events])
      .execute();
}

export async function lockEvent(db: Database, id: string): Promise<EventRow | undefined> {
  return db.selectFrom('calendar_event').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function lockDate(db: Database, id: string): Promise<DateRecord | undefined> {
  return db.selectFrom('calendar_date').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function readDateRecord(db: Database, id: string): Promise<DateRecord | undefined> {
  return db.selectFrom('calendar_date').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateEvent(db: Database, id: string, change: Updateable<CalendarEventTable>): Promise<void> {
  await db
    .updateTable('calendar_event')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
export async function updateDate(db: Database, id: string, change: Updateable<CalendarDateTable>): Promise<void> {
  await db
    .updateTable('calendar_date')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** False when the series has a date of this day already. */
export async function insertDate(db: Database, date: Insertable<CalendarDateTable>): Promise<boolean> {
  const row = await db
    .insertInto('calendar_date')
    .values(date)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
export async function insertDates(db: Database, dates: readonly Insertable<CalendarDateTable>[]): Promise<void> {
  // PostgreSQL takes at most 65,535 values in one statement.
  for (let start = 0; start < dates.length; start += 2000) {
    await db
      .insertInto('calendar_date')
      .values(dates.slice(start, start + 2000))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
export async function findDateOn(db: Database, eventId: string, originalOn: string): Promise<DateRecord | undefined> {
  return db
    .selectFrom('calendar_date')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('original_on', '=', originalOn)
    .where('for_date_id', 'is', null)
    .executeTakeFirst();
}

/** Events whose dates are to be written out: all, or those named; locked against each other's changes. */
export async function readEventsToWriteOut(db: Database, ids: readonly string[] | null): Promise<EventRow[]> {
  let query = db.selectFrom('calendar_event').selectAll().orderBy('id').forUpdate();
  if (ids) query = query.where('id', 'in', [...ids]);
  return query.execute();
}
export async function readDatesOf(db: Database, eventIds: readonly string[]): Promise<DateRecord[]> {
  if (eventIds.length === 0) return [];
  return db
    .selectFrom('calendar_date')
    .selectAll()
    .where('event_id', 'in', [...eventIds])
    .orderBy('original_on')
    .execute();
}
/** From a day on, the dates of one series become those of another. */
export async function moveDatesToEvent(db: Database, move: { from: string; to: string; since: string }): Promise<void> {
  await db
    .updateTable('calendar_date')
    .set((eb) => ({ event_id: move.to, version: eb('version', '+', 1) }))
    .where('event_id', '=', move.from)
    .where('original_on', '>=', move.since)
    .execute();
}
export async function deleteDates(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('calendar_date')
      .where('id', 'in', [...ids])
      .execute();
}

export interface DateShape {
  readonly id: string;
  readonly originalOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly unitId: string;
  readonly state: DateState;
}
/** Brings dates to what their series now says, all in one statement. */
export async function reshapeDates(db: Database, shapes: readonly DateShape[], at: Date): Promise<void> {
  if (shapes.length === 0) return;
  await sql`
    update calendar_date set original_on = shape."originalOn"::date, starts_on = shape."startsOn"::date, ends_on = shape."endsOn"::date,
      start_time = shape."startTime", end_time = shape."endTime", unit_id = shape."unitId", state = shape.state, changed_at = ${at}, version = calendar_date.version + 1
    from jsonb_to_recordset(${JSON.stringify(shapes)}::jsonb) as shape(id uuid, "originalOn" text, "startsOn" text, "endsOn" text, "startTime" text, "endTime" text, "unitId" text, state text)
    where calendar_date.id = shape.id`.execute(db);
}

/** Dates of events abroad, from which clocks count. */
export async function readDatesAbroad(
  db: Database,
): Promise<{ id: string; starts_on: string; ends_on: string; unit_id: string }[]> {
  return db
    .selectFrom('calendar_date')
    .innerJoin('calendar_event', 'calendar_event.id', 'calendar_date.event_id')
    .select(['calendar_date.id', 'starts_on', 'ends_on', 'calendar_date.unit_id'])
    .where('calendar_event.is_abroad', '=', true)
    .where('calendar_date.state', 'in', ['planned', 'confirmed', 'held'])
    .execute();
}
export async function readRelativeClocks(db: Database): Promise<string[]> {
  const rows = await sql<{ id: string }>`select id from calendar_event where rule->>'kind' = 'relative'`.execute(db);
  return rows.rows.map((row) => row.id);
}

export async function clauseExists(db: Database, clauseId: string): Promise<boolean> {
  return (await sql`select 1 from clause where id = ${clauseId}`.execute(db)).rows.length > 0;
}
export async function countKnownUnits(db: Database, ids: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('unit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', [...ids])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Events of reference files by their id there. */
export async function readReferenceEvents(db: Database): Promise<Map<string, EventRow>> {
  const rows = await db.selectFrom('calendar_event').selectAll().where('reference_id', 'is not', null).execute();
  return new Map(rows.map((row) => [row.reference_id ?? '', row]));
}
/** One import into a unit at a time. */
export async function lockImportsOf(db: Database, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`calendar import ${unitId}`}))`.execute(db);
}
export async function readImportedEvents(
  db: Database,
  unitId: string,
  uids: readonly string[],
): Promise<Map<string, EventRow>> {
  if (uids.length === 0) return new Map();
  const rows = await db
    .selectFrom('calendar_event')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('import_uid', 'in', [...uids])
    .execute();
  return new Map(rows.map((row) => [row.import_uid ?? '', row]));
}

export function ruleText(rule: EventRule): string {
  return JSON.stringify(rule);
}
