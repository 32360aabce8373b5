import { sql } from 'kysely';
import type { Context } from '../../../../platform/context.ts';
import { notFound } from '../../../../platform/errors/errors.ts';
import type { TracedClause } from '../../directives.chain.contract.ts';
import { rowColumns, toRow, visibleStates } from '../directives.read-model.ts';
import type { DirectiveTable } from '../directives.tables.ts';

/** No chain of documents is deeper; and none is read on for ever. */
const stepsAtMost = 10;
const clausesAtMost = 500;

/** A clause, those that it carries out up to the first document, and those that carry it out down to the last. */
export async function traceClause(
  context: Context,
  wanted: { clauseId?: string | undefined; directiveId?: string | undefined; path?: string | undefined },
): Promise<{ clause: TracedClause; up: TracedClause[]; down: TracedClause[] }> {
  const id = wanted.clauseId ?? (await findClause(context, wanted));
  if (id === undefined) throw notFound();
  const [own, up, down] = await Promise.all([
    readTraced(context, sql`select ${id}::uuid as id, 0 as distance`),
    readTraced(context, walk(id, 'clause_id', 'upper_clause_id')),
    readTraced(context, walk(id, 'upper_clause_id', 'clause_id')),
  ]);
  const [clause] = own;
  if (!clause) throw notFound();
  return { clause, up, down };
}

async function findClause(
  context: Context,
  wanted: { directiveId?: string | undefined; path?: string | undefined },
): Promise<string | undefined> {
  if (wanted.directiveId === undefined || wanted.path === undefined) return undefined;
  const found = await context.db
    .selectFrom('clause')
    .select('id')
    .where('directive_id', '=', wanted.directiveId)
    .where('path', '=', wanted.path)
    .executeTakeFirst();
  return found?.id;
}

function walk(id: string, from: string, to: string) {
  return sql`
    with recursive traced as (
      select ${sql.ref(to)} as id, 1 as distance from clause_link where ${sql.ref(from)} = ${id}
      union
      select link.${sql.ref(to)}, traced.distance + 1 from clause_link link join traced on link.${sql.ref(from)} = traced.id
      where traced.distance < ${stepsAtMost})
    select id, min(distance) as distance from traced group by id`;
}

type Row = Pick<DirectiveTable, (typeof rowColumns)[number]> & {
  clause_id: string;
  path: string;
  title: string;
  text: string;
  distance: number;
};

async function readTraced(context: Context, places: ReturnType<typeof sql>): Promise<TracedClause[]> {
  const columns = sql.join(rowColumns.map((column) => sql.ref(`directive.${column}`)));
  const { rows } = await sql<Row>`
    select clause.id as clause_id, clause.path, clause.short_title as title, clause.text, place.distance, ${columns}
    from (${places}) place join clause on clause.id = place.id join directive on directive.id = clause.directive_id
    where directive.state = any(${visibleStates(context)}::text[])
    order by place.distance, directive.issued_on nulls last, directive.id, clause.position limit ${clausesAtMost}`.execute(
    context.db,
  );
  return rows.map((row) => ({
    id: row.clause_id,
    path: row.path,
    title: row.title,
    text: row.text,
    distance: row.distance,
    directive: toRow(row),
  }));
}
