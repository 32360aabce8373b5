import type { ColumnType, Generated } from 'kysely';

type Names = Record<string, string>;

export interface UnitTable {
  id: string;
  kind: string;
  parent_id: string | null;
  names: ColumnType<Names, string, string>;
  short_names: ColumnType<Names, string, string>;
  aliases: string[];
  is_own: boolean;
  position: Generated<number>;
  valid_from: string | null;
  valid_to: string | null;
  successor_id: string | null;
  source: string;
  version: Generated<number>;
  created_at: Generated<Date>;
}
export interface UnitGroupTable {
  id: string;
  names: ColumnType<Names, string, string>;
  created_at: Generated<Date>;
}
export interface UnitGroupMemberTable {
  group_id: string;
  unit_id: string;
  created_at: Generated<Date>;
}
export interface LanguageTable {
  code: string;
  names: ColumnType<Names, string, string>;
  is_spoken_only: boolean;
  position: number;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    unit: UnitTable;
    unit_group: UnitGroupTable;
    unit_group_member: UnitGroupMemberTable;
    language: LanguageTable;
  }
}
