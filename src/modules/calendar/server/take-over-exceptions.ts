import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import {
  type DateRecord,
  type EventRow,
  insertDate,
  readDatesOf,
  readEventsToWriteOut,
  updateDate,
} from './calendar.repository.ts';
import { lastDay } from './calendar.rule.ts';
import type { IcsException, IcsSeries } from './ics/ics-shapes.ts';

/** Single dates that the other program moved, renamed or called off (RECURRENCE-ID), and series that it called off. */
export async function takeOverExceptions(
  context: Context,
  taken: readonly { readonly eventId: string; readonly series: IcsSeries }[],
): Promise<void> {
  const ids = taken.map((one) => one.eventId);
  const events = new Map((await readEventsToWriteOut(context.db, ids)).map((event) => [event.id, event]));
  const dates = Map.groupBy(await readDatesOf(context.db, ids), (date) => date.event_id);
  for (const { eventId, series } of taken) {
    const event = events.get(eventId);
    const own = dates.get(eventId) ?? [];
    if (!event) continue;
    if (series.isCancelled) for (const date of own) await cancel(context, date);
    for (const exception of series.exceptions)
      await takeOver(context, { event, exception, date: own.find((one) => one.original_on === exception.originalOn) });
  }
}

async function cancel(context: Context, date: DateRecord): Promise<void> {
  if (date.state === 'held' || date.state === 'cancelled') return;
  await updateDate(context.db, date.id, { state: 'cancelled', changed_at: context.clock.now() });
}

async function takeOver(
  context: Context,
  input: { event: EventRow; exception: IcsException; date: DateRecord | undefined },
): Promise<void> {
  const { event, exception, date } = input;
  const at = context.clock.now();
  if (exception.isCancelled) {
    if (date) await cancel(context, date);
    return;
  }
  const shape = {
    starts_on: exception.on,
    ends_on: lastDay(exception.on, exception.lastsDays),
    start_time: exception.startTime,
    end_time: exception.endTime,
    own_titles: exception.title === '' ? null : JSON.stringify({ vi: exception.title }),
    own_place: exception.place,
    is_changed: true,
    changed_at: at,
  };
  if (date) {
    if (date.state !== 'held') await updateDate(context.db, date.id, shape);
    return;
  }
  await insertDate(context.db, {
    ...shape,
    id: newId(at.getTime()),
    event_id: event.id,
    original_on: exception.originalOn,
    for_date_id: null,
    state: event.initial_state,
    first_confirmed_at: null,
    postponed_to: null,
    audience_count: null,
    unit_id: event.unit_id,
    created_at: at,
  });
}
