import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  addDays,
  civilDayOf,
  lunarDateOf,
  lunarMonthName,
  lunarRange,
  lunarTableSchema,
  lunarYearName,
  yearlyLunarDay,
} from './lunar.ts';
import { lunarCommand } from './lunar-command.ts';

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

it('is a bijection: every day of 1968 to 2071 has one lunar date of its own, which leads back to it', () => {
  const { from, to } = lunarRange(table);
  const seen = new Set<string>();
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const lunar = lunarDateOf(table, day);
    if (!lunar) throw new Error(`no lunar date for ${day}`);
    seen.add(`${lunar.year} ${lunar.month} ${lunar.isLeap} ${lunar.day}`);
    days += 1;
    if (civilDayOf(table, lunar) !== day) throw new Error(`${day} does not lead back`);
  }
  expect([from, to]).toEqual(['1968-01-29', '2072-02-18']);
  expect(seen.size).toBe(days);
  expect(lunarDateOf(table, addDays(from, -1))).toBeNull();
  expect(lunarDateOf(table, addDays(to, 1))).toBeNull();
});

it('has months of 29 or 30 days without a gap, and at most one leap month a year', () => {
  const leaps = new Map<number, number>();
  for (const [index, [year, , leap, first, length]] of table.rows.entries()) {
    expect([29, 30]).toContain(length);
    const next = table.rows[index + 1];
    if (next) expect(next[3]).toBe(addDays(first, length));
    if (leap === 1) leaps.set(year, (leaps.get(year) ?? 0) + 1);
  }
  expect([...leaps.values()].every((count) => count === 1)).toBe(true);
});

it('knows the leap months that the calendar on the wall has', () => {
  const leaps = table.rows.filter((row) => row[2] === 1 && row[0] >= 2012 && row[0] <= 2044);
  expect(leaps.map(([year, month]) => `${year}/${month}`)).toEqual(
    '2012/4 2014/9 2017/6 2020/4 2023/2 2025/6 2028/5 2031/3 2033/11 2036/6 2039/5 2042/2 2044/7'.split(' '),
  );
});

const events: { checkedTet: Record<string, string>; checkedPairs: [string, string][] } = JSON.parse(
  readFileSync(new URL('../../../data/calendar-events.json', import.meta.url), 'utf8'),
);

it('has the 19 known days of Tết and the festival days that the press reported', () => {
  const known = Object.entries(events.checkedTet);
  expect(known.length).toBe(19);
  for (const [year, day] of known)
    expect(civilDayOf(table, { year: Number(year), month: 1, isLeap: false, day: 1 })).toBe(`${year}-${day}`);
  for (const [day, pair] of events.checkedPairs) {
    const lunar = lunarDateOf(table, day);
    expect(`${lunar?.month}/${lunar?.day}`).toBe(pair);
  }
});

it('holds a yearly event in the plain month, never in the leap month', () => {
  for (let year = 1968; year <= 2071; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const day = yearlyLunarDay(table, { year, month, day: 15, shortMonth: 'skip' });
      expect(day && lunarDateOf(table, day)).toEqual({ year, month, isLeap: false, day: 15 });
    }
  }
});

it('on the 30th of a month of 29 days does what the editor chose: the last day, the day after, or nothing', () => {
  // The last month of Ất Tỵ (2025) has 29 days.
  const event = { year: 2025, month: 12, day: 30 };
  expect(yearlyLunarDay(table, { ...event, shortMonth: 'last_day' })).toBe('2026-02-16');
  expect(yearlyLunarDay(table, { ...event, shortMonth: 'next_day' })).toBe('2026-02-17');
  expect(yearlyLunarDay(table, { ...event, shortMonth: 'skip' })).toBeNull();
  for (let year = 1968; year <= 2071; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const exact = civilDayOf(table, { year, month, isLeap: false, day: 30 });
      const fallen = yearlyLunarDay(table, { year, month, day: 30, shortMonth: 'last_day' });
      expect(fallen).toBe(exact ?? civilDayOf(table, { year, month, isLeap: false, day: 29 }));
    }
  }
});

async function run(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await lunarCommand(words, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (error += text) },
  });
  return { code, out, error };
}

it('answers at the command line, there and back', async () => {
  expect((await run('2026-02-17')).out).toBe(
    '2026-02-17 dương lịch = 1/1/2026 âm lịch (mùng 1 tháng Giêng năm Bính Ngọ)\n',
  );
  expect((await run('--lunar', '1/1/2026')).out).toContain('2026-02-17');
  expect(JSON.parse((await run('--lunar', '1/6n/2025', '--json')).out)).toEqual({
    day: '2025-07-25',
    lunar: { year: 2025, month: 6, isLeap: true, day: 1 },
  });
  expect((await run('2026-02-30')).code).toBe(1);
  expect((await run('--lunar', '1/1n/2026')).code).toBe(1);
  expect((await run('2090-01-01')).error).toContain('nằm ngoài');
  expect((await run()).code).toBe(2);
});

it('names years and months as the calendar on the wall does', () => {
  expect(lunarYearName(2026)).toBe('Bính Ngọ');
  expect(lunarYearName(2025)).toBe('Ất Tỵ');
  expect(lunarMonthName({ month: 12, isLeap: false })).toBe('tháng Chạp');
  expect(lunarMonthName({ month: 6, isLeap: true })).toBe('tháng Sáu nhuận');
});
