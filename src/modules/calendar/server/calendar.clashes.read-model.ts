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

/**
 * Dates that get into each other's way: at one place at one time; for one audience on one day (the public: in one
 * commune only); two big announcements in one day. A window of more than five days stands for no day in particular.
 */
export async function readClashes(
  context: Context,
  filter: { from: string; to: string; dateId?: string | undefined },
): Promise<Clash[]> {
  const { from, to, dateId } = filter;
  const rows = await sql<ClashRow>`
    with shown as (
      select calendar_date.id, calendar_date.event_id, coalesce(calendar_date.own_titles, calendar_event.titles) as titles, starts_on, ends_on,
        calendar_date.start_time, calendar_date.end_time, lower(coalesce(calendar_date.own_place, calendar_event.place)) as place, calendar_event.place_unit_id, calendar_event.audience, calendar_event.is_major,
        ends_on - starts_on <= 4 as is_short
      from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
      where ${visibleDates(context.actor)} and calendar_event.kind in ('event', 'festival') and calendar_date.state in ('rumoured', 'planned', 'confirmed')
        and ends_on >= ${from}::date and starts_on >= ${addDays(from, -60)}::date and starts_on <= ${to}::date),
    pairs as (
      select one.id as "oneId", one.titles as "oneTitles", other.id as "otherId", other.titles as "otherTitles", greatest(one.starts_on, other.starts_on) as day,
        case
          when ((one.place <> '' and one.place = other.place) or (one.place_unit_id = other.place_unit_id and (one.place = '' or other.place = '')))
            and not coalesce(one.end_time <= other.start_time or other.end_time <= one.start_time, false) then 'place'
          when one.is_short and other.is_short and one.audience = other.audience and (one.audience <> 'public' or one.place_unit_id = other.place_unit_id) then 'audience'
          when one.is_short and other.is_short and one.is_major and other.is_major then 'major'
        end as reason
      from shown one join shown other on one.id < other.id and one.event_id <> other.event_id and one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
      where ${dateId ?? null}::uuid is null or one.id = ${dateId ?? null}::uuid or other.id = ${dateId ?? null}::uuid)
    select * from pairs where reason is not null order by day, reason, "oneId" limit 100`.execute(context.db);
  return rows.rows.map((row) => ({
    reason: row.reason,
    day: row.day,
    one: { id: row.oneId, titles: row.oneTitles },
    other: { id: row.otherId, titles: row.otherTitles },
  }));
}
