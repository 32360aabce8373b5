import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventRule } from '../../calendar.shapes.contract.ts';
import type { RuleDay } from '../calendar.rule.ts';
import { readIcs } from './ics-reader.ts';
import { icsLimits } from './ics-shapes.ts';
import { expandZoned } from './zoned-days.ts';

const zones = ['Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Honolulu', 'Etc/UTC'];

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock;
}

/** The hour here while a clock there shows the hour, found by trying every quarter of an hour around it. */
function hereBySearch(wall: string, zone: string): string {
  const shown = (at: number, timeZone: string) => clockOf(timeZone).format(at).replace(' ', 'T');
  const near = Date.parse(`${wall}:00Z`);
  for (let quarter = -14 * 4; quarter <= 14 * 4; quarter += 1) {
    const at = near + quarter * 900_000;
    if (shown(at, zone) === wall) return shown(at, 'Asia/Ho_Chi_Minh');
  }
  return 'no such hour';
}

const series = fc.record({
  zone: fc.constantFrom(...zones),
  // Neither of the hours in which clocks are changed: they exist twice, or not at all.
  hour: fc.integer({ min: 5, max: 22 }),
  from: fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  every: fc.integer({ min: 1, max: 30 }),
});
const ruleOf = ({ zone, hour, from, every }: { zone: string; hour: number; from: Date; every: number }) => ({
  kind: 'zoned' as const,
  from: `${from.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:15`,
  zone,
  lastsMinutes: 60,
  rrule: `FREQ=DAILY;INTERVAL=${every}`,
  except: [],
  extra: [],
});
const text = (days: readonly RuleDay[] | null) => (days ?? []).map((day) => `${day.on}T${day.startTime}`);

test('each date of a series elsewhere has the hour here that the clocks of its zone say', () => {
  fc.assert(
    fc.property(series, (drawn) => {
      const rule = ruleOf(drawn);
      const expected = Array.from({ length: 40 }, (_, index) => {
        const wall = new Date(Date.parse(`${rule.from}:00Z`) + index * drawn.every * 86_400_000);
        return hereBySearch(wall.toISOString().slice(0, 16), drawn.zone);
      });
      const found = text(expandZoned(rule, { from: '2025-01-01', to: '2031-12-31' }));
      expect(found.slice(0, 40)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('a series that is read today goes on when the calendar moves on by years: nothing is lost or given twice', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 12 }), (drawn, years) => {
      const rule = eventRule.parse(ruleOf({ ...drawn, every: drawn.every + 6 }));
      if (rule.kind !== 'zoned') throw new Error('another rule');
      const days = (from: number, to: number) => text(expandZoned(rule, { from: `${from}-01-01`, to: `${to}-12-31` }));
      const last = 2028 + years;
      const yearly = Array.from({ length: last - 2024 }, (_, index) => days(2025 + index, 2025 + index)).flat();
      // One reading gives no more dates than one series may have: a weekly one has that many in fifteen years.
      expect(days(2025, last)).toEqual(yearly.slice(0, icsLimits.datesOfSeries));
      expect(days(last, last).length).toBeGreaterThan(8);
    }),
    { numRuns: 15 },
  );
});

test('the end of a series, and what it leaves out, are moments: in which zone they are written makes no difference', () => {
  const read = (...lines: string[]) => {
    const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', ...lines, 'SUMMARY:x', 'END:VEVENT', 'END:VCALENDAR'];
    const found = readIcs(file.join('\r\n'), { from: '2025-01-01', to: '2028-12-31' })?.[0];
    return (found?.days ?? []).map((day) => `${day.on} ${day.startTime}`);
  };
  const paris = ['DTSTART;TZID=Europe/Paris:20260319T230000', 'DTEND;TZID=Europe/Paris:20260319T233000'];
  const expected = ['2026-03-20 05:00', '2026-04-03 04:00', '2026-04-10 04:00'];
  // 23:00 in Paris in summer is 21:00 UTC: the last one still belongs to it.
  expect(
    read(...paris, 'RRULE:FREQ=WEEKLY;UNTIL=20260409T210000Z', 'EXDATE;TZID=Europe/Paris:20260326T230000'),
  ).toEqual(expected);
  expect(read(...paris, 'RRULE:FREQ=WEEKLY;UNTIL=20260409T210000Z', 'EXDATE:20260326T220000Z')).toEqual(expected);
  expect(read(...paris, 'RRULE:FREQ=WEEKLY;UNTIL=20260409T210000Z', 'EXDATE;VALUE=DATE:20260326')).toEqual(expected);
});
