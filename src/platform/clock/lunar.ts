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
