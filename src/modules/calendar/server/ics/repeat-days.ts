import ICAL from 'ical.js';
import type { Span } from '../calendar.rule.ts';
import { icsLimits, type RepeatRule } from './ics-shapes.ts';

// Runs in the worker only: the library does not end on some rules that never give a day.

const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/** The rule, or null where it is none, or one that repeats within a day. */
export function parseRepeat(text: string): ICAL.Recur | null {
  try {
    const rule = ICAL.Recur.fromString(text);
    return frequencies.has(rule.freq) && rule.interval >= 1 ? rule : null;
  } catch {
    return null;
  }
}

/** The days of a series on whole days; null where the rule is none. */
export function expandRepeat(repeat: RepeatRule, span: Span): string[] | null {
  const rule = parseRepeat(repeat.rrule);
  if (!rule) return null;
  const found = timesOf(rule, ICAL.Time.fromDateString(repeat.from), span.to)
    .map((time) => time.toString().slice(0, 10))
    .filter((on) => on >= span.from && !repeat.except.includes(on));
  const extra = repeat.extra.filter((on) => on >= span.from && on <= span.to && !repeat.except.includes(on));
  return [...new Set([...found, ...extra])].sort();
}

/** Occurrences up to the day, the first at `start` (RFC 5545, 3.8.5.3: DTSTART counts as the first of the set). */
export function timesOf(rule: ICAL.Recur, start: ICAL.Time, until: string): ICAL.Time[] {
  const times: ICAL.Time[] = [];
  const iterator = rule.iterator(start);
  // A daily series since 1969 has some 38,000 steps.
  for (let step = 0; step < 60_000; step += 1) {
    const next = iterator.next();
    if (!next || next.toString().slice(0, 10) > until) break;
    // The iterator changes the one object that it gives.
    times.push(next.clone());
    // What lies long ago is not wanted; the last ones are.
    if (times.length > icsLimits.datesOfSeries * 4) times.splice(0, icsLimits.datesOfSeries);
  }
  return times;
}
