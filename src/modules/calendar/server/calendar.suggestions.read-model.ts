import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import { anniversaryOf } from './calendar.anniversary.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { visibleDates } from './calendar.visibility.read-model.ts';

/** A day ahead about which somebody may want to write. */
export interface WritingOccasion {
  readonly dateId: string;
  readonly kind: string;
  readonly titles: Record<string, string>;
  readonly startsOn: string;
  readonly place: string;
  readonly unitId: string;
  readonly clauseId: string | null;
  readonly years: number | null;
  /** The anniversary is a round one by the settings. */
  readonly isRound: boolean;
}

/**
 * What the calendar offers to write about within the days of the settings: anniversaries, festivals, holidays and events
 * that somebody plans; round anniversaries first. Whether a story exists already, the newsroom knows.
 */
export async function readWritingOccasions(context: Context): Promise<WritingOccasion[]> {
  const { settings } = await readCalendarSettings(context.db);
  const today = dayInDepartment(context.clock.now());
  const rows = await sql<Omit<WritingOccasion, 'years' | 'isRound'> & { sinceYear: number | null }>`
    select calendar_date.id as "dateId", calendar_event.kind, coalesce(calendar_date.own_titles, calendar_event.titles) as titles, starts_on as "startsOn",
      coalesce(own_place, place) as place, calendar_date.unit_id as "unitId", clause_id as "clauseId", since_year as "sinceYear"
    from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
    where ${visibleDates(context.actor)} and calendar_event.kind <> 'clock' and calendar_date.state in ('planned', 'confirmed')
      and starts_on between ${today}::date and ${addDays(today, settings.suggestDays)}::date
    order by starts_on limit 200`.execute(context.db);
  const occasions = rows.rows.map(({ sinceYear, ...row }) => {
    const anniversary = anniversaryOf({ sinceYear, on: row.startsOn, roundYears: settings.roundYears });
    return { ...row, years: anniversary?.years ?? null, isRound: (anniversary?.roundness ?? null) !== null };
  });
  return occasions.sort((one, other) => Number(other.isRound) - Number(one.isRound));
}

/** One occasion by its date, for the story that is begun from it; null where the person does not see it. */
export async function readOccasion(
  { db, actor }: Context,
  dateId: string,
): Promise<{ title: string; clauseId: string | null } | null> {
  const rows = await sql<{ title: string; clauseId: string | null }>`
    select coalesce(calendar_date.own_titles, calendar_event.titles)->>'vi' as title, clause_id as "clauseId"
    from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
    where calendar_date.id = ${dateId} and ${visibleDates(actor)}`.execute(db);
  return rows.rows[0] ?? null;
}
