import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import * as shapes from './calendar.shapes.contract.ts';

export * from './calendar.shapes.contract.ts';

const id = z.object({ id: z.uuid() });
const version = z.number().int();
const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'calendar.rule_not_valid',
  'calendar.clause_unknown',
  'calendar.unit_unknown',
] as const;

const filters = {
  unitId: shapes.words(100).optional(),
  kind: shapes.eventKind.optional(),
  state: shapes.dateState.optional(),
};

export const readRange = defineEndpoint({
  method: 'GET',
  path: '/api/calendar',
  summary: 'Dates between two days with the lunar date of each day and what clashes; at most 400 days',
  access: 'session',
  /** `counts`: how much lies on each day, for a view of so many days that nobody reads each date. */
  query: z.object({ from: shapes.day, to: shapes.day, show: z.enum(['dates', 'counts']).default('dates'), ...filters }),
  response: z.object({
    today: z.string(),
    days: z.array(shapes.calendarDay),
    dates: z.array(shapes.dateRow),
    counts: z.array(shapes.dayCount),
    /** More dates lie in the range than the 2,000 that are given. */
    isMore: z.boolean(),
    clashes: z.array(shapes.clash),
    /** Units in whose name the person may enter events. */
    createInUnitIds: z.array(z.string()),
    abilities: z.object({ settings: z.boolean() }),
  }),
  errors: ['calendar.range_too_long'],
});

export const listDates = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/dates',
  summary: 'Dates from a day on, 50 a page, soonest first; searched without regard to accents',
  access: 'session',
  query: z.object({
    ...filters,
    from: shapes.day.optional(),
    search: shapes.words(100).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  response: z.object({ dates: z.array(shapes.dateRow), total: z.number(), pageSize: z.number() }),
});

export const listUndated = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/undated',
  summary: 'Events whose day nobody has found yet',
  access: 'session',
  response: z.object({
    events: z.array(
      z.object({
        id: z.string(),
        kind: shapes.eventKind,
        titles: shapes.names,
        place: z.string(),
        unitNames: shapes.names,
        note: z.string(),
        source: z.string(),
      }),
    ),
  }),
});

export const listClauseOptions = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/clauses',
  summary: 'Clauses of confirmed directives that an event may serve',
  access: 'session',
  response: z.object({ clauses: z.array(z.object({ id: z.string(), path: z.string(), title: z.string() })) }),
});

export const readEvent = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/events/:id',
  summary: 'An event with its rule, dates, history',
  access: 'session',
  params: id,
  response: shapes.eventDetail,
  errors: ['platform.not_found'],
});
export const readDate = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/dates/:id',
  summary: 'One date of an event, with the event',
  access: 'session',
  params: id,
  response: shapes.eventDetail,
  errors: ['platform.not_found'],
});

export const createEvent = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/events',
  summary: 'Enter an event; the client may make the id, and the same id again is the same event',
  access: 'session',
  body: shapes.eventFields.extend({
    id: z.uuid().optional(),
    state: z.enum(['rumoured', 'planned']).default('planned'),
  }),
  response: shapes.eventDetail,
  errors: [...changeErrors, 'calendar.id_taken'],
});
export const changeEvent = defineEndpoint({
  method: 'PUT',
  path: '/api/calendar/events/:id',
  summary: 'Change the whole series, this date and later ones, or one date',
  access: 'session',
  params: id,
  body: shapes.eventFields.extend({
    scope: z.enum(['one', 'later', 'all']),
    dateId: z.uuid().nullable(),
    /** The day of the one date; used with scope `one` only. */
    startsOn: shapes.day.nullable(),
    version,
  }),
  response: shapes.eventDetail,
  errors: [...changeErrors, 'calendar.date_missing', 'calendar.day_taken'],
});
export const actOnDate = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/dates/:id/actions',
  summary: 'Move a date: doubt, plan, confirm, postpone, cancel, hold, reopen',
  access: 'session',
  params: id,
  body: z.object({
    action: shapes.dateAction,
    reason: shapes.words(shapes.limits.reason).default(''),
    /** The new day of a date that is put off; null while nobody knows it. */
    newStartsOn: shapes.day.nullable().default(null),
    audienceCount: z.number().int().min(0).max(10_000_000).nullable().default(null),
    audienceNote: shapes.words(shapes.limits.reason).default(''),
    version,
  }),
  response: shapes.eventDetail,
  errors: [
    ...changeErrors,
    'platform.transition_not_allowed',
    'calendar.reason_missing',
    'calendar.not_yet',
    'calendar.day_taken',
  ],
});

export const recordAudience = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/dates/:id/audience',
  summary: 'How many came, once it is known',
  access: 'session',
  params: id,
  body: z.object({
    audienceCount: z.number().int().min(0).max(10_000_000).nullable(),
    audienceNote: shapes.words(shapes.limits.reason).default(''),
    version,
  }),
  response: shapes.eventDetail,
  errors: [...changeErrors, 'platform.transition_not_allowed'],
});

export const readLookAhead = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/look-ahead',
  summary: 'The days ahead, as many as the settings say (60)',
  access: 'session',
  response: z.object({
    from: z.string(),
    to: z.string(),
    dates: z.array(shapes.dateRow),
    /** More dates lie ahead than the 1,000 that are given. */
    isMore: z.boolean(),
    clashes: z.array(shapes.clash),
    abilities: z.object({ write: z.boolean() }),
  }),
});
export const writeLookAheadNotice = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/look-ahead/notices',
  summary: 'Write the notice of the days ahead as a draft in the register; the id may come from the client',
  access: 'session',
  body: z.object({ documentId: z.uuid().optional() }),
  response: z.object({ documentId: z.string() }),
  errors: ['platform.not_permitted'],
});
export const downloadLookAhead = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/look-ahead/document',
  summary: 'The days ahead as a .docx in the format of Nghị định 30/2020',
  access: 'session',
  response: z.unknown(),
  answers: 'binary',
});

export const readSettings = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/settings',
  summary: 'Round years, days ahead',
  access: 'session',
  response: shapes.settings.extend({ version, abilities: z.object({ change: z.boolean() }) }),
});
export const changeSettings = defineEndpoint({
  method: 'PUT',
  path: '/api/calendar/settings',
  summary: 'Change the rule of round years and how far the calendar looks ahead',
  access: 'session',
  body: shapes.settings.extend({ version }),
  response: shapes.settings.extend({ version, abilities: z.object({ change: z.boolean() }) }),
  errors: ['platform.not_permitted', 'platform.version_conflict'],
});

export const listFeeds = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/feeds',
  summary: 'The iCalendar addresses of the person; the secret part is shown once, when it is made',
  access: 'session',
  response: z.object({ feeds: z.array(shapes.feed), unitIds: z.array(z.string()) }),
});
const newFeed = z.object({ id: z.string(), address: z.string() });
export const createFeed = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/feeds',
  summary: 'Make a secret iCalendar address of a unit, or of all that the person sees',
  access: 'session',
  body: z.object({ unitId: shapes.words(100).nullable() }),
  response: newFeed,
  errors: ['platform.not_permitted', 'calendar.too_many_feeds'],
});
export const rotateFeed = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/feeds/:id/rotate',
  summary: 'Give the feed a new address; the old one ends at once',
  access: 'session',
  params: id,
  response: newFeed,
  errors: ['platform.not_found'],
});
export const revokeFeed = defineEndpoint({
  method: 'DELETE',
  path: '/api/calendar/feeds/:id',
  summary: 'End the address',
  access: 'session',
  params: id,
  response: z.object({}),
  errors: ['platform.not_found'],
});
export const readFeed = defineEndpoint({
  method: 'GET',
  path: '/api/calendar/feed/:token',
  summary: 'The feed itself, for calendar programs: RFC 5545; who knows the address reads what its owner may see',
  access: 'public',
  params: z.object({ token: z.string().min(20).max(120) }),
  response: z.unknown(),
  answers: 'binary',
  errors: ['platform.not_found'],
});

export const importEvents = defineEndpoint({
  method: 'POST',
  path: '/api/calendar/import',
  summary: 'Read an .ics file of Outlook, Google or another program: look at it first, then take it over',
  access: 'session',
  upload: 'file',
  body: z.object({ unitId: shapes.words(100).min(1), mode: z.enum(['preview', 'apply']) }),
  response: z.object({ items: z.array(shapes.importItem), isApplied: z.boolean() }),
  errors: [
    'platform.not_permitted',
    'calendar.file_missing',
    'calendar.file_too_large',
    'calendar.file_not_calendar',
    'calendar.file_too_many_events',
    'calendar.file_too_costly',
  ],
});
