import ICAL from 'ical.js';
import type { EventRule } from '../../calendar.shapes.contract.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';
import type { Moment, Moments } from './ics-moments.ts';
import { icsLimits } from './ics-shapes.ts';
import { fromUtc, wallMinutes, wallText, zoneName } from './ics-zones.ts';
import { expandRepeat, parseRepeat } from './repeat-days.ts';
import { expandZoned } from './zoned-days.ts';

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

/** The rule of a series and the days that it gives. */
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
  return isHouse ? repeatAtHome(input, recur, { except, extra }) : repeatAbroad(input, recur, { except, extra });
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

/** A series of another zone keeps its clocks: the hours here change with those there, year after year. */
function repeatAbroad({ start, end, span, moments }: SeriesInput, recur: ICAL.Recur, lists: Lists): SeriesRule {
  if (recur.until && !recur.until.isDate && recur.until.zone === ICAL.Timezone.utcTimezone) {
    // UNTIL is written in UTC (RFC 5545, 3.3.10), the series in its own time.
    const last = wallText(fromUtc(wallMinutes(recur.until.toString().slice(0, 16)), start.zone));
    recur.until = ICAL.Time.fromDateTimeString(`${last}:00`);
  }
  const minutes = minutesBetween(start.time, end.time);
  const here = (moment: Moment) => `${moment.on}T${moment.time ?? '00:00'}`;
  const rule = {
    kind: 'zoned' as const,
    from: start.own.toString().slice(0, 16),
    zone: zoneName(start.zone),
    lastsMinutes: minutes,
    rrule: recur.toString().slice(0, 300),
    // A whole day that is left out leaves out what begins on it.
    except: [
      ...new Set(
        lists.except.map((each) =>
          each.time === null ? here(moments.of(onDay(start.own, each.own), start.zone)) : here(each),
        ),
      ),
    ].slice(0, 500),
    extra: lists.extra
      .map((each) => ({ on: each.on, startTime: each.time, endTime: addMinutes(each.time, minutes) }))
      .slice(0, 500),
  };
  const days = expandZoned(rule, span) ?? [];
  return { rule, days };
}

function onDay(time: ICAL.Time, day: ICAL.Time): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${day.toString().slice(0, 10)}T${time.toString().slice(11, 19)}`);
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
