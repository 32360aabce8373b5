import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { limits } from '../../calendar.shapes.contract.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';
import { daysBetween } from '../days-between.ts';
import { createMoments, type Moment, type Moments } from './ics-moments.ts';
import { ruleOfSeries } from './ics-rule.ts';
import { type IcsException, type IcsSeries, icsLimits } from './ics-shapes.ts';

// Runs in the worker only (run-ics-task.ts).

/** Reads every series of a file. Null where the text is no iCalendar (RFC 5545). */
export function readIcs(text: string, span: Span): IcsSeries[] | null {
  const groups = new Map<string, ICAL.Component[]>();
  let moments: Moments | null = null;
  for (const calendar of calendarsOf(text) ?? []) {
    moments = createMoments(calendar);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      const uid = uidOf(event);
      groups.set(uid, [...(groups.get(uid) ?? []), event]);
    }
  }
  if (!moments) return null;
  const read: IcsSeries[] = [];
  for (const [uid, events] of groups) read.push(readSeries(uid, events, moments, span));
  return read;
}

function calendarsOf(text: string): ICAL.Component[] | null {
  try {
    const parsed: unknown[] = ICAL.parse(text);
    const roots = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
    const calendars = roots.map((root) => new ICAL.Component(root)).filter((root) => root.name === 'vcalendar');
    return calendars.length > 0 ? calendars : null;
  } catch {
    return null;
  }
}

function readSeries(uid: string, events: readonly ICAL.Component[], moments: Moments, span: Span): IcsSeries {
  const warnings: { code: string; value: string }[] = [];
  const warn = (code: string, value = '') => {
    if (!warnings.some((each) => each.code === code && each.value === value)) warnings.push({ code, value });
  };
  const changes = events.filter((event) => event.hasProperty('recurrence-id'));
  const master = events.find((event) => !event.hasProperty('recurrence-id')) ?? changes[0];
  const start = master ? moments.read(master.getFirstProperty('dtstart'), warn, isAllDayOfOutlook(master)) : null;
  const base = {
    uid,
    title: wordsOf(master, 'summary', limits.title),
    description: wordsOf(master, 'description', limits.text),
    place: wordsOf(master, 'location', limits.place),
    isTentative: propertyText(master, 'status') === 'TENTATIVE',
    isCancelled: propertyText(master, 'status') === 'CANCELLED',
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(propertyText(master, 'class')),
    warnings,
  };
  if (!master || !start) {
    if (start === null) warn('no_start');
    return { ...base, rule: null, days: [], lastsDays: 1, startTime: null, endTime: null, exceptions: [] };
  }
  const end = endOf(master, start, moments, warn);
  const lasting = { lastsDays: Math.min(end.lastsDays, limits.lastsDays), startTime: start.time, endTime: end.time };
  if (end.lastsDays > limits.lastsDays) warn('shortened', String(end.lastsDays));
  const isAlone = master === changes[0];
  const { rule, days } = isAlone
    ? { rule: null, days: [] as RuleDay[] }
    : ruleOfSeries({ event: master, start, end, moments, span, warn });
  const exceptions = changes.flatMap((event): IcsException[] => {
    const original = moments.read(event.getFirstProperty('recurrence-id'), warn, false);
    const from = moments.read(event.getFirstProperty('dtstart'), warn, isAllDayOfOutlook(event));
    if (!original || !from) return [];
    if (event.getFirstProperty('recurrence-id')?.getFirstParameter('range')) warn('range_ignored');
    const to = endOf(event, from, moments, warn);
    return [
      {
        originalOn: original.on,
        on: from.on,
        lastsDays: Math.min(to.lastsDays, limits.lastsDays),
        startTime: from.time,
        endTime: to.time,
        title: wordsOf(event, 'summary', limits.title),
        place: wordsOf(event, 'location', limits.place),
        isCancelled: propertyText(event, 'status') === 'CANCELLED',
      },
    ];
  });
  if (!isAlone) return { ...base, ...lasting, rule, days, exceptions };
  // Only changed dates came, without their series: each stands by itself, under the day that it had.
  const alone = exceptions.map((each) => ({ on: each.originalOn, startTime: each.startTime, endTime: each.endTime }));
  return { ...base, ...lasting, rule: { kind: 'dates', days: alone }, days: alone, exceptions };
}

function endOf(event: ICAL.Component, start: Moment, moments: Moments, warn: (code: string, value?: string) => void) {
  const end = moments.read(event.getFirstProperty('dtend'), warn, isAllDayOfOutlook(event));
  const duration: unknown = end ? null : event.getFirstPropertyValue('duration');
  const after = duration instanceof ICAL.Duration ? moments.later(start, duration.toSeconds()) : (end ?? start);
  const span = daysBetween(start.on, after.on);
  // The end is the first moment that no longer belongs to the event (RFC 5545, 3.6.1).
  if (start.time === null) return { lastsDays: Math.max(1, span), time: null };
  const endsAtMidnight = after.time === '00:00' && span > 0;
  return {
    lastsDays: Math.max(1, endsAtMidnight ? span : span + 1),
    time: after.time === start.time && span === 0 ? null : after.time,
  };
}

/** Outlook writes some all-day events as midnight to midnight, with a mark of its own. */
function isAllDayOfOutlook(event: ICAL.Component): boolean {
  return propertyText(event, 'x-microsoft-cdo-alldayevent') === 'TRUE';
}

function uidOf(event: ICAL.Component): string {
  const uid = propertyText(event, 'uid').trim();
  if (uid !== '') return uid.length <= 400 ? uid : createHash('sha256').update(uid).digest('hex');
  const made = `${propertyText(event, 'summary')} ${propertyText(event, 'dtstart')}`;
  return `no-uid-${createHash('sha256').update(made).digest('hex')}`;
}

function propertyText(event: ICAL.Component | undefined, name: string): string {
  const value: unknown = event?.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value);
}

function wordsOf(event: ICAL.Component | undefined, name: string, limit: number): string {
  return propertyText(event, name).toWellFormed().replaceAll('\u0000', '').normalize('NFC').trim().slice(0, limit);
}

/** Whether a file, once read, is more than the calendar takes. */
export function isTooMuch(series: readonly IcsSeries[]): boolean {
  return series.reduce((sum, each) => sum + each.days.length, 0) > icsLimits.datesOfFile;
}
