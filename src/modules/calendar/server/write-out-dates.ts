import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import { loadLunarTable } from '../../../platform/clock/lunar-table.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import {
  type DateRecord,
  type DateShape,
  deleteDates,
  type EventRow,
  insertDates,
  readDatesAbroad,
  readDatesOf,
  readEventsToWriteOut,
  readRelativeClocks,
  reshapeDates,
} from './calendar.repository.ts';
import { daysOfRule, horizonOf, isPlainRule, lastDay, type RuleDay, type Span } from './calendar.rule.ts';
import { openStates } from './calendar.workflow.ts';
import { expandRepeats } from './ics/run-ics-task.ts';

type Wanted = RuleDay & { readonly forDateId: string | null; readonly unitId: string };

/**
 * Writes out the dates of series between last year and the end of the year after next, so that lists, clashes and feeds
 * are plain queries. What a person changed or decided about one date stays. Safe to run at any time.
 */
export async function writeOutDates(context: Context, eventIds: readonly string[] | null): Promise<void> {
  const events = await readEventsToWriteOut(context.db, eventIds);
  const wanted = await wantedDates(context, events);
  const at = context.clock.now();
  const existing = Map.groupBy(await readDatesOf(context.db, [...wanted.keys()]), (date) => date.event_id);
  const added: Parameters<typeof insertDates>[1][number][] = [];
  const changed: DateShape[] = [];
  const gone: string[] = [];
  for (const event of events) {
    const difference = compare(event, wanted.get(event.id) ?? [], existing.get(event.id) ?? [], dayInDepartment(at));
    changed.push(...difference.changed);
    gone.push(...difference.gone);
    for (const day of difference.added) {
      added.push({
        id: newId(at.getTime()),
        event_id: event.id,
        original_on: day.on,
        for_date_id: day.forDateId,
        ...shapeOf(event, day),
        state: event.initial_state,
        first_confirmed_at: event.initial_state === 'confirmed' ? at : null,
        unit_id: day.unitId,
        postponed_to: null,
        audience_count: null,
        own_place: null,
        changed_at: at,
        created_at: at,
      });
    }
  }
  await deleteDates(context.db, gone);
  await reshapeDates(context.db, changed, at);
  await insertDates(context.db, added);
}

/** After a change of events abroad: the clocks that count from them. */
export async function writeOutRelativeClocks(context: Context): Promise<void> {
  const clocks = await readRelativeClocks(context.db);
  if (clocks.length > 0) await writeOutDates(context, clocks);
}

function shapeOf(event: EventRow, day: RuleDay) {
  return {
    starts_on: day.on,
    ends_on: lastDay(day.on, event.lasts_days),
    start_time: day.startTime === undefined ? event.start_time : day.startTime,
    end_time: day.endTime === undefined ? event.end_time : day.endTime,
  };
}

async function wantedDates(context: Context, events: readonly EventRow[]): Promise<Map<string, Wanted[]>> {
  const span = horizonOf(dayInDepartment(context.clock.now()));
  const table = await loadLunarTable();
  const repeats = events.flatMap(({ id, rule }) =>
    rule.kind === 'repeat' || rule.kind === 'zoned' ? [{ id, rule }] : [],
  );
  const expanded = await expandRepeats(
    repeats.map(({ rule }) => rule),
    span,
  );
  const repeated = new Map(repeats.map(({ id }, index) => [id, expanded[index] ?? []]));
  const abroad = events.some(({ rule }) => rule.kind === 'relative') ? await readDatesAbroad(context.db) : [];
  const wanted = new Map<string, Wanted[]>();
  for (const event of events) {
    const { rule } = event;
    const own = { forDateId: null, unitId: event.unit_id };
    const days = isPlainRule(rule) ? daysOfRule(rule, span, table) : (repeated.get(event.id) ?? []);
    const relative =
      rule.kind === 'relative'
        ? abroad.map((date) => ({
            on: addDays(rule.days < 0 ? date.starts_on : date.ends_on, rule.days),
            forDateId: date.id,
            unitId: date.unit_id,
          }))
        : [];
    const all = [...days.map((day) => ({ ...day, ...own })), ...relative];
    wanted.set(
      event.id,
      all.filter((day) => isValid(event, day.on, span)),
    );
  }
  return wanted;
}

function isValid(event: EventRow, on: string, span: Span): boolean {
  if (event.valid_from !== null && on < event.valid_from) return false;
  if (event.valid_to !== null && on > event.valid_to) return false;
  return event.rule.kind === 'once' || event.rule.kind === 'dates' || (on >= span.from && on <= span.to);
}

/** What is to be added, changed, removed so that the dates are those that the series wants. Pure. */
function compare(event: EventRow, wanted: readonly Wanted[], existing: readonly DateRecord[], today: string) {
  const keyOf = (on: string, forDateId: string | null) => `${on} ${forDateId ?? ''}`;
  const known = new Map(existing.map((date) => [keyOf(date.original_on, date.for_date_id), date]));
  const wantedKeys = new Set(wanted.map((day) => keyOf(day.on, day.forDateId)));
  const missing = wanted.filter((day) => !known.has(keyOf(day.on, day.forDateId)));
  // Only what may still change: neither decided, nor moved by a person, nor past.
  const isFree = (date: DateRecord) => !date.is_changed && openStates.includes(date.state) && date.ends_on >= today;
  const stale = existing.filter((date) => isFree(date) && !wantedKeys.has(keyOf(date.original_on, date.for_date_id)));
  const changed: DateShape[] = [];
  const added: Wanted[] = [];
  for (const day of missing) {
    // A yearly date that moves keeps what hangs on it; that its new day is certain must be said anew.
    const moved = stale.findIndex((date) => isSamePlaceInSeries(event, date, day));
    const [date] = moved < 0 ? [] : stale.splice(moved, 1);
    if (date) changed.push(reshape(event, date, day, event.initial_state));
    else added.push(day);
  }
  for (const day of wanted) {
    const date = known.get(keyOf(day.on, day.forDateId));
    if (date && isFree(date) && differs(event, date, day)) changed.push(reshape(event, date, day, date.state));
  }
  return { added, changed, gone: stale.map((date) => date.id) };
}

function isSamePlaceInSeries(event: EventRow, date: DateRecord, day: Wanted): boolean {
  if (date.for_date_id !== day.forDateId) return false;
  if (event.rule.kind === 'once' || event.rule.kind === 'relative') return true;
  const isYearly = event.rule.kind === 'solar' || event.rule.kind === 'lunar';
  return isYearly && date.original_on.slice(0, 4) === day.on.slice(0, 4);
}

function reshape(event: EventRow, date: DateRecord, day: Wanted, state: DateRecord['state']): DateShape {
  const shape = shapeOf(event, day);
  return {
    id: date.id,
    originalOn: day.on,
    startsOn: shape.starts_on,
    endsOn: shape.ends_on,
    startTime: shape.start_time,
    endTime: shape.end_time,
    unitId: day.unitId,
    state,
  };
}

function differs(event: EventRow, date: DateRecord, day: Wanted): boolean {
  const shape = shapeOf(event, day);
  return (
    date.starts_on !== shape.starts_on ||
    date.ends_on !== shape.ends_on ||
    date.start_time !== shape.start_time ||
    date.end_time !== shape.end_time ||
    date.unit_id !== day.unitId
  );
}
