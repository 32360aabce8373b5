import type { Insertable, Selectable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { CalendarFeedTable } from './calendar.tables.ts';

export type FeedRow = Selectable<CalendarFeedTable>;

export async function insertFeed(db: Database, feed: Insertable<CalendarFeedTable>): Promise<void> {
  await db.insertInto('calendar_feed').values(feed).execute();
}
export async function countFeeds(db: Database, personId: string): Promise<number> {
  const row = await db
    .selectFrom('calendar_feed')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
export async function lockFeed(db: Database, id: string, personId: string): Promise<FeedRow | undefined> {
  return db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
export async function updateFeed(
  db: Database,
  id: string,
  change: { token_hash?: string; revoked_at?: Date; last_read_at?: Date },
): Promise<void> {
  await db.updateTable('calendar_feed').set(change).where('id', '=', id).execute();
}
export async function findFeed(db: Database, tokenHash: string): Promise<FeedRow | undefined> {
  return db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}
