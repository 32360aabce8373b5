import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { visibleDates, visibleEvents } from './calendar.visibility.read-model.ts';

export async function isEventVisible({ db, actor }: Context, eventId: string): Promise<boolean> {
  const rows = await sql`select 1 from calendar_event where id = ${eventId} and ${visibleEvents(actor)}`.execute(db);
  return rows.rows.length > 0;
}

export async function isDateVisible({ db, actor }: Context, dateId: string): Promise<boolean> {
  const rows = await sql`
    select 1 from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id
    where calendar_date.id = ${dateId} and ${visibleDates(actor)}`.execute(db);
  return rows.rows.length > 0;
}
