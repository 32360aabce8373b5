import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';

/** A date may be a rumour, a plan, confirmed; it may be put off, called off, and in the end it was held. */
export const dateState = z.enum(['rumoured', 'planned', 'confirmed', 'postponed', 'cancelled', 'held']);
export const dateAction = z.enum(['doubt', 'plan', 'confirm', 'postpone', 'cancel', 'hold', 'reopen']);
/** `clock`: something that law or house asks for by a day. */
export const eventKind = z.enum(['holiday', 'observance', 'province', 'festival', 'diplomacy', 'event', 'clock']);
/** Kinds that units make themselves; the others are reference data of the house. */
export const unitEventKind = z.enum(['event', 'festival']);
export const audience = z.enum(['public', 'foreign_partners', 'overseas_vietnamese', 'press', 'tourists', 'officials']);
/** How well a date is known: data/calendar-events.json. `secondary`: the law, as one other text tells it. */
export const evidenceLevel = z.enum([
  'law',
  'official',
  'secondary',
  'press',
  'weak',
  'general knowledge',
  'not found',
  'house',
]);
/** What a clock asks for: a report, a document to send, an event to hold. */
export const clockWork = z.enum(['report', 'document', 'event']);
export const shortMonth = z.enum(['last_day', 'next_day', 'skip']);
export type DateState = z.infer<typeof dateState>;
export type DateAction = z.infer<typeof dateAction>;
export type EventKind = z.infer<typeof eventKind>;
export type Audience = z.infer<typeof audience>;
export type ClockWork = z.infer<typeof clockWork>;
export type EvidenceLevel = z.infer<typeof evidenceLevel>;

export const limits = { title: 300, place: 300, text: 4000, source: 500, reason: 1000, lastsDays: 60 } as const;

/** Words of people. PostgreSQL holds no NUL and JSON no half of a surrogate pair, so neither comes in. */
export const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'));
export const names = z.record(z.string(), z.string());
/** Days that the calendar can hold: those of the lunar table, whole years. */
export const day = z.iso.date().refine((value) => value >= '1969-01-01' && value <= '2071-12-31');
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const month = z.number().int().min(1).max(12);
const moment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/);
const listedDay = z.object({ on: day, startTime: clockTime.nullable(), endTime: clockTime.nullable() });

export const eventRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), on: day }),
  /** Every year; 29 February falls on the 28th where there is none. */
  z.object({ kind: z.literal('solar'), month, day: z.number().int().min(1).max(31) }),
  /** Every lunar year, never in the leap month. */
  z.object({ kind: z.literal('lunar'), month, day: z.number().int().min(1).max(30), shortMonth }),
  /** RFC 5545 recurrence on whole days, in the department's zone. */
  z.object({
    kind: z.literal('repeat'),
    from: day,
    rrule: z.string().max(300),
    except: z.array(day).max(500),
    extra: z.array(day).max(500),
  }),
  /** RFC 5545 recurrence by the clocks of another zone; what is left out and what comes in addition is in our time. */
  z.object({
    kind: z.literal('zoned'),
    /** Its first moment there: 2026-03-20T10:00. */
    from: moment,
    /** A name of IANA, or UTC+09:00. */
    zone: z.string().min(1).max(100),
    lastsMinutes: z.number().int().min(0).max(1439).nullable(),
    rrule: z.string().max(300),
    except: z.array(moment).max(500),
    extra: z.array(listedDay).max(500),
  }),
  /** Days written out one by one: dates whose series did not come with them. */
  z.object({ kind: z.literal('dates'), days: z.array(listedDay).min(1).max(800) }),
  /** So many days before (below zero) the first or after the last day of each event abroad. */
  z.object({ kind: z.literal('relative'), days: z.number().int().min(-120).max(120) }),
  /** Nobody has found the day yet. */
  z.object({ kind: z.literal('unknown') }),
]);
export type EventRule = z.infer<typeof eventRule>;

export const lunarDay = z.object({ year: z.number(), month: z.number(), isLeap: z.boolean(), day: z.number() });
export const calendarDay = z.object({ day: z.string(), lunar: lunarDay.nullable() });
export type CalendarDay = z.infer<typeof calendarDay>;
export const dayCount = z.object({ day: z.string(), count: z.number(), isHoliday: z.boolean() });
export type DayCount = z.infer<typeof dayCount>;

/** Years since the event of which the day reminds; `roundness`: which rule of the settings makes it a round one. */
export const anniversary = z.object({ years: z.number(), roundness: z.number().nullable() });

export const dateRow = z.object({
  id: z.string(),
  eventId: z.string(),
  kind: eventKind,
  titles: names,
  startsOn: z.string(),
  endsOn: z.string(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  lunar: lunarDay.nullable(),
  state: dateState,
  place: z.string(),
  unitId: z.string(),
  unitNames: names,
  audience: audience.nullable(),
  isMajor: z.boolean(),
  isSeries: z.boolean(),
  daysOff: z.number().nullable(),
  anniversary: anniversary.nullable(),
  evidence: evidenceLevel,
  clauseId: z.string().nullable(),
  postponedToOn: z.string().nullable(),
});
export type DateRow = z.infer<typeof dateRow>;

/** Two dates that get into each other's way on a day, by the first reason that holds. */
export const clash = z.object({
  reason: z.enum(['place', 'audience', 'major']),
  day: z.string(),
  one: z.object({ id: z.string(), titles: names }),
  other: z.object({ id: z.string(), titles: names }),
});
export type Clash = z.infer<typeof clash>;

export const eventFields = z.object({
  kind: eventKind,
  titles: z.object({ vi: words(limits.title).min(3), en: words(limits.title).optional() }),
  description: words(limits.text),
  rule: eventRule,
  lastsDays: z.number().int().min(1).max(limits.lastsDays),
  startTime: clockTime.nullable(),
  endTime: clockTime.nullable(),
  sinceYear: z.number().int().min(1).max(2071).nullable(),
  place: words(limits.place),
  placeUnitId: words(100).nullable(),
  unitId: words(100).min(1),
  audience: audience.nullable(),
  isMajor: z.boolean(),
  isAbroad: z.boolean(),
  clauseId: z.uuid().nullable(),
  source: words(limits.source),
  evidence: evidenceLevel,
  note: words(limits.text),
});
export type EventFields = z.infer<typeof eventFields>;

export const eventDetail = z.object({
  id: z.string(),
  fields: eventFields,
  unitNames: names,
  placeUnitNames: names.nullable(),
  clause: z.object({ id: z.string(), path: z.string(), title: z.string() }).nullable(),
  work: clockWork.nullable(),
  isReference: z.boolean(),
  isImported: z.boolean(),
  daysOff: z.number().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  version: z.number(),
  /** The date that was opened; null where the event has none, or the event itself was opened. */
  date: dateRow
    .extend({
      version: z.number(),
      reason: z.string(),
      postponedToId: z.string().nullable(),
      audienceCount: z.number().nullable(),
      audienceNote: z.string(),
      isChanged: z.boolean(),
    })
    .nullable(),
  /** Dates from a year ago on, at most 60. */
  dates: z.array(z.object({ id: z.string(), startsOn: z.string(), endsOn: z.string(), state: dateState })),
  clashes: z.array(clash),
  history: z.array(historyRow),
  /** `edit`, and `true` for each action of dateAction that the person may take now. */
  abilities: z.record(z.string(), z.boolean()),
});
export type EventDetail = z.infer<typeof eventDetail>;

export const settings = z.object({
  /** An anniversary is round where its years divide by one of these, the first counting most: 10 (năm tròn), 5 (năm lẻ 5). */
  roundYears: z.array(z.number().int().min(1).max(1000)).min(1).max(6),
  suggestDays: z.number().int().min(1).max(180),
  lookAheadDays: z.number().int().min(7).max(180),
});
export type CalendarSettings = z.infer<typeof settings>;

export const feed = z.object({
  id: z.string(),
  unitId: z.string().nullable(),
  unitNames: names.nullable(),
  createdAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().nullable(),
});
export type Feed = z.infer<typeof feed>;

/** What the import does with one series of the file. `kept`: changed here by a person, so it stays as it is. */
export const importVerdict = z.enum(['new', 'changed', 'same', 'kept', 'cancelled', 'private', 'past', 'unreadable']);
export const importItem = z.object({
  uid: z.string(),
  title: z.string(),
  place: z.string(),
  firstOn: z.string().nullable(),
  startTime: z.string().nullable(),
  dateCount: z.number(),
  rrule: z.string().nullable(),
  verdict: importVerdict,
  /** Keys of texts `import.warning_…`. */
  warnings: z.array(z.object({ code: z.string(), value: z.string() })),
});
export type ImportItem = z.infer<typeof importItem>;
export type ImportVerdict = z.infer<typeof importVerdict>;
