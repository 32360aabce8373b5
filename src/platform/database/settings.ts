import { type ColumnType, sql } from 'kysely';
import type { Database } from './tables.ts';

export interface SettingTable {
  key: string;
  value: ColumnType<unknown, string, string>;
  updated_at: ColumnType<Date, never, never>;
}

declare module './tables.ts' {
  interface DatabaseTables {
    setting: SettingTable;
  }
}

/** A setting of the installation; null where nobody has set it. The reader checks its form. */
export async function readSetting(db: Database, key: string): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(db: Database, input: { key: string; value: unknown }): Promise<void> {
  const value = JSON.stringify(input.value);
  await sql`
    insert into setting (key, value, updated_at) values (${input.key}, ${value}::jsonb, now())
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
  `.execute(db);
}

/** Lets one program at a time read and change a setting, until the end of the transaction. */
export async function lockSetting(db: Database, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`setting:${key}`}))`.execute(db);
}
