import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { civilDayOf, lunarDateOf, lunarMonthName, lunarTableSchema, lunarYearName } from './lunar.ts';

const file = new URL('../../../data/vn-lunar-months-1968-2071.json', import.meta.url);
const table = lunarTableSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

it('knows the lunar date of a civil day', () => {
  expect(lunarDateOf(table, '2026-11-23')).toEqual({ year: 2026, month: 10, isLeap: false, day: 15 });
  expect(lunarDateOf(table, '2027-02-06')).toEqual({ year: 2027, month: 1, isLeap: false, day: 1 });
  expect(lunarDateOf(table, '1968-01-28')).toBeNull();
  expect(lunarDateOf(table, '2090-01-01')).toBeNull();
});

it('finds the civil day of a festival and refuses a day that the month lacks', () => {
  expect(civilDayOf(table, { year: 2025, month: 3, isLeap: false, day: 10 })).toBe('2025-04-07');
  expect(civilDayOf(table, { year: 2025, month: 3, isLeap: false, day: 31 })).toBeNull();
});

it('goes forth and back for every day of eleven years, leap months too', () => {
  for (let time = Date.parse('2020-01-01'); time < Date.parse('2031-01-01'); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const lunar = lunarDateOf(table, day);
    expect(lunar && civilDayOf(table, lunar)).toBe(day);
  }
});

it('names years and months as the calendar on the wall does', () => {
  expect(lunarYearName(2026)).toBe('Bính Ngọ');
  expect(lunarYearName(2025)).toBe('Ất Tỵ');
  expect(lunarMonthName({ month: 12, isLeap: false })).toBe('tháng Chạp');
  expect(lunarMonthName({ month: 6, isLeap: true })).toBe('tháng Sáu nhuận');
});
