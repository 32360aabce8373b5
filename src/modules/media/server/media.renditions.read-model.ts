import type { Database } from '../../../platform/database/tables.ts';
import { type RenditionName, renditionName } from '../media.contract.ts';
import './media.tables.ts';

export interface RenditionForUse {
  readonly name: RenditionName;
  readonly sha256: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}
export interface AssetForUse {
  readonly assetId: string;
  readonly sha256: string;
  readonly ownerUnitId: string;
  readonly credit: string;
  readonly altTexts: Record<string, string>;
  readonly renditions: readonly RenditionForUse[];
}

/** Where a file stands for everyone, as long as something public shows it. */
export function publicFilePath(file: { sha256: string; contentType: string }): string {
  return `/files/${file.sha256}.${file.contentType === 'image/jpeg' ? 'jpg' : file.contentType.replace('image/', '')}`;
}

/** What others need to show pictures: texts, and each rendition with its hash. Unknown ids are left out. */
export async function readRenditions(db: Database, assetIds: readonly string[]): Promise<AssetForUse[]> {
  if (assetIds.length === 0) return [];
  const ids = [...new Set(assetIds)];
  const assets = await db.selectFrom('asset').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const renditions = await db
    .selectFrom('asset_rendition')
    .selectAll()
    .where('asset_id', 'in', ids)
    .orderBy('name')
    .execute();
  return assets.map((asset) => ({
    assetId: asset.id,
    sha256: asset.sha256,
    ownerUnitId: asset.owner_unit_id,
    credit: asset.credit,
    altTexts: asset.alt_texts,
    renditions: renditions
      .filter((row) => row.asset_id === asset.id)
      .map((row) => ({
        name: renditionName.parse(row.name),
        sha256: row.sha256,
        contentType: row.content_type,
        width: row.width,
        height: row.height,
      })),
  }));
}
