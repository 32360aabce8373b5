import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { ReviewedDirective } from '../directives.contract.ts';
import { completeClauses } from './complete-clauses.ts';
import type { ClauseTable, DirectiveTable } from './directives.tables.ts';

export const searchKind = 'directive';

export type DirectiveRecord = Omit<DirectiveTable, 'parsed' | 'version'> & {
  parsed: ReviewedDirective;
  version: number;
};

export async function lockDirective(db: Database, id: string): Promise<DirectiveRecord | undefined> {
  const row = await db.selectFrom('directive').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { ...row, parsed: completeClauses(row.parsed) };
}

/** Two who bring the same text at once: the second waits, and finds the first. */
export async function lockSource(db: Database, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directive ${sha256}`}, 0))`.execute(db);
}

export async function findBySource(db: Database, sha256: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('directive').select('id').where('source_sha256', '=', sha256).executeTakeFirst();
}

export async function readDirectiveFile(db: Database, id: string) {
  return db
    .selectFrom('directive')
    .select(['state', 'source_name', 'source_kind', 'file_sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertDirective(db: Database, record: Omit<DirectiveRecord, 'version'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('directive')
    .values({ ...record, parsed: JSON.stringify(record.parsed) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateDirective(
  db: Database,
  id: string,
  change: Partial<Omit<DirectiveRecord, 'id' | 'parsed'>> & { parsed?: ReviewedDirective; version: number },
): Promise<void> {
  const { parsed, ...columns } = change;
  await db
    .updateTable('directive')
    .set({ ...columns, ...(parsed ? { parsed: JSON.stringify(parsed) } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Ids of the directives whose search document is to be written again; with `onlyMissing`, of those that have none. */
export async function readDirectivesToIndex(db: Database, onlyMissing: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('directive')
    .leftJoin('search_document', (join) =>
      join.onRef('subject_id', '=', 'directive.id').on('subject_kind', '=', searchKind),
    )
    .select('directive.id')
    .where((eb) => (onlyMissing ? eb('subject_id', 'is', null) : eb.lit(true)))
    .execute();
  return rows.map((row) => row.id);
}

const rowsAtOnce = 500;

/** Writes the clauses in handfuls: 24 columns × 500 rows stay below PostgreSQL's 65,535 parameters. */
export async function insertClauses(db: Database, clauses: readonly ClauseTable[]): Promise<void> {
  for (let start = 0; start < clauses.length; start += rowsAtOnce) {
    await db
      .insertInto('clause')
      .values(clauses.slice(start, start + rowsAtOnce))
      .execute();
  }
}

export async function countUnknownUnits(db: Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const units = await db
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  const groups = await db
    .selectFrom('unit_group')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return ids.length - units.length - groups.length;
}
