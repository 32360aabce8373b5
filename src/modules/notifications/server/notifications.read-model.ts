import type { z } from 'zod';
import type { Database } from '../../../platform/database/tables.ts';
import type { notification } from '../notifications.contract.ts';
import './notifications.tables.ts';

const pageSize = 30;

export async function countUnread(db: Database, personId: string): Promise<number> {
  const row = await db
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A person's own notifications, newest first. */
export async function readNotifications(
  db: Database,
  input: { personId: string; page: number },
): Promise<{ notifications: z.infer<typeof notification>[]; unread: number; total: number }> {
  const own = db.selectFrom('notification').where('person_id', '=', input.personId);
  const rows = await own
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((input.page - 1) * pageSize)
    .execute();
  const total = await own.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return {
    notifications: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      params: row.params,
      link: row.link,
      readAt: row.read_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    })),
    unread: await countUnread(db, input.personId),
    total: Number(total.count),
  };
}
