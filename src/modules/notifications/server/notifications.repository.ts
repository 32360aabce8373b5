import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { MailWay, Preference } from '../notifications.kinds.ts';
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

export interface ReminderRow {
  readonly personId: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly day: string;
  readonly unitId: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly link: string;
  readonly isInApp: boolean;
  readonly mail: MailWay;
}
export interface WrittenReminder {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly params: Record<string, unknown>;
  readonly link: string;
  readonly mail: MailWay;
}

/** Writes what nobody has been told yet, in one statement, and gives exactly that: person, kind, subject and day make it the same. */
export async function insertReminders(
  db: Database,
  input: { reminders: readonly ReminderRow[]; at: Date },
): Promise<WrittenReminder[]> {
  if (input.reminders.length === 0) return [];
  const rows = input.reminders.map((reminder) => ({
    id: newId(input.at.getTime()),
    person_id: reminder.personId,
    kind: reminder.kind,
    params: reminder.params,
    link: reminder.link,
    subject_kind: reminder.subjectKind,
    subject_id: reminder.subjectId,
    day: reminder.day,
    unit_id: reminder.unitId,
    is_in_app: reminder.isInApp,
    mail: reminder.mail,
  }));
  const written = await sql<WrittenReminder>`
    insert into notification (id, person_id, kind, params, link, subject_kind, subject_id, day, unit_id, is_in_app, mail, mailed_at, created_at)
    select row.*, case when row.mail = 'now' then ${input.at}::timestamptz end, ${input.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, person_id uuid, kind text, params jsonb, link text,
      subject_kind text, subject_id text, day date, unit_id text, is_in_app boolean, mail text)
    on conflict (person_id, kind, subject_kind, subject_id, day) do nothing
    returning id, person_id as "personId", kind, params, link, mail`.execute(db);
  return written.rows;
}

/** Only rows of this person change, whatever ids are given. */
export async function markRead(
  db: Database,
  input: { personId: string; ids: readonly string[] | null; isRead: boolean; at: Date },
): Promise<void> {
  let query = db
    .updateTable('notification')
    .set({ read_at: input.isRead ? input.at : null })
    .where('person_id', '=', input.personId)
    .where('read_at', input.isRead ? 'is' : 'is not', null);
  if (input.ids)
    query = query.where('id', 'in', input.ids.length > 0 ? [...input.ids] : ['00000000-0000-0000-0000-000000000000']);
  await query.execute();
}

export async function markMailed(db: Database, input: { ids: readonly string[]; at: Date }): Promise<void> {
  await sql`update notification set mailed_at = ${input.at} where id = any(${[...input.ids]}::uuid[])`.execute(db);
}

export async function writePreferences(
  db: Database,
  input: { personId: string; preferences: readonly Preference[]; at: Date },
): Promise<void> {
  const rows = JSON.stringify(input.preferences.map(({ kind, isInApp, mail }) => ({ kind, is_in_app: isInApp, mail })));
  await sql`
    insert into notification_preference (person_id, kind, is_in_app, mail, updated_at)
    select ${input.personId}::uuid, row.kind, row.is_in_app, row.mail, ${input.at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as row(kind text, is_in_app boolean, mail text)
    on conflict (person_id, kind) do update set is_in_app = excluded.is_in_app, mail = excluded.mail, updated_at = excluded.updated_at`.execute(
    db,
  );
  // What already waits for a digest follows the new choice; "at once" has passed, so it goes with the next digest.
  await sql`
    update notification set mail = case row.mail when 'now' then 'daily' else row.mail end
    from jsonb_to_recordset(${rows}::jsonb) as row(kind text, mail text)
    where notification.person_id = ${input.personId}::uuid and notification.kind = 'notifications.' || row.kind
      and notification.mailed_at is null and notification.mail in ('daily', 'weekly')`.execute(db);
}

/** Read long ago, or never read for a year: nobody needs it, and it tells what somebody did when. */
export async function forgetNotifications(
  db: Database,
  input: { readBefore: Date; writtenBefore: Date },
): Promise<number> {
  const result = await db
    .deleteFrom('notification')
    .where((eb) => eb.or([eb('read_at', '<', input.readBefore), eb('created_at', '<', input.writtenBefore)]))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
