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
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Lan Toa//Lich//VI');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', input.name);
  calendar.updatePropertyWithValue('x-wr-timezone', 'Asia/Ho_Chi_Minh');
  for (const date of input.dates) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', `${date.id}@lan-toa`);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(date.changedAt, true));
    event.updatePropertyWithValue('last-modified', ICAL.Time.fromJSDate(date.changedAt, true));
    event.updatePropertyWithValue('sequence', date.version - 1);
    event.updatePropertyWithValue('summary', date.title);
    if (date.description !== '') event.updatePropertyWithValue('description', date.description);
    if (date.place !== '') event.updatePropertyWithValue('location', date.place);
    event.updatePropertyWithValue('status', statusOf[date.state]);
    event.updatePropertyWithValue('transp', date.startTime === null ? 'TRANSPARENT' : 'OPAQUE');
    if (date.startTime === null) {
      event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(date.startsOn));
      event.updatePropertyWithValue('dtend', ICAL.Time.fromDateString(date.endsBefore));
    } else {
      event.updatePropertyWithValue('dtstart', ICAL.Time.fromJSDate(instant(date.startsOn, date.startTime), true));
      if (date.endTime !== null)
        event.updatePropertyWithValue('dtend', ICAL.Time.fromJSDate(instant(date.lastOn, date.endTime), true));
    }
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/** The department's clocks have stood at UTC+7 in all the years of the calendar. */
function instant(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`);
}
