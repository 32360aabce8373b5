import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { gramsAsked, unbrokenRuns } from './grams.ts';
import { rankedHits } from './ranked-hits.ts';
import { queryText, wordsOf } from './search-words.ts';
import './search.tables.ts';

const countedHits = 10_000;

export interface SubjectSearch {
  readonly kind: string;
  readonly words: string;
  readonly language?: string | undefined;
  /** The circles of readers that the person belongs to (`visibleTo` of the documents); `everything` for who reads all. */
  readonly visible: 'everything' | { readonly to: readonly string[]; readonly isPublic?: boolean };
  /** What else must hold of the row `search_document`: the owner's filters, and its visibility rule where columns do not say all. */
  readonly among?: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset?: number;
}

export interface FoundSubjects {
  /** What was typed exactly first, then what is alike without accents; within these the best first. */
  readonly ids: readonly string[];
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
}

/** Finds subjects of one kind. The newest 2,000 hits are ranked, and hits are counted up to 10,000. */
export async function searchSubjects(db: Database, search: SubjectSearch): Promise<FoundSubjects> {
  const { exact, folded } = wordsOf(search.words);
  const grams = gramsAsked(search.words);
  if (folded.length === 0 && grams.length === 0) return { ids: [], total: 0, isMore: false };
  const hits = sql`from search_document where ${sql.join(conditionsOf(search, { folded, grams }), sql` and `)}`;
  const [exactQuery, foldedQuery] = [tsquery(exact), tsquery(folded)];
  const hasWords = folded.length > 0;
  const isExact = hasWords ? sql`exact @@ ${exactQuery}` : sql`true`;
  const score = hasWords
    ? sql`case when exact @@ ${exactQuery} then ts_rank_cd(exact, ${exactQuery}, 1) else ts_rank_cd(folded, ${foldedQuery}, 1) end`
    : sql`0`;
  const { rows } = await sql<{ ids: string[]; newest: number; subjects: number }>`
    with newest as materialized (
      select subject_id, title, exact, folded, dated ${hits} order by dated desc limit ${rankedHits}),
    ranked as (
      select subject_id, bool_or(${isExact}) as is_exact, bool_or(${titleHolds(unbrokenRuns(search.words))}) as in_title,
        max(${score}) as score, max(dated) as dated
      from newest group by subject_id)
    select (select count(*) from newest) as newest, (select count(*) from ranked) as subjects, array(
      select subject_id::text from ranked order by is_exact desc, in_title desc, score desc, dated desc, subject_id desc
      limit ${search.limit} offset ${search.offset ?? 0}) as ids`.execute(db);
  const [found = { ids: [], newest: 0, subjects: 0 }] = rows;
  if (found.newest < rankedHits) return { ids: found.ids, total: found.subjects, isMore: false };
  return { ids: found.ids, ...(await count(db, hits)) };
}

async function count(db: Database, hits: RawBuilder<unknown>): Promise<{ total: number; isMore: boolean }> {
  const { rows } = await sql<{ documents: number; subjects: number }>`
    select count(*) as documents, count(distinct subject_id) as subjects
    from (select subject_id ${hits} limit ${countedHits + 1}) as counted`.execute(db);
  const [counted = { documents: 0, subjects: 0 }] = rows;
  return { total: Math.min(counted.subjects, countedHits), isMore: counted.documents > countedHits };
}

function conditionsOf(
  search: SubjectSearch,
  asked: { folded: readonly string[]; grams: readonly string[] },
): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [sql`subject_kind = ${search.kind}`];
  if (asked.folded.length > 0) conditions.push(sql`folded @@ ${tsquery(asked.folded)}`);
  if (asked.grams.length > 0) conditions.push(sql`grams @> ${[...asked.grams]}::text[]`);
  if (search.language !== undefined) conditions.push(sql`language = ${search.language}`);
  if (search.visible !== 'everything') {
    const { to, isPublic = false } = search.visible;
    conditions.push(sql`(visible_units && ${[...to]}::text[] or (is_public and ${isPublic}))`);
  }
  if (search.among) conditions.push(search.among);
  return conditions;
}

function tsquery(words: readonly string[]): RawBuilder<unknown> {
  return sql`to_tsquery('simple', ${queryText(words)})`;
}

function titleHolds(runs: readonly string[]): RawBuilder<unknown> {
  if (runs.length === 0) return sql`false`;
  return sql.join(
    runs.map((run) => sql`position(${run} in title) > 0`),
    sql` and `,
  );
}
