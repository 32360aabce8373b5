import { readdir } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StartError } from '../errors/start-error.ts';
import type { DatabaseTables } from './tables.ts';

const folder = new URL('../../../migrations/', import.meta.url);

/** Applies what is missing of the one ordered list, under Kysely's advisory lock. Throws with the name of the one that failed. */
export async function migrate(db: Kysely<DatabaseTables>): Promise<readonly string[]> {
  await refuseNewerDatabase(db);
  // Branches land in another order than their numbers: a database that already has 0016 still takes a late 0012.
  const migrator = new Migrator({ db, provider: { getMigrations }, allowUnorderedMigrations: true });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error) throw new Error(`migration ${failed?.migrationName ?? ''} failed: ${String(error)}`, { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** After a step back to an older version the database holds what this program does not know; it must not write into it. */
async function refuseNewerDatabase(db: Kysely<DatabaseTables>): Promise<void> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as "isThere"`.execute(db);
  if (!rows[0]?.isThere) return;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const known = new Set(Object.keys(await getMigrations()));
  const unknown = applied.rows.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartError(
    `Dữ liệu này do một phiên bản Lan Tỏa mới hơn tạo ra (${unknown.join(', ')}). Hãy chạy phiên bản đó, hoặc đặt LANTOA_DATA sang thư mục khác.`,
    `These data were made by a newer version of Lan Tỏa (${unknown.join(', ')}). Run that version, or point LANTOA_DATA to another folder.`,
  );
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const module: Migration = await import(new URL(name, folder).href);
    return [name.replace(/\.ts$/, ''), module];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The server must be PostgreSQL 15 or later. */
export async function checkServerVersion(db: Kysely<DatabaseTables>): Promise<void> {
  const { rows } = await sql<{ number: number }>`select current_setting('server_version_num')::int as number`.execute(
    db,
  );
  const number = rows[0]?.number ?? 0;
  if (number < 150_000) throw new Error(`PostgreSQL 15 or later is needed; this server says ${number}`);
}
