import { sql, type Updateable } from 'kysely';
import type { Database } from '../../../../platform/database/tables.ts';
import { insertClauses } from '../directives.repository.ts';
import type { ClauseTable } from '../directives.tables.ts';

export interface EarlierClause {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** Clauses of a directive that stand, in their order. */
export function readStandingClauses(db: Database, directiveId: string): Promise<EarlierClause[]> {
  return db
    .selectFrom('clause')
    .select(['id', 'path', 'text'])
    .where('directive_id', '=', directiveId)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** Paths are unique in a directive: all step aside before the corrected ones take their places. */
async function stepAside(db: Database, directiveId: string): Promise<void> {
  await sql`update clause set path = '~' || id where directive_id = ${directiveId} and withdrawn_at is null`.execute(
    db,
  );
}

/** Clauses that are known again keep their ids, and with them all that points at them; new ones are added. */
export async function replaceClauses(
  db: Database,
  input: { directiveId: string; kept: readonly ClauseTable[]; added: readonly ClauseTable[] },
): Promise<void> {
  await stepAside(db, input.directiveId);
  for (let start = 0; start < input.kept.length; start += rowsAtOnce)
    await updateClauses(db, input.kept.slice(start, start + rowsAtOnce));
  await insertClauses(db, input.added);
}

const rowsAtOnce = 500;
const carriedOver = [
  'path',
  'parent_path',
  'position',
  'depth',
  'label',
  'title',
  'text',
  'short_title',
  'nature',
  'mode',
  'is_leaf',
  'source_from',
  'source_to',
  'unit_ids',
  'channel_ids',
  'dates',
  'supporting_unit_ids',
  'due_on',
  'rhythm',
  'expected_kind',
  'expected_count',
] as const satisfies readonly (keyof Updateable<ClauseTable>)[];

async function updateClauses(db: Database, rows: readonly ClauseTable[]): Promise<void> {
  const changes = sql.join(carriedOver.map((column) => sql`${sql.ref(column)} = changed.${sql.ref(column)}`));
  await sql`
    update clause set ${changes} from jsonb_populate_recordset(null::clause, ${JSON.stringify(rows)}::jsonb) as changed
    where clause.id = changed.id`.execute(db);
}

/**
 * Clauses that are no longer in the document: one that nothing points at goes; one with tasks, evidence or stories stays at
 * the end, marked, so that what was done is not lost. Gives how many stayed.
 */
export async function withdrawClauses(
  db: Database,
  input: { rows: readonly EarlierClause[]; fromPosition: number; at: Date },
): Promise<number> {
  let stayed = 0;
  for (const [index, row] of input.rows.entries()) {
    if (await deleteUnused(db, row.id)) continue;
    stayed += 1;
    await sql`
      update clause set withdrawn_at = ${input.at}, parent_path = null, depth = 0, position = ${input.fromPosition + index},
        path = ${row.path} || repeat('×', 1 + (select count(*)::int from clause other where other.directive_id = clause.directive_id and other.path like ${likePattern(row.path)}))
      where id = ${row.id}`.execute(db);
  }
  return stayed;
}

const likePattern = (path: string) => `${path.replace(/[\\%_]/g, '\\$&')}×%`;

/** The database itself knows what points at a clause; a savepoint keeps the transaction whole when something does. */
async function deleteUnused(db: Database, id: string): Promise<boolean> {
  // Pairs would go along without a word: what a person said of a clause stays as long as they stand.
  const paired = await db
    .selectFrom('clause_link')
    .select('clause_id')
    .where((eb) => eb.or([eb('clause_id', '=', id), eb('upper_clause_id', '=', id)]))
    .limit(1)
    .execute();
  if (paired.length > 0) return false;
  await sql`savepoint unused_clause`.execute(db);
  try {
    await db.deleteFrom('clause').where('id', '=', id).execute();
    await sql`release savepoint unused_clause`.execute(db);
    return true;
  } catch (error) {
    await sql`rollback to savepoint unused_clause`.execute(db);
    if ((error as { code?: unknown }).code === foreignKeyViolation) return false;
    throw error;
  }
}

/** PostgreSQL, appendix A: class 23. */
const foreignKeyViolation = '23503';

export interface SameDocument {
  readonly id: string;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly subject: string;
  readonly year: number | null;
}

/** Confirmed directives that may be the same document: number, symbol and year agree, or kind, issuer, subject and year. */
export async function findSameDocuments(db: Database, document: SameDocument): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from directive
    where state = 'confirmed' and id <> ${document.id} and year is not distinct from ${document.year}::int
      and ((number = ${document.number}::int and upper(symbol) = upper(${document.symbol}::text))
        or (kind is not distinct from ${document.kind}::text and lower(issuer) is not distinct from lower(${document.issuer}::text) and lower(subject) = lower(${document.subject}::text)
          and (number is null or ${document.number}::int is null or number = ${document.number}::int)))
    order by number is not distinct from ${document.number}::int desc, confirmed_at desc limit 5`.execute(db);
  return rows.map((row) => row.id);
}
