import { sql } from 'kysely';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import type { Clash } from '../calendar.shapes.contract.ts';
import { visibleDates } from './calendar.visibility.read-model.ts';

interface ClashRow {
  reason: Clash['reason'];
  day: string;
  oneId: string;
  oneTitles: Record<string, string>;
  otherId: string;
  otherTitles: Record<string, string>;
}

/** Of so many dates in a view the first are compared: nobody works through the clashes of a full year at once. */
const datesCompared = 3000;

/**
 * Dates that get into each other's way: at one place at one time; for one audience on one day (the public: in one
 * commune only); two big announcements in one day. A window of more than five days stands for no day in particular.
 */
export async function readClashes(
  context: Context,
  filter: { from: string; to: string; dateId?: string | undefined },
): Promise<Clash[]> {
  const { from, to, dateId } = filter;
  // Joined by day and by what is alike, never everything with everything: a year has ten thousand dates. The day of a
  // pair is the one on which the later of the two begins, so that each pair is found once for each reason.
  const isPair = sql`one.id < other.id and one.event_id <> other.event_id and one.day = greatest(one.starts_on, other.starts_on)
    and (${dateId ?? null}::uuid is null or one.id = ${dateId ?? null}::uuid or other.id = ${dateId ?? null}::uuid)`;
  const isApart = sql`coalesce(one.end_time <= other.start_time or other.end_time <= one.start_time, false)`;
  const pair = sql`one.id as "oneId", other.id as "otherId", one.day`;
  const rows = await sql<ClashRow>`
    with shown as materialized (
      select calendar_date.id, calendar_date.event_id, starts_on, ends_on, calendar_date.start_time, calendar_date.end_time,
        lower(coalesce(calendar_date.own_place, calendar_event.place)) collate "C" as place, calendar_event.place_unit_id collate "C" as place_unit_id, calendar_event.audience collate "C" as audience, calendar_event.is_major, ends_on - starts_on <= 4 as is_short
      from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
      where ${visibleDates(context.actor)} and calendar_event.kind in ('event', 'festival') and calendar_date.state in ('rumoured', 'planned', 'confirmed')
        and ends_on >= ${from}::date and starts_on >= ${addDays(from, -60)}::date and starts_on <= ${to}::date
      order by starts_on limit ${datesCompared}),
    lying as materialized (select shown.*, starts_on + later as day from shown cross join lateral generate_series(0, ends_on - starts_on) as later),
    pairs as (
      select ${pair}, 1 as rank from lying one join lying other on one.day = other.day and one.place = other.place where one.place <> '' and ${isPair} and not ${isApart}
      union all select ${pair}, 1 from lying one join lying other on one.day = other.day and one.place_unit_id = other.place_unit_id where (one.place = '' or other.place = '') and ${isPair} and not ${isApart}
      union all select ${pair}, 2 from lying one join lying other on one.day = other.day and one.audience = other.audience
        where one.is_short and other.is_short and (one.audience <> 'public' or one.place_unit_id = other.place_unit_id) and ${isPair}
      union all select ${pair}, 3 from lying one join lying other on one.day = other.day where one.is_major and other.is_major and one.is_short and other.is_short and ${isPair}),
    told as (select "oneId", "otherId", day, min(rank) as rank from pairs group by "oneId", "otherId", day order by day, rank, "oneId", "otherId" limit 100)
    select (array['place', 'audience', 'major'])[rank] as reason, day, "oneId", "otherId", coalesce(one.own_titles, one_event.titles) as "oneTitles", coalesce(other.own_titles, other_event.titles) as "otherTitles"
    from told join calendar_date one on one.id = "oneId" join calendar_event one_event on one_event.id = one.event_id
      join calendar_date other on other.id = "otherId" join calendar_event other_event on other_event.id = other.event_id
    order by day, rank, "oneId", "otherId"`.execute(context.db);
  return rows.rows.map((row) => ({
    reason: row.reason,
    day: row.day,
    one: { id: row.oneId, titles: row.oneTitles },
    other: { id: row.otherId, titles: row.otherTitles },
  }));
}
