// Joins tables of earlier modules: clause, directive (directives), theme, theme_clause (plan).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { readBody } from './newsroom.body.ts';
import { renderPlainText } from './newsroom.render.ts';
import { isStoryVisible } from './newsroom.visibility.read-model.ts';
import { suggestClauses } from './suggest-clauses.ts';
import './newsroom.tables.ts';

interface ClauseRow {
  clauseId: string;
  path: string;
  title: string;
  text: string;
  directive: string;
  above: string;
  state: 'suggested' | 'confirmed' | 'declined' | null;
}

/** What a story may serve: the content clauses of confirmed directives; some hundreds at most. */
async function readServableClauses(db: Database, storyId: string): Promise<ClauseRow[]> {
  const { rows } = await sql<ClauseRow>`
    select clause.id as "clauseId", clause.path, clause.short_title as title, clause.text,
      concat_ws(' ', directive.kind, concat_ws('/', directive.number::text, directive.symbol), directive.year::text) as directive,
      coalesce((select parent.text from clause as parent
        where parent.directive_id = clause.directive_id and parent.path = clause.parent_path), '') as above,
      story_clause.state
    from clause join directive on directive.id = clause.directive_id
    left join story_clause on story_clause.clause_id = clause.id and story_clause.story_id = ${storyId}
    where directive.state = 'confirmed' and clause.is_leaf and clause.nature = 'content'
    order by directive.created_at desc, clause.position limit 1000`.execute(db);
  return rows;
}

export async function readStoryClauses(context: Context, storyId: string) {
  if (!(await isStoryVisible(context, storyId))) throw notFound();
  const clauses = await readServableClauses(context.db, storyId);
  const suggestions = suggestClauses(
    await readWholeText(context.db, storyId),
    clauses.map((clause) => ({ clauseId: clause.clauseId, text: `${clause.above}\n${clause.text}` })),
  );
  const order = new Map(suggestions.map((one, index) => [one.clauseId, index]));
  const rank = (clauseId: string): number => order.get(clauseId) ?? suggestions.length;
  return {
    clauses: clauses
      .map(({ above: _above, ...clause }) => {
        const suggestion = suggestions.find((one) => one.clauseId === clause.clauseId);
        return {
          ...clause,
          isSuggested: suggestion !== undefined,
          score: suggestion?.score ?? 0,
          sharedWords: [...(suggestion?.sharedWords ?? [])],
        };
      })
      .sort((a, b) => rank(a.clauseId) - rank(b.clauseId)),
  };
}

async function readWholeText(db: Database, storyId: string): Promise<string> {
  const revisions = await db
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.current_revision_id')
    .select(['revision.title', 'revision.lead', 'revision.body'])
    .where('edition.story_id', '=', storyId)
    .execute();
  return revisions.map((row) => [row.title, row.lead, renderPlainText(readBody(row.body))].join('\n')).join('\n');
}

/** Which of these ids are no servable clause; empty when all are. */
export async function findUnknownClauses(
  db: Database,
  storyId: string,
  clauseIds: readonly string[],
): Promise<string[]> {
  const known = new Set((await readServableClauses(db, storyId)).map((clause) => clause.clauseId));
  return clauseIds.filter((id) => !known.has(id));
}

/** False while no directive is confirmed: then there is nothing that a story could be said to serve. */
export async function hasServableClauses(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from clause join directive on directive.id = clause.directive_id
      where directive.state = 'confirmed' and clause.is_leaf and clause.nature = 'content') as found`.execute(db);
  return rows[0]?.found ?? false;
}

export async function readConfirmedClauses(db: Database, storyId: string): Promise<Omit<ClauseRow, 'above'>[]> {
  const { rows } = await sql<Omit<ClauseRow, 'above'>>`
    select clause.id as "clauseId", clause.path, clause.short_title as title, clause.text,
      concat_ws(' ', directive.kind, concat_ws('/', directive.number::text, directive.symbol), directive.year::text) as directive, story_clause.state
    from story_clause join clause on clause.id = story_clause.clause_id join directive on directive.id = clause.directive_id
    where story_clause.story_id = ${storyId}
    order by directive.created_at desc, clause.position`.execute(db);
  return rows;
}

/** The theme of the first confirmed clause: where the story stands on the portal. Its titles come in every language it has. */
export async function readStoryTheme(
  db: Database,
  storyId: string,
): Promise<{ key: string; titles: Record<string, string> } | null> {
  const { rows } = await sql<{ key: string; titles: Record<string, string> }>`
    select theme.key, theme.titles from story_clause
    join clause on clause.id = story_clause.clause_id
    join theme_clause on theme_clause.clause_id = clause.id
    join theme on theme.id = theme_clause.theme_id
    where story_clause.story_id = ${storyId} and story_clause.state = 'confirmed'
    order by clause.position, theme.position limit 1`.execute(db);
  return rows[0] ?? null;
}
