import ICAL from 'ical.js';
import type { EventRule } from '../../calendar.shapes.contract.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';
import { icsLimits } from './ics-shapes.ts';
import { resolveZone, toHouse, wallMinutes, wallText } from './ics-zones.ts';
import { parseRepeat, timesOf } from './repeat-days.ts';

// Runs in the worker only (run-ics-task.ts).

/** A day of slack on either side: noon in Honolulu is the next day here. */
const dayLength = 86_400_000;

/**
 * The days of a series that keeps to the clocks of another zone, with its hours here, which change with the clocks there
 * (RFC 5545, 3.3.10). Null where the rule is none.
 */
export function expandZoned(rule: Extract<EventRule, { kind: 'zoned' }>, span: Span): RuleDay[] | null {
  const recur = parseRepeat(rule.rrule);
  const zone = resolveZone(rule.zone);
  if (!recur || !zone) return null;
  const until = new Date(Date.parse(span.to) + dayLength).toISOString().slice(0, 10);
  const found = timesOf(recur, ICAL.Time.fromDateTimeString(`${rule.from}:00`), until)
    .map((time) => wallText(toHouse(wallMinutes(time.toString().slice(0, 16)), zone)))
    .filter((here) => !rule.except.includes(here))
    .map((here) => ({
      on: here.slice(0, 10),
      startTime: here.slice(11),
      endTime: rule.lastsMinutes === null ? null : wallText(wallMinutes(here) + rule.lastsMinutes).slice(11),
    }));
  const inSpan = [...found, ...rule.extra].filter((day) => day.on >= span.from && day.on <= span.to);
  return [...new Map(inSpan.map((day) => [day.on, day])).values()]
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .slice(0, icsLimits.datesOfSeries);
}
