import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Context } from '../context.ts';
import type { DatabaseTables } from './tables.ts';

// A date without zone stays the text that PostgreSQL sends (YYYY-MM-DD); the driver would make it a local midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// date[] has the type id 1182 in every PostgreSQL (the driver's list of names leaves it out); 1009 is text[].
const types: {
  getTypeParser(id: number): (text: string) => unknown;
  setTypeParser(id: number, parse: (text: string) => unknown): void;
} = pg.types;
types.setTypeParser(1182, types.getTypeParser(1009));
// Counts and sequence numbers of this product stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export interface OpenDatabase {
  readonly db: Kysely<DatabaseTables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool. Connection losses are reported to `onError` and never end the process. */
export function openDatabase(config: pg.PoolConfig, onError: (error: Error) => void): OpenDatabase {
  const pool = new pg.Pool({ max: 16, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, ...config });
  pool.on('error', onError);
  // A connection that is being closed no longer belongs to the pool: a server that stops at the same moment must not end us.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DatabaseTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Runs a use case in one transaction; inside a transaction it joins it. */
export async function inTransaction<Result>(
  context: Context,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  if (context.db.isTransaction) return work(context);
  return context.db.transaction().execute((transaction) => work({ ...context, db: transaction }));
}

/** True for the errors that say the database cannot be reached just now. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|53300)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

/** True where a value is none that PostgreSQL holds: a NUL in a text, half a surrogate pair in JSON, a number out of range. */
export function isNotStorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22021|22P05|22003|22008)$/.test(String(error.code));
}
