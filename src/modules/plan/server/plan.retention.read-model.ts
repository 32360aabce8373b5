// Joins tables of earlier modules: asset, asset_rendition (media), directive (directives), official_document_file (registry).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import './plan.tables.ts';

/** Uploaded as evidence before the instant, and no evidence holds them. */
export async function readUnusedEvidenceFiles(db: Database, input: { before: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select asset.id from asset
    where asset.purpose = 'evidence' and asset.created_at < ${input.before} and not exists (select 1 from evidence_asset where evidence_asset.asset_id = asset.id)
    order by asset.created_at limit ${input.limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** Of these bytes those that something still names: the same file may have come in another way. */
export async function readNamedFiles(db: Database, sha256s: readonly string[]): Promise<Set<string>> {
  const wanted = [...sha256s];
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from asset where sha256 = any(${wanted}::text[])
    union select sha256 from asset_rendition where sha256 = any(${wanted}::text[])
    union select file_sha256 from directive where file_sha256 = any(${wanted}::text[])
    union select source_sha256 from directive where source_sha256 = any(${wanted}::text[])
    union select sha256 from official_document_file where sha256 = any(${wanted}::text[])`.execute(db);
  return new Set(rows.map((row) => row.sha256));
}
