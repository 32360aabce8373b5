// Reads unit (organisation) beside its own tables.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { ApprovalManifestTable, PublicChangeTable, PublishedSnapshotTable } from './newsroom.tables.ts';

export async function insertManifest(db: Database, row: Insertable<ApprovalManifestTable>): Promise<void> {
  await db.insertInto('approval_manifest').values(row).execute();
}

export async function findManifest(db: Database, id: string): Promise<Selectable<ApprovalManifestTable>> {
  return db.selectFrom('approval_manifest').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function insertPublicChange(db: Database, row: Insertable<PublicChangeTable>): Promise<void> {
  await db.insertInto('public_change').values(row).execute();
}

export async function findPublicChanges(db: Database, editionId: string): Promise<Selectable<PublicChangeTable>[]> {
  return db
    .selectFrom('public_change')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findSnapshot(
  db: Database,
  editionId: string,
): Promise<Selectable<PublishedSnapshotTable> | null> {
  const row = await db
    .selectFrom('published_snapshot')
    .selectAll()
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return row ?? null;
}

export async function upsertSnapshot(db: Database, row: Insertable<PublishedSnapshotTable>): Promise<void> {
  const { edition_id: _id, code: _code, published_at: _at, ...change } = row;
  await db
    .insertInto('published_snapshot')
    .values(row)
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet(change))
    .execute();
}

/** The official sender of a story: the body that the unit is a part of, since a division publishes in its department's name. */
export async function readSenderNames(db: Database, unitId: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ names: Record<string, string> }>`
    with recursive above as (
      select id, parent_id, names from unit where id = ${unitId}
      union all select unit.id, unit.parent_id, unit.names from unit join above on unit.id = above.parent_id)
    select names from above where parent_id is null limit 1`.execute(db);
  return rows[0]?.names ?? {};
}

/** Editions whose time has come, oldest first. */
export async function findDueEditions(db: Database, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('edition')
    .select('id')
    .where('not_before', '<=', now)
    .where('work_state', '=', 'approved')
    .where((eb) =>
      eb.or([
        eb('public_state', '=', 'scheduled'),
        eb.and([eb('public_state', '=', 'live'), eb('pending_change', 'is not', null)]),
      ]),
    )
    .orderBy('not_before')
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/** The manifest of what the reader sees now; the one with an approver where it was approved afterwards. */
export async function findLiveManifest(db: Database, editionId: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('approval_manifest')
    .innerJoin('published_snapshot', (join) =>
      join
        .onRef('published_snapshot.edition_id', '=', 'approval_manifest.edition_id')
        .onRef('published_snapshot.manifest_hash', '=', 'approval_manifest.hash'),
    )
    .select('approval_manifest.id')
    .where('approval_manifest.edition_id', '=', editionId)
    .orderBy(sql`approved_by is null`)
    .orderBy('approval_manifest.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function findManifests(
  db: Database,
  ids: readonly string[],
): Promise<Selectable<ApprovalManifestTable>[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('approval_manifest')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}
