import { sql } from 'kysely';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';

/** Public holidays between two days. How many days of Tết are free is announced each year: a person makes that year's date longer. */
export async function readDaysOff(
  { db }: Context,
  { from, to }: { from: string; to: string },
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ day: string }>`
    select distinct free.day::date as day
    from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
      cross join lateral generate_series(starts_on, ends_on, interval '1 day') as free(day)
    where calendar_event.kind = 'holiday' and calendar_date.state in ('planned', 'confirmed', 'held')
      and starts_on between ${addDays(from, -60)}::date and ${to}::date and free.day between ${from}::date and ${to}::date`.execute(
    db,
  );
  return new Set(rows.rows.map((row) => row.day));
}
