import type { DateState } from '../../calendar.shapes.contract.ts';

export interface FeedDate {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly startsOn: string;
  /** The day after the last one. */
  readonly endsBefore: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly lastOn: string;
  readonly state: DateState;
  readonly version: number;
  readonly changedAt: Date;
}

const statusOf: Readonly<Record<DateState, string>> = {
  rumoured: 'TENTATIVE',
  planned: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  held: 'CONFIRMED',
  postponed: 'CANCELLED',
  cancelled: 'CANCELLED',
};

/**
 * A calendar of RFC 5545 with one VEVENT a date: no program expands a rule of the lunar calendar, so every day is written
 * out. The library escapes, folds and ends lines as the RFC wants.
 */
export async function writeIcs(input: { name: string; dates: readonly FeedDate[] }): Promise<string> {
  const { default: ICAL } = await import('ical.js');
  // The library does not count the blank that begins a folded line; RFC 5545, 3.1: at most 75 octets.
  ICAL.foldLength = 74;
  const head: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Lan Toa//Lich//VI'],
    ['method', {}, 'text', 'PUBLISH'],
    ['x-wr-calname', {}, 'unknown', input.name],
    ['x-wr-timezone', {}, 'unknown', 'Asia/Ho_Chi_Minh'],
  ];
  // As jCal (RFC 7265), the library's own form: objects for each of three thousand dates would hold the program up.
  return ICAL.stringify(['vcalendar', head, input.dates.map(eventOf)]);
}

type Property = [name: string, parameters: object, type: string, value: string | number];

function eventOf(date: FeedDate): [string, Property[], []] {
  const changed = momentText(date.changedAt);
  const isWhole = date.startTime === null;
  const properties: Property[] = [
    ['uid', {}, 'text', `${date.id}@lan-toa`],
    ['dtstamp', {}, 'date-time', changed],
    ['last-modified', {}, 'date-time', changed],
    ['sequence', {}, 'integer', date.version - 1],
    ['summary', {}, 'text', date.title],
    ['status', {}, 'text', statusOf[date.state]],
    ['transp', {}, 'text', isWhole ? 'TRANSPARENT' : 'OPAQUE'],
  ];
  if (date.description !== '') properties.push(['description', {}, 'text', date.description]);
  if (date.place !== '') properties.push(['location', {}, 'text', date.place]);
  if (date.startTime === null) {
    properties.push(['dtstart', {}, 'date', date.startsOn], ['dtend', {}, 'date', date.endsBefore]);
  } else {
    properties.push(['dtstart', {}, 'date-time', instant(date.startsOn, date.startTime)]);
    if (date.endTime !== null) properties.push(['dtend', {}, 'date-time', instant(date.lastOn, date.endTime)]);
  }
  return ['vevent', properties, []];
}

/** The department's clocks have stood at UTC+7 in all the years of the calendar. */
function instant(day: string, time: string): string {
  return momentText(new Date(`${day}T${time}:00+07:00`));
}

function momentText(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
