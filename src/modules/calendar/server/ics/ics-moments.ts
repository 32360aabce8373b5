import ICAL from 'ical.js';
import { resolveZone, toHouse, type Zone } from './ics-zones.ts';

/** A day, with the time on the department's wall; without time a whole day. */
export interface Moment {
  readonly on: string;
  readonly time: string | null;
  /** What the file says, for a series that repeats in its own zone. */
  readonly own: ICAL.Time;
  readonly zone: Zone;
}

type Warn = (code: string, value?: string) => void;

export interface Moments {
  read(property: ICAL.Property | null, warn: Warn, isWholeDay: boolean): Moment | null;
  all(property: ICAL.Property, warn: Warn): Moment[];
  /** The moment that a time of a series in this zone is. */
  of(time: ICAL.Time, zone: Zone): Moment;
  later(moment: Moment, seconds: number): Moment;
}

/** Turns the times of one calendar into days and hours of the department. */
export function createMoments(calendar: ICAL.Component): Moments {
  // A zone with a name of its own is described in the file itself.
  const described = new Map<string, ICAL.Timezone>();
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const name = String(component.getFirstPropertyValue('tzid') ?? '');
    described.set(name, new ICAL.Timezone(component));
  }

  function zoneOf(property: ICAL.Property, time: ICAL.Time, warn: Warn): Zone {
    if (time.zone === ICAL.Timezone.utcTimezone) return { kind: 'offset', minutes: 0 };
    const given: unknown = property.getFirstParameter('tzid');
    const name = given ? String(given) : null;
    const known = resolveZone(name);
    if (known) return known;
    const own = described.get(name ?? '');
    if (own) return { kind: 'offset', minutes: own.utcOffset(time) / 60 };
    warn('zone_unknown', name ?? '');
    return { kind: 'house' };
  }

  function of(time: ICAL.Time, zone: Zone): Moment {
    if (time.isDate) return { on: dayText(time), time: null, own: time, zone };
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 60_000;
    const house = new Date(toHouse(wall, zone) * 60_000).toISOString();
    return { on: house.slice(0, 10), time: house.slice(11, 16), own: time, zone };
  }

  function all(property: ICAL.Property, warn: Warn): Moment[] {
    return (property.getValues() as unknown[]).flatMap((value) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      return time instanceof ICAL.Time && isOfCalendar(time) ? [of(time, zoneOf(property, time, warn))] : [];
    });
  }

  return {
    of,
    all,
    read(property, warn, isWholeDay) {
      const found = property ? all(property, warn)[0] : undefined;
      return found ? (isWholeDay ? { ...found, on: dayText(found.own), time: null } : found) : null;
    },
    later(moment, seconds) {
      if (moment.time === null) {
        const days = Math.max(1, Math.round(seconds / 86_400));
        return { ...moment, on: new Date(Date.parse(moment.on) + days * 86_400_000).toISOString().slice(0, 10) };
      }
      const end = new Date(Date.parse(`${moment.on}T${moment.time}:00Z`) + Math.max(0, seconds) * 1000).toISOString();
      return { ...moment, on: end.slice(0, 10), time: end.slice(11, 16) };
    },
  };
}

function isOfCalendar(time: ICAL.Time): boolean {
  return time.year >= 1969 && time.year <= 2071;
}

function dayText(time: ICAL.Time): string {
  return `${time.year}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
}
