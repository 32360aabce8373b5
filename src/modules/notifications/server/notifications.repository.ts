import type { Database } from '../../../platform/database/tables.ts';
import { newId } from '../../../platform/ids/ids.ts';
import './notifications.tables.ts';

export interface NewNotification {
  readonly personIds: readonly string[];
  readonly kind: string;
  readonly params: Record<string, unknown>;
  readonly link: string;
  readonly createdAt: Date;
}

/** One row for each person. */
export async function insertNotifications(db: Database, notification: NewNotification): Promise<void> {
  if (notification.personIds.length === 0) return;
  const { kind, link, createdAt } = notification;
  await db
    .insertInto('notification')
    .values(
      notification.personIds.map((personId) => ({
        id: newId(createdAt.getTime()),
        person_id: personId,
        kind,
        params: JSON.stringify(notification.params),
        link,
        read_at: null,
        created_at: createdAt,
      })),
    )
    .execute();
}

/** Only rows of this person change, whatever ids are given. */
export async function markRead(
  db: Database,
  input: { personId: string; ids: readonly string[] | null; at: Date },
): Promise<void> {
  let query = db
    .updateTable('notification')
    .set({ read_at: input.at })
    .where('person_id', '=', input.personId)
    .where('read_at', 'is', null);
  if (input.ids)
    query = query.where('id', 'in', input.ids.length > 0 ? [...input.ids] : ['00000000-0000-0000-0000-000000000000']);
  await query.execute();
}
