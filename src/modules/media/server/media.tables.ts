import type { ColumnType, Generated } from 'kysely';

export interface AssetTable {
  id: string;
  sha256: string;
  file_name: string;
  content_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  credit: Generated<string>;
  rights: Generated<string>;
  /** Alternative text per language. */
  alt_texts: ColumnType<Record<string, string>, string | undefined, string>;
  owner_unit_id: string;
  purpose: Generated<'library' | 'evidence'>;
  /** Of the bytes as they came, where those that are kept are others: metadata is taken out of evidence. */
  received_sha256: string | null;
  is_example: Generated<boolean>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
}
export interface AssetRenditionTable {
  asset_id: string;
  name: string;
  sha256: string;
  content_type: string;
  width: number;
  height: number;
  bytes: number;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    asset: AssetTable;
    asset_rendition: AssetRenditionTable;
  }
}
