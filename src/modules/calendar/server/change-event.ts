import { recordAudit } from '../../../platform/audit/audit.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { EventDetail, EventFields } from '../calendar.shapes.contract.ts';
import { readEventDetail } from './calendar.detail.read-model.ts';
import { dateMissing, dayTaken } from './calendar.errors.ts';
import { keepsCalendar, mayEdit } from './calendar.policy.ts';
import {
  type DateRecord,
  type EventRow,
  findDateOn,
  insertEvent,
  lockDate,
  lockEvent,
  moveDatesToEvent,
  updateDate,
  updateEvent,
} from './calendar.repository.ts';
import { lastDay } from './calendar.rule.ts';
import { isEventVisible } from './calendar.visible.read-model.ts';
import { checkEvent, eventColumns, namesOf } from './check-event.ts';
import { writeOutDates, writeOutRelativeClocks } from './write-out-dates.ts';

export interface ChangeEvent extends EventFields {
  readonly eventId: string;
  readonly scope: 'one' | 'later' | 'all';
  readonly dateId: string | null;
  readonly startsOn: string | null;
  readonly version: number;
}

/** Changes a series as a whole, from one date on, or one date of it. */
export async function changeEvent(outer: Context, input: ChangeEvent): Promise<EventDetail> {
  const { eventId, scope, dateId, startsOn, version, ...fields } = input;
  await checkEvent(outer, fields);
  return inTransaction(outer, async (context) => {
    const event = await lockEvent(context.db, eventId);
    if (!event || !(await isEventVisible(context, eventId))) throw notFound();
    if (!mayEdit(context.actor, { unitId: event.unit_id, kind: event.kind })) throw notPermitted();
    if (event.version !== version) throw versionConflict({ current: event.version });
    const date = dateId === null ? null : await lockDate(context.db, dateId);
    const isOfEvent = date?.event_id === event.id;
    if (scope !== 'all' && !isOfEvent) throw dateMissing();
    const shown = await change(context, { event, date: isOfEvent ? (date ?? null) : null, scope, startsOn, fields });
    if (event.is_abroad || fields.isAbroad) await writeOutRelativeClocks(context);
    return readEventDetail(context, shown);
  });
}

interface Change {
  readonly event: EventRow;
  readonly date: DateRecord | null;
  readonly scope: ChangeEvent['scope'];
  readonly startsOn: string | null;
  readonly fields: EventFields;
}

async function change(context: Context, input: Change): Promise<{ eventId: string; dateId?: string }> {
  const { event, date, scope, fields } = input;
  if (scope === 'one' && date) return changeOne(context, { ...input, date });
  if (scope === 'later' && date) return changeLater(context, { ...input, date });
  const now = context.clock.now();
  await updateEvent(context.db, event.id, { ...eventColumns(fields), edited_at: now });
  await writeOutDates(context, [event.id]);
  await recordAudit(context, {
    subjectKind: 'calendar_event',
    subjectId: event.id,
    action: 'calendar.change_event',
    before: wordsOf(event),
    after: changedWords(fields),
  });
  return date ? { eventId: event.id, dateId: date.id } : { eventId: event.id };
}

/** One date gets words, place and day of its own; later changes of the series no longer reach it. */
async function changeOne(context: Context, input: Change & { date: DateRecord }) {
  const { event, date, fields } = input;
  const startsOn = input.startsOn ?? date.starts_on;
  if (startsOn !== date.starts_on) {
    const taken = await findDateOn(context.db, event.id, startsOn);
    if (taken && taken.id !== date.id) throw dayTaken({ day: startsOn });
  }
  // Who may not confirm a day may not move a confirmed one and leave it so.
  const falls = date.state === 'confirmed' && startsOn !== date.starts_on && !keepsCalendar(context.actor);
  await updateDate(context.db, date.id, {
    own_titles: JSON.stringify(namesOf(fields.titles)),
    own_place: fields.place,
    starts_on: startsOn,
    ends_on: lastDay(startsOn, fields.lastsDays),
    start_time: fields.startTime,
    end_time: fields.endTime,
    is_changed: true,
    changed_at: context.clock.now(),
    ...(falls ? { state: 'planned' as const } : {}),
  });
  // The version of the event guards every form that shows it; an import leaves alone what a person has touched.
  await updateEvent(context.db, event.id, event.import_uid === null ? {} : { edited_at: context.clock.now() });
  await recordAudit(context, {
    subjectKind: 'calendar_event',
    subjectId: event.id,
    action: 'calendar.change_date',
    before: {
      title: (date.own_titles ?? event.titles).vi,
      startsOn: date.starts_on,
      place: date.own_place ?? event.place,
    },
    after: { title: fields.titles.vi, startsOn, place: fields.place },
  });
  return { eventId: event.id, dateId: date.id };
}

/** The series ends the day before; a new one goes on from there and takes over the dates that lie ahead. */
async function changeLater(context: Context, input: Change & { date: DateRecord }) {
  const { event, date, fields } = input;
  const now = context.clock.now();
  const id = newId(now.getTime());
  await insertEvent(context.db, {
    ...eventColumns(fields),
    id,
    reference_id: null,
    valid_from: date.original_on,
    valid_to: event.valid_to,
    days_off: event.days_off,
    lead_days: event.lead_days,
    initial_state: event.initial_state,
    import_uid: null,
    import_hash: null,
    edited_at: now,
    created_by: context.actor.personId,
    created_at: now,
  });
  await updateEvent(context.db, event.id, { valid_to: addDays(date.original_on, -1), edited_at: now });
  await moveDatesToEvent(context.db, { from: event.id, to: id, since: date.original_on });
  await writeOutDates(context, [event.id, id]);
  const subjects = [event.id, id];
  for (const subjectId of subjects)
    await recordAudit(context, {
      subjectKind: 'calendar_event',
      subjectId,
      action: 'calendar.split_event',
      before: wordsOf(event),
      after: { ...changedWords(fields), from: date.original_on },
    });
  return { eventId: id };
}

function wordsOf(event: EventRow) {
  return { title: event.titles.vi, place: event.place, rule: event.rule, unitId: event.unit_id, note: event.note };
}

function changedWords(fields: EventFields) {
  const { titles, place, rule, unitId, note } = fields;
  return { title: titles.vi, place, rule, unitId, note };
}
