import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lunarDateOf } from '../../../platform/clock/lunar.ts';
import { loadLunarTable } from '../../../platform/clock/lunar-table.ts';
import { daysOfRule, horizonOf, isPossible } from './calendar.rule.ts';

const table = await loadLunarTable();
const span = { from: '2025-01-01', to: '2028-12-31' };

test('a festival by the lunar calendar falls on the days that the press reported', () => {
  const days = daysOfRule({ kind: 'lunar', month: 3, day: 10, shortMonth: 'last_day' }, span, table);
  expect(days.map((day) => day.on)).toEqual(['2025-04-07', '2026-04-26', '2027-04-16', '2028-04-04']);
});

test('the last days of the lunar year are not lost where they fall into January of the next civil year', () => {
  const days = daysOfRule({ kind: 'lunar', month: 12, day: 23, shortMonth: 'last_day' }, span, table);
  expect(days.map((day) => day.on)).toEqual(['2025-01-22', '2026-02-10', '2027-01-30', '2028-01-19']);
});

test('whatever the rule, a yearly event has at most one day in a lunar year and stands on the day it names', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), (month, day) => {
      const days = daysOfRule({ kind: 'lunar', month, day, shortMonth: 'skip' }, span, table);
      const lunar = days.map(({ on }) => lunarDateOf(table, on));
      expect(new Set(lunar.map((each) => each?.year)).size).toBe(days.length);
      for (const each of lunar) expect(each).toMatchObject({ month, day, isLeap: false });
    }),
  );
});

test('29 February is kept on the 28th in common years, and 31 April is refused', () => {
  const days = daysOfRule({ kind: 'solar', month: 2, day: 29 }, span, table);
  expect(days.map((day) => day.on)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
  expect(isPossible({ kind: 'solar', month: 4, day: 31 })).toBe(false);
  expect(isPossible({ kind: 'solar', month: 2, day: 29 })).toBe(true);
});

test('a day that stands alone is given wherever it lies, one that nobody knows never', () => {
  expect(daysOfRule({ kind: 'once', on: '2040-05-01' }, span, table)).toEqual([{ on: '2040-05-01' }]);
  expect(daysOfRule({ kind: 'unknown' }, span, table)).toEqual([]);
});

test('dates are written out from last year to the end of the year after next', () => {
  expect(horizonOf('2026-11-25')).toEqual({ from: '2025-01-01', to: '2028-12-31' });
});
