import type { ColumnType } from 'kysely';

export interface OutboxEventTable {
  id: string;
  name: string;
  payload: ColumnType<unknown, string, never>;
  created_at: Date;
}

declare module '../database/tables.ts' {
  interface DatabaseTables {
    outbox_event: OutboxEventTable;
  }
}
