import { z } from 'zod';
import { civilDayOf, type LunarTable, lunarDateOf } from '../platform/clock/lunar.ts';
import type { UpcomingDay } from './sites.snapshot.ts';

/** The part of data/calendar-events.json that the ruler of days reads. */
export const calendarEventsSchema = z.object({
  events: z.array(
    z.object({
      title: z.object({ vi: z.string(), en: z.string().optional() }),
      calendar: z.string(),
      month: z.number().nullish(),
      day: z.number().nullish(),
      sinceYear: z.number().nullish(),
      evidence: z.string(),
    }),
  ),
});
export type CalendarEvents = z.infer<typeof calendarEventsSchema>;

// What rests on one blog or on nothing that was found is not shown to the public.
const shownEvidence = new Set(['law', 'official', 'press']);

/** The days of the calendar within `span` days from today, soonest first, one entry for each event. */
export function upcomingDays(input: {
  events: CalendarEvents;
  table: LunarTable;
  today: string;
  span: number;
}): UpcomingDay[] {
  const last = new Date(Date.parse(input.today) + input.span * 86_400_000).toISOString().slice(0, 10);
  const solarYear = Number(input.today.slice(0, 4));
  const lunarYear = lunarDateOf(input.table, input.today)?.year ?? solarYear;
  const found: UpcomingDay[] = [];
  for (const { title, calendar, month, day, sinceYear, evidence } of input.events.events) {
    if (!month || !day || !shownEvidence.has(evidence)) continue;
    const candidates =
      calendar === 'lunar'
        ? [0, 1].map((ahead) => civilDayOf(input.table, { year: lunarYear + ahead, month, isLeap: false, day }))
        : [0, 1].map(
            (ahead) => `${solarYear + ahead}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          );
    const next = candidates.find((candidate) => candidate !== null && candidate > input.today && candidate <= last);
    if (!next) continue;
    const years = sinceYear ? Number(next.slice(0, 4)) - sinceYear : 0;
    const english = title.en ?? title.vi;
    found.push({
      day: next,
      title:
        years > 0
          ? { vi: `${title.vi}, ${years} năm`, en: `${english}, ${years} years` }
          : { vi: title.vi, en: english },
    });
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}
