/** The four ways to look at the calendar, and the days that each shows. Pure; days are YYYY-MM-DD without a zone. */
export const calendarViews = ['month', 'week', 'list', 'year'] as const;
export type CalendarView = (typeof calendarViews)[number];

const dayLength = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** Weeks begin on Monday. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function addMonths(day: string, count: number): string {
  const first = new Date(firstOfMonth(day));
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + count, 1)).toISOString().slice(0, 10);
}

/** First and last day that the view shows around a day: a month in whole weeks. */
export function rangeOf(view: CalendarView, day: string): { from: string; to: string } {
  if (view === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  if (view === 'year') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  const first = firstOfMonth(day);
  const last = addDays(addMonths(day, 1), -1);
  if (view === 'list') return { from: first, to: last };
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
}

/** A day of the range before or after. */
export function step(view: CalendarView, day: string, direction: -1 | 1): string {
  if (view === 'week') return addDays(day, 7 * direction);
  return addMonths(day, view === 'year' ? 12 * direction : direction);
}

/** The same day of another month, or its last where it has none such. */
export function sameDayOfMonth(day: string, months: number): string {
  const first = addMonths(day, months);
  const last = addDays(addMonths(first, 1), -1);
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** Where a key leads from a day of the grid (WAI-ARIA, grid pattern); null where it leads nowhere. */
export function dayAfterKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    case 'PageUp':
      return sameDayOfMonth(day, -1);
    case 'PageDown':
      return sameDayOfMonth(day, 1);
    default:
      return null;
  }
}

/** The days of a range in rows of seven. */
export function weeksOf<Day>(days: readonly Day[]): Day[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, row) => days.slice(row * 7, row * 7 + 7));
}

/** What lies on each day; a date of several days lies on each of them. */
export function byDay<Row extends { startsOn: string; endsOn: string }>(
  rows: readonly Row[],
  { from, to }: { from: string; to: string },
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const last = row.endsOn < to ? row.endsOn : to;
    for (let day = row.startsOn > from ? row.startsOn : from; day <= last; day = addDays(day, 1))
      found.set(day, [...(found.get(day) ?? []), row]);
  }
  return found;
}
