// Joins a table of an earlier module: unit (organisation).
import type { Context } from '../../../platform/context.ts';
import { unitIdsOf } from '../../accounts/index.ts';
import type { Feed } from '../calendar.shapes.contract.ts';

/** The person's own addresses; nobody sees those of others. */
export async function readFeeds({ db, actor }: Context): Promise<{ feeds: Feed[]; unitIds: string[] }> {
  if (actor.personId === null) return { feeds: [], unitIds: [] };
  const rows = await db
    .selectFrom('calendar_feed')
    .leftJoin('unit', 'unit.id', 'calendar_feed.unit_id')
    .select(['calendar_feed.id', 'unit_id', 'unit.names', 'calendar_feed.created_at', 'last_read_at'])
    .where('person_id', '=', actor.personId)
    .where('revoked_at', 'is', null)
    .orderBy('calendar_feed.created_at')
    .execute();
  return {
    feeds: rows.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      unitNames: row.names,
      createdAt: row.created_at.toISOString(),
      lastReadAt: row.last_read_at?.toISOString() ?? null,
    })),
    unitIds: unitIdsOf(actor),
  };
}
