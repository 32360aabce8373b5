import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, byDay, dayAfterKey, rangeOf, step, weeksOf } from './calendar-range.ts';

test('a month is shown in whole weeks from Monday, a list in its own days, a year from January', () => {
  expect(rangeOf('month', '2026-11-25')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  expect(rangeOf('list', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(rangeOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(rangeOf('year', '2026-11-29')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

test('from the 31st one month on is the next month, never the one after', () => {
  expect(step('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-01');
  expect(step('year', '2026-11-25', -1)).toBe('2025-11-01');
  expect(step('week', '2026-12-28', 1)).toBe('2027-01-04');
});

test('a date of several days lies on each of them, cut at the edges of what is shown', () => {
  const found = byDay([{ startsOn: '2026-11-29', endsOn: '2026-12-02' }], { from: '2026-12-01', to: '2026-12-31' });
  expect([...found.keys()]).toEqual(['2026-12-01', '2026-12-02']);
  expect(weeksOf(Array.from({ length: 14 })).length).toBe(2);
});

test('a key leads from day to day, from week to week, to the ends of the week, and to the same day of another month', () => {
  expect(dayAfterKey('ArrowRight', '2026-12-31')).toBe('2027-01-01');
  expect(dayAfterKey('ArrowUp', '2026-03-03')).toBe('2026-02-24');
  expect(dayAfterKey('Home', '2026-11-25')).toBe('2026-11-23');
  expect(dayAfterKey('End', '2026-11-25')).toBe('2026-11-29');
  expect(dayAfterKey('PageUp', '2026-03-31')).toBe('2026-02-28');
  expect(dayAfterKey('PageDown', '2026-01-31')).toBe('2026-02-28');
  expect(dayAfterKey('x', '2026-01-31')).toBeNull();
});

test('each arrow undoes its opposite, and a month further the day is the same or the last', () => {
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2071-12-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10);
      const pairs = [
        ['ArrowLeft', 'ArrowRight'],
        ['ArrowUp', 'ArrowDown'],
      ] as const;
      for (const [one, other] of pairs) expect(dayAfterKey(other, dayAfterKey(one, day) ?? '')).toBe(day);
      const next = dayAfterKey('PageDown', day) ?? '';
      expect(next.slice(0, 7)).toBe(addMonths(day, 1).slice(0, 7));
      expect(next.slice(8) === day.slice(8) || addDays(next, 1).endsWith('-01')).toBe(true);
    }),
  );
});
