import ICAL from 'ical.js';
import type { EventRule } from '../../calendar.shapes.contract.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';
import type { Moment, Moments } from './ics-moments.ts';
import { icsLimits } from './ics-shapes.ts';
import { expandRepeat, parseRepeat, timesOf } from './repeat-days.ts';

// Runs in the worker only (run-ics-task.ts).

interface SeriesInput {
  readonly event: ICAL.Component;
  readonly start: Moment;
  readonly end: { readonly lastsDays: number; readonly time: string | null };
  readonly moments: Moments;
  readonly span: Span;
  readonly warn: (code: string, value?: string) => void;
}
interface SeriesRule {
  readonly rule: EventRule | null;
  readonly days: RuleDay[];
}

/** The rule of a series and the days that it gives. A series in a foreign zone is written out, for its hours here change with the clocks there. */
export function ruleOfSeries(input: SeriesInput): SeriesRule {
  const { event, start, moments, warn } = input;
  const given = event.getAllProperties('rrule');
  const extra = event.getAllProperties('rdate').flatMap((property) => moments.all(property, warn));
  if (given.length === 0 && extra.length === 0) {
    return { rule: { kind: 'once', on: start.on }, days: [{ on: start.on }] };
  }
  if (given.length > 1) warn('one_rule_only');
  const written = given[0] ? String(given[0].getFirstValue()) : 'FREQ=DAILY;COUNT=1';
  const recur = parseRepeat(written);
  if (!recur) {
    warn('rule_not_understood', written.slice(0, 120));
    return { rule: null, days: [] };
  }
  const except = event.getAllProperties('exdate').flatMap((property) => moments.all(property, warn));
  const isHouse = start.zone.kind === 'house' || start.time === null;
  return isHouse ? repeatAtHome(input, recur, { except, extra }) : writeOut(input, recur, { except, extra });
}

type Lists = { readonly except: readonly Moment[]; readonly extra: readonly Moment[] };

function repeatAtHome({ start, span, moments }: SeriesInput, recur: ICAL.Recur, lists: Lists): SeriesRule {
  // UNTIL is written in UTC; on whole days it is the day that it falls on here.
  if (recur.until && !recur.until.isDate) {
    const isUtc = recur.until.zone === ICAL.Timezone.utcTimezone;
    const last = moments.of(recur.until, isUtc ? { kind: 'offset', minutes: 0 } : { kind: 'house' });
    recur.until = ICAL.Time.fromDateString(last.on);
  }
  const rule = {
    kind: 'repeat' as const,
    from: start.on,
    rrule: recur.toString().slice(0, 300),
    except: [...new Set(lists.except.map((each) => each.on))].slice(0, 500),
    extra: [...new Set(lists.extra.map((each) => each.on))].slice(0, 500),
  };
  const days = (expandRepeat(rule, span) ?? []).slice(0, icsLimits.datesOfSeries);
  return { rule, days: days.map((on) => ({ on })) };
}

function writeOut({ start, end, span, moments }: SeriesInput, recur: ICAL.Recur, lists: Lists): SeriesRule {
  const left = new Set(lists.except.map((each) => each.own.toString()));
  const minutes = minutesBetween(start.time, end.time);
  const found = [
    ...timesOf(recur, start.own, span.to)
      .filter((time) => !left.has(time.toString()))
      .map((time) => moments.of(time, start.zone)),
    ...lists.extra,
  ].filter((moment) => moment.on >= span.from && moment.on <= span.to);
  const days = [...new Map(found.map((moment) => [moment.on, moment])).values()]
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .slice(0, icsLimits.datesOfSeries)
    .map((moment) => ({ on: moment.on, startTime: moment.time, endTime: addMinutes(moment.time, minutes) }));
  return { rule: days.length > 0 ? { kind: 'dates', days } : null, days };
}

function minutesBetween(start: string | null, end: string | null): number | null {
  if (start === null || end === null) return null;
  return (minuteOfDay(end) - minuteOfDay(start) + 1440) % 1440;
}

function addMinutes(time: string | null, minutes: number | null): string | null {
  if (time === null || minutes === null) return null;
  const total = (minuteOfDay(time) + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
