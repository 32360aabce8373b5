import { z } from 'zod';

/** The table of data/vn-lunar-months-1968-2071.json: one row a lunar month, with its first civil day. */
export const lunarTableSchema = z.object({
  rows: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int(), z.iso.date(), z.number().int()])).min(1),
});
export type LunarTable = z.infer<typeof lunarTableSchema>;

export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly isLeap: boolean;
  readonly day: number;
}

const dayLength = 86_400_000;
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);

/** The Vietnamese lunar date of a civil day (YYYY-MM-DD); null outside of the table. */
export function lunarDateOf(table: LunarTable, day: string): LunarDate | null {
  const { rows } = table;
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.[3] ?? '') <= day) low = middle;
    else high = middle - 1;
  }
  const row = rows[low];
  if (!row) return null;
  const [year, month, leap, firstDay, length] = row;
  const offset = dayNumber(day) - dayNumber(firstDay);
  return offset < 0 || offset >= length ? null : { year, month, isLeap: leap === 1, day: offset + 1 };
}

/** The civil day of a lunar date; null where the month has no such day or lies outside of the table. */
export function civilDayOf(table: LunarTable, date: LunarDate): string | null {
  const row = table.rows.find(
    ([year, month, leap]) => year === date.year && month === date.month && (leap === 1) === date.isLeap,
  );
  if (!row || date.day < 1 || date.day > row[4]) return null;
  return new Date((dayNumber(row[3]) + date.day - 1) * dayLength).toISOString().slice(0, 10);
}

/** First and last civil day of the table. */
export function lunarRange(table: LunarTable): { from: string; to: string } {
  const [first, last] = [table.rows[0], table.rows.at(-1)];
  if (!first || !last) return { from: '', to: '' };
  return { from: first[3], to: addDays(last[3], last[4] - 1) };
}

/** What a yearly event of day 30 does in a year whose month has 29 days: its editor decides. */
export const shortMonthRules = ['last_day', 'next_day', 'skip'] as const;
export type ShortMonthRule = (typeof shortMonthRules)[number];

/**
 * The civil day of a yearly event by the lunar calendar. Never in the leap month: festivals are held in the first of two
 * months of one number. Null where the rule leaves the year out, or the year lies outside of the table.
 */
export function yearlyLunarDay(
  table: LunarTable,
  event: { year: number; month: number; day: number; shortMonth: ShortMonthRule },
): string | null {
  const { year, month, day, shortMonth } = event;
  const exact = civilDayOf(table, { year, month, isLeap: false, day });
  if (exact !== null || day !== 30 || shortMonth === 'skip') return exact;
  const last = civilDayOf(table, { year, month, isLeap: false, day: 29 });
  if (last === null) return null;
  return shortMonth === 'last_day' ? last : addDays(last, 1);
}

/** `1/1/2026`, with `n` for a leap month: `1/6n/2025`. Null where it is not a lunar date. */
export function parseLunarDate(text: string): LunarDate | null {
  const found = /^(\d{1,2})\/(\d{1,2})(n?)\/(\d{4})$/.exec(text.trim());
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[4])];
  return day < 1 || day > 30 || month < 1 || month > 12 ? null : { year, month, isLeap: found[3] === 'n', day };
}

/** A lunar date as the calendar on the wall reads it: "1/1/2026 âm lịch (mùng 1 tháng Giêng năm Bính Ngọ)". */
export function lunarDateText(date: LunarDate): string {
  const ordinal = date.day <= 10 ? `mùng ${date.day}` : `ngày ${date.day}`;
  const figures = `${date.day}/${date.month}${date.isLeap ? 'n' : ''}/${date.year}`;
  return `${figures} âm lịch (${ordinal} ${lunarMonthName(date)} năm ${lunarYearName(date.year)})`;
}

/** The civil day so many days later. */
export function addDays(day: string, count: number): string {
  return new Date((dayNumber(day) + count) * dayLength).toISOString().slice(0, 10);
}

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'];
const months = ['Giêng', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Mười một', 'Chạp'];

/** The name of a lunar year in the cycle of sixty: 2026 is Bính Ngọ. */
export function lunarYearName(year: number): string {
  return `${stems[(year + 6) % 10] ?? ''} ${branches[(year + 8) % 12] ?? ''}`;
}

/** The Vietnamese name of a lunar month: Giêng, Hai … Mười một, Chạp, with "nhuận" in a leap month. */
export function lunarMonthName(date: Pick<LunarDate, 'month' | 'isLeap'>): string {
  return `tháng ${months[date.month - 1] ?? date.month}${date.isLeap ? ' nhuận' : ''}`;
}
