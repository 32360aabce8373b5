// Joins tables of earlier modules: person (accounts), task (plan).
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import type { notification } from '../notifications.contract.ts';
import { type MailWay, type Preference, type ReminderKind, reminderKinds } from '../notifications.kinds.ts';
import type { DigestMorning } from './reminder-days.ts';
import './notifications.tables.ts';

const pageSize = 30;

/** The own ones that are shown in the app; of a unit that the person no longer reaches, none. */
function shownTo(actor: Actor) {
  return sql<boolean>`(notification.person_id = ${actor.personId}::uuid and notification.is_in_app
    and (notification.unit_id is null or ${readsEverything(actor)} or notification.unit_id = any(${unitIdsOf(actor)}::text[])))`;
}

export async function countUnread(db: Database, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(shownTo(actor))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A person's own notifications, newest first. */
export async function readNotifications(
  db: Database,
  input: { actor: Actor; page: number; onlyUnread: boolean },
): Promise<{ notifications: z.infer<typeof notification>[]; unread: number; total: number }> {
  let own = db.selectFrom('notification').where(shownTo(input.actor));
  if (input.onlyUnread) own = own.where('read_at', 'is', null);
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
    unread: await countUnread(db, input.actor),
    total: Number(total.count),
  };
}

export interface PersonalPreference extends Preference {
  readonly personId: string;
}

/** Choices that differ from the usual; of one person, or of everybody at once. */
export async function readPreferenceRows(db: Database, personId: string | null): Promise<PersonalPreference[]> {
  let query = db.selectFrom('notification_preference').select(['person_id', 'kind', 'is_in_app', 'mail']);
  if (personId) query = query.where('person_id', '=', personId);
  const known = (kind: string): ReminderKind | undefined => reminderKinds.find((one) => one === kind);
  return (await query.execute()).flatMap((row) => {
    const kind = known(row.kind);
    return kind ? [{ personId: row.person_id, kind, isInApp: row.is_in_app, mail: row.mail }] : [];
  });
}

export interface DigestRow {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: string;
  readonly kind: string;
  readonly subject: string;
  readonly params: Record<string, unknown>;
  readonly link: string;
  readonly mail: MailWay;
}

/** What goes into this morning's digests: unread, not too old, and of tasks only those that are still open. */
export async function readForDigests(db: Database, morning: DigestMorning): Promise<DigestRow[]> {
  const { rows } = await sql<DigestRow>`
    select notification.id, notification.person_id as "personId", person.full_name as "fullName", person.email, person.language,
      notification.kind, coalesce(notification.subject_kind || ' ' || notification.subject_id, notification.id::text) as subject,
      notification.params, notification.link, notification.mail
    from notification
    join person on person.id = notification.person_id
    left join task on notification.subject_kind = 'task' and task.id::text = notification.subject_id
    where notification.mailed_at is null and notification.read_at is null and person.disabled_at is null
      and ((notification.mail = 'daily' and notification.created_at < ${morning.dailyUntil})
        or (notification.mail = 'weekly' and notification.created_at < ${morning.weeklyUntil}))
      and notification.created_at > ${morning.dailyUntil}::timestamptz - interval '14 days'
      and (task.id is null or task.state in ('sent', 'accepted', 'in_progress', 'returned'))
      and (notification.subject_kind is distinct from 'unit' or exists (
        select 1 from task as open where open.unit_id = notification.subject_id and open.state in ('sent', 'accepted', 'in_progress', 'returned')))
    order by notification.person_id, notification.created_at desc, notification.id
    limit 20000`.execute(db);
  return rows;
}

export async function readEmailOf(db: Database, personId: string): Promise<string> {
  const row = await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  return row?.email ?? '';
}
