// Joins tables of earlier modules: unit (organisation), person (accounts).
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import { type Asset, renditionName } from '../media.contract.ts';
import { canUseMedia } from './media.policy.ts';
import './media.tables.ts';

const pageSize = 40;

/**
 * The one visibility rule of pictures: the department shares one library; a commune or a partner sees its own and what the
 * person uploaded. Files of evidence are not in the library: the plan shows them by the rule of their evidence.
 */
export function visibleAssets(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`asset.purpose = 'library'`;
  const units = unitIdsOf(actor);
  return sql<boolean>`asset.purpose = 'library' and (asset.owner_unit_id = any(${units}::text[]) or asset.created_by = ${actor.personId}::uuid
    or (owner.is_own and exists (select 1 from unit as mine where mine.is_own and mine.id = any(${units}::text[]))))`;
}

export async function readAssets(
  context: Context,
  filter: { page: number; search?: string | undefined; ownerUnitId?: string | undefined },
): Promise<{ assets: Asset[]; total: number }> {
  let query = selectAssets(context.db).where(visibleAssets(context.actor));
  if (filter.ownerUnitId) query = query.where('asset.owner_unit_id', '=', filter.ownerUnitId);
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    query = query.where((eb) =>
      eb.or([
        eb('asset.file_name', 'ilike', pattern),
        eb('asset.credit', 'ilike', pattern),
        sql<boolean>`asset.alt_texts::text ilike ${pattern}`,
      ]),
    );
  }
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('asset.created_at', 'desc')
    .orderBy('asset.id', 'desc')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute();
  return { assets: await present(context, rows), total };
}

/** One picture; unknown and hidden look the same. */
export async function readAsset(context: Context, id: string): Promise<Asset> {
  const rows = await selectAssets(context.db).where(visibleAssets(context.actor)).where('asset.id', '=', id).execute();
  const [asset] = await present(context, rows);
  if (!asset) throw notFound();
  return asset;
}

/** The answer to an upload, for the person who made it. */
export async function readUploadedAsset(context: Context, id: string): Promise<Asset> {
  const rows = await selectAssets(context.db)
    .where('asset.id', '=', id)
    .where('asset.created_by', '=', context.actor.personId)
    .execute();
  const [asset] = await present(context, rows);
  if (!asset) throw notFound();
  return asset;
}

function selectAssets(db: Database) {
  return db
    .selectFrom('asset')
    .innerJoin('unit as owner', 'owner.id', 'asset.owner_unit_id')
    .leftJoin('person', 'person.id', 'asset.created_by')
    .selectAll('asset')
    .select(['owner.names as owner_names', 'person.full_name as created_by_name']);
}

async function present(
  context: Context,
  rows: Awaited<ReturnType<ReturnType<typeof selectAssets>['execute']>>,
): Promise<Asset[]> {
  if (rows.length === 0) return [];
  const renditions = await context.db
    .selectFrom('asset_rendition')
    .selectAll()
    .where(
      'asset_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    contentType: row.content_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    credit: row.credit,
    rights: row.rights,
    altTexts: row.alt_texts,
    ownerUnitId: row.owner_unit_id,
    ownerUnitNames: row.owner_names,
    isExample: row.is_example,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdByName: row.created_by_name,
    renditions: renditionName.options.flatMap((name) => {
      const found = renditions.find((rendition) => rendition.asset_id === row.id && rendition.name === name);
      if (!found) return [];
      const { content_type: contentType, width, height, bytes } = found;
      return [{ name, contentType, width, height, bytes, url: `/api/assets/${row.id}/${name}` }];
    }),
    abilities: { update: canUseMedia(context.actor, 'update', row.owner_unit_id) },
  }));
}

/** Of these pictures, the ids of those that the person may see. */
export async function readVisibleAssetIds(context: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await context.db
    .selectFrom('asset')
    .innerJoin('unit as owner', 'owner.id', 'asset.owner_unit_id')
    .select('asset.id')
    .where('asset.id', 'in', [...new Set(ids)])
    .where(visibleAssets(context.actor))
    .execute();
  return rows.map((row) => row.id);
}

/** Of these, the files of evidence that the person uploaded for the unit, with their kinds. */
export async function readOwnEvidenceFiles(
  context: Context,
  input: { ids: readonly string[]; ownerUnitId: string },
): Promise<{ id: string; contentType: string }[]> {
  if (input.ids.length === 0) return [];
  return context.db
    .selectFrom('asset')
    .select(['id', 'content_type as contentType'])
    .where('id', 'in', [...new Set(input.ids)])
    .where('purpose', '=', 'evidence')
    .where('owner_unit_id', '=', input.ownerUnitId)
    .where('created_by', '=', context.actor.personId)
    .execute();
}
