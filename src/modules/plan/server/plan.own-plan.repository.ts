import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { OwnTaskTable } from './plan.tables.ts';

export type OwnTaskRow = Selectable<OwnTaskTable>;

export function lockOwnTask(db: Database, id: string): Promise<OwnTaskRow | undefined> {
  return db.selectFrom('own_task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function insertOwnTask(db: Database, row: Insertable<OwnTaskTable>): Promise<void> {
  await db.insertInto('own_task').values(row).execute();
}
export async function updateOwnTask(db: Database, id: string, change: Updateable<OwnTaskTable>): Promise<OwnTaskRow> {
  return db
    .updateTable('own_task')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
export async function deleteOwnTask(db: Database, id: string): Promise<void> {
  await db.deleteFrom('own_task').where('id', '=', id).execute();
}
