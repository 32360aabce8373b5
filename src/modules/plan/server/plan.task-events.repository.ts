// Joins a table of an earlier module: calendar_event (calendar).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import { eventPeriods } from './plan.event-dues.read-model.ts';

export async function readChosenEventIds(db: Database, taskId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('task_event')
    .select('event_id')
    .where('task_id', '=', taskId)
    .orderBy('event_id')
    .execute();
  return rows.map((row) => row.event_id);
}
export async function replaceChosenEvents(db: Database, taskId: string, eventIds: readonly string[]): Promise<void> {
  await db.deleteFrom('task_event').where('task_id', '=', taskId).execute();
  if (eventIds.length > 0)
    await db
      .insertInto('task_event')
      .values(eventIds.map((eventId) => ({ task_id: taskId, event_id: eventId })))
      .execute();
}
export async function countKnownEvents(db: Database, eventIds: readonly string[]): Promise<number> {
  if (eventIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from calendar_event where id = any(${eventIds}::uuid[])`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Writes down for which event a new piece of evidence stands, so that it stays with that event whatever becomes of it: the
 * latest one that had begun by its day, before others one that still lacks something.
 */
export async function placeEvidence(db: Database, evidenceId: string): Promise<void> {
  await sql`
    update evidence set for_date_id = place.date_id from (
      select event_period.date_id from evidence given join (${eventPeriods({
        where: sql`task.id in (select task_id from evidence where id = ${evidenceId})`,
        exceptEvidenceId: evidenceId,
      })}) event_period on event_period.task_id = given.task_id
      where given.id = ${evidenceId} and given.occurred_on between event_period.starts_on and event_period.due_by and event_period.is_live
      order by event_period.accepted + event_period.waiting >= event_period.expected_count, event_period.starts_on desc, event_period.date_id limit 1) place
    where evidence.id = ${evidenceId} and evidence.for_date_id is null`.execute(db);
}
