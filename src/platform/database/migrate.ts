import { readdir } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { DatabaseTables } from './tables.ts';

const folder = new URL('../../../migrations/', import.meta.url);

/** Applies what is missing of the one ordered list, under Kysely's advisory lock. Throws with the name of the one that failed. */
export async function migrate(db: Kysely<DatabaseTables>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error) throw new Error(`migration ${failed?.migrationName ?? ''} failed`, { cause: error });
  return (results ?? []).map((result) => result.migrationName);
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
