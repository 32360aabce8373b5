import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { eventHeld, eventReopened } from '../calendar.events.ts';
import type { DateAction, EventDetail } from '../calendar.shapes.contract.ts';
import { readEventDetail } from './calendar.detail.read-model.ts';
import { dayTaken, notYet, reasonMissing } from './calendar.errors.ts';
import { canActOnDate } from './calendar.policy.ts';
import {
  type DateRecord,
  type EventRow,
  insertDate,
  lockDate,
  lockEvent,
  readDateRecord,
  updateDate,
} from './calendar.repository.ts';
import { lastDay } from './calendar.rule.ts';
import { isDateVisible } from './calendar.visible.read-model.ts';
import { actionsWithReason, nextDateState, openStates } from './calendar.workflow.ts';
import { daysBetween } from './days-between.ts';
import { writeOutRelativeClocks } from './write-out-dates.ts';

export interface ActOnDate {
  readonly dateId: string;
  readonly action: DateAction;
  readonly reason: string;
  readonly newStartsOn: string | null;
  readonly audienceCount: number | null;
  readonly audienceNote: string;
  readonly version: number;
}

/** Moves a date by one step of the workflow. */
export async function actOnDate(outer: Context, input: ActOnDate): Promise<EventDetail> {
  return inTransaction(outer, async (context) => {
    const found = await readDateRecord(context.db, input.dateId);
    // The event first, as everything that writes dates does: nobody waits for the other.
    const event = found ? await lockEvent(context.db, found.event_id) : undefined;
    const date = event ? await lockDate(context.db, input.dateId) : undefined;
    if (!event || !date || !(await isDateVisible(context, date.id))) throw notFound();
    const to = nextDateState(date.state, input.action);
    const subject = { unitId: date.unit_id, kind: event.kind, state: date.state };
    if (to !== null && !canActOnDate(context.actor, input.action, subject)) throw notPermitted();
    if (date.version !== input.version) throw versionConflict({ current: date.version });
    if (to === null) throw transitionNotAllowed({ state: date.state });
    if (actionsWithReason.includes(input.action) && input.reason.length < 3) throw reasonMissing();
    const at = context.clock.now();
    // A clock is done before its day; an event is not held before it has begun.
    if (input.action === 'hold' && event.kind !== 'clock' && date.starts_on > dayInDepartment(at))
      throw notYet({ day: date.starts_on });
    const consequence = await followUp(context, { event, date, input });
    await updateDate(context.db, date.id, {
      state: to,
      reason: input.reason,
      changed_at: at,
      first_confirmed_at: date.first_confirmed_at ?? (to === 'confirmed' ? at : null),
      ...consequence,
    });
    await recordAudit(context, {
      subjectKind: 'calendar_event',
      subjectId: event.id,
      action: `calendar.${input.action}`,
      before: { state: date.state, startsOn: date.starts_on },
      after: { state: to, startsOn: input.action === 'postpone' ? input.newStartsOn : date.starts_on },
      ...(input.reason === '' ? {} : { reason: input.reason }),
    });
    if (event.is_abroad) await writeOutRelativeClocks(context);
    return readEventDetail(context, { eventId: event.id, dateId: date.id });
  });
}

interface Step {
  readonly event: EventRow;
  readonly date: DateRecord;
  readonly input: ActOnDate;
}

type Consequence = Partial<Pick<DateRecord, 'postponed_to' | 'audience_count' | 'audience_note'>>;

/** What a step brings with it beside the state. */
async function followUp(context: Context, step: Step): Promise<Consequence> {
  const { event, date, input } = step;
  if (input.action === 'postpone') return { postponed_to: await makeNewDate(context, step) };
  if (input.action === 'reopen') return reopen(context, step);
  if (input.action !== 'hold' || event.kind === 'clock') return {};
  await emitEvent(context, eventHeld, {
    dateId: date.id,
    eventId: event.id,
    clauseId: event.clause_id,
    unitId: date.unit_id,
    title: (date.own_titles ?? event.titles).vi ?? '',
    place: date.own_place ?? event.place,
    occurredOn: date.starts_on,
    audienceCount: input.audienceCount,
  });
  return { audience_count: input.audienceCount, audience_note: input.audienceNote };
}

/** The date to which the old one points; null while nobody knows the new day. */
async function makeNewDate(context: Context, { date, input }: Step): Promise<string | null> {
  const startsOn = input.newStartsOn;
  if (startsOn === null) return null;
  const at = context.clock.now();
  const id = newId(at.getTime());
  const isMade = await insertDate(context.db, {
    id,
    event_id: date.event_id,
    original_on: startsOn,
    for_date_id: date.for_date_id,
    starts_on: startsOn,
    ends_on: lastDay(startsOn, daysBetween(date.starts_on, date.ends_on) + 1),
    start_time: date.start_time,
    end_time: date.end_time,
    state: 'planned',
    is_changed: true,
    own_titles: date.own_titles === null ? null : JSON.stringify(date.own_titles),
    own_place: date.own_place,
    postponed_to: null,
    audience_count: null,
    // Who knew of the old day learns of the new one.
    first_confirmed_at: date.first_confirmed_at,
    unit_id: date.unit_id,
    changed_at: at,
    created_at: at,
  });
  if (!isMade) throw dayTaken({ day: startsOn });
  return id;
}

async function reopen(context: Context, { date, input }: Step): Promise<Consequence> {
  if (date.state === 'held') await emitEvent(context, eventReopened, { dateId: date.id, reason: input.reason });
  if (date.postponed_to === null) return {};
  const replacement = await lockDate(context.db, date.postponed_to);
  // The day to which it had been put off was held, or put off again: then that is what happened.
  if (replacement && !openStates.includes(replacement.state) && replacement.state !== 'cancelled')
    throw transitionNotAllowed({ state: date.state });
  if (replacement && replacement.state !== 'cancelled')
    await updateDate(context.db, replacement.id, {
      state: 'cancelled',
      reason: input.reason,
      changed_at: context.clock.now(),
    });
  return { postponed_to: null };
}
