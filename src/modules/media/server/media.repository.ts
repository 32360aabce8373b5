import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { AssetRenditionTable, AssetTable } from './media.tables.ts';
import './media.tables.ts';

export type AssetRow = Selectable<AssetTable>;

export async function lockAsset(db: Database, id: string): Promise<AssetRow | undefined> {
  return db.selectFrom('asset').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findAsset(db: Database, id: string): Promise<AssetRow | undefined> {
  return db.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False when a row with this id is there already: two uploads with one id at the same moment. */
export async function insertAsset(
  db: Database,
  asset: Insertable<AssetTable>,
  renditions: readonly Insertable<AssetRenditionTable>[],
): Promise<boolean> {
  const inserted = await db
    .insertInto('asset')
    .values(asset)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  if (renditions.length > 0)
    await db
      .insertInto('asset_rendition')
      .values([...renditions])
      .execute();
  return true;
}

export async function updateAssetRow(db: Database, id: string, change: Updateable<AssetTable>): Promise<void> {
  await db
    .updateTable('asset')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function readFileOf(
  db: Database,
  asset: AssetRow,
  rendition: string,
): Promise<{ sha256: string; contentType: string } | null> {
  if (rendition === 'original') return { sha256: asset.sha256, contentType: asset.content_type };
  const row = await db
    .selectFrom('asset_rendition')
    .select(['sha256', 'content_type as contentType'])
    .where('asset_id', '=', asset.id)
    .where('name', '=', rendition)
    .executeTakeFirst();
  return row ?? null;
}

/** Gone with their renditions; the names of their bytes, each once. */
export async function deleteAssets(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const renditions = await db
    .deleteFrom('asset_rendition')
    .where('asset_id', 'in', [...ids])
    .returning('sha256')
    .execute();
  const assets = await db
    .deleteFrom('asset')
    .where('id', 'in', [...ids])
    .returning('sha256')
    .execute();
  return [...new Set([...renditions, ...assets].map((row) => row.sha256))];
}
