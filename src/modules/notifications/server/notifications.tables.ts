import type { ColumnType } from 'kysely';

export interface NotificationTable {
  id: string;
  person_id: string;
  kind: string;
  params: ColumnType<Record<string, unknown>, string, never>;
  link: string;
  read_at: Date | null;
  created_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    notification: NotificationTable;
  }
}
