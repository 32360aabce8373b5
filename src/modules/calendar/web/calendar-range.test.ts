import { expect, test } from 'vitest';
import { addMonths, byDay, rangeOf, step, weeksOf } from './calendar-range.ts';

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
