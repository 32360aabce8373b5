import { type Insertable, sql } from 'kysely';
import type { Database } from '../../../../platform/database/tables.ts';
import type { DirectiveLinkTable } from '../directives.tables.ts';

export type LinkRecord = Omit<DirectiveLinkTable, 'version'> & { version: number };

export function lockLink(db: Database, input: { id: string; directiveId: string }): Promise<LinkRecord | undefined> {
  return db
    .selectFrom('directive_link')
    .selectAll()
    .where('id', '=', input.id)
    .where('directive_id', '=', input.directiveId)
    .forUpdate()
    .executeTakeFirst();
}

/** Links that the text proposes. One that a person has decided on stays as it was decided. */
export async function insertProposedLinks(db: Database, links: Insertable<DirectiveLinkTable>[]): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto('directive_link')
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Proposals of an earlier reading that nobody has decided on. */
export async function deleteProposedLinks(db: Database, directiveId: string): Promise<void> {
  await db
    .deleteFrom('directive_link')
    .where('directive_id', '=', directiveId)
    .where('state', '=', 'proposed')
    .where('words', '<>', '')
    .execute();
}

/** Gives false where the two are linked already. */
export async function insertLink(db: Database, link: Insertable<DirectiveLinkTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('directive_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateLink(
  db: Database,
  id: string,
  change: Partial<Omit<LinkRecord, 'id' | 'directive_id'>>,
): Promise<void> {
  await db.updateTable('directive_link').set(change).where('id', '=', id).execute();
}

/**
 * Open citations find their document: those of `directiveId` among all, and those of all in `directiveId`. Kind, number
 * and day must agree where both have them, the symbol too; a number alone is not enough.
 */
export async function resolveCitations(db: Database, directiveId: string): Promise<void> {
  await sql`
    update directive_link link set target_id = target.id, version = link.version + 1
    from directive target
    where link.target_id is null and link.state <> 'refused' and (link.directive_id = ${directiveId} or target.id = ${directiveId})
      and target.id <> link.directive_id and target.number = link.cited_number
      and (target.kind is not distinct from link.cited_kind or link.cited_kind is null or (link.cited_kind = 'CV' and target.kind is null))
      and (link.cited_symbol is null or target.symbol is null or upper(target.symbol) = upper(link.cited_symbol))
      and (link.cited_on is null or target.issued_on is null or target.issued_on = link.cited_on)
      and (link.cited_on = target.issued_on or upper(link.cited_symbol) = upper(target.symbol))
      and not exists (select from directive_link other where other.directive_id = link.directive_id and other.target_id = target.id and other.state <> 'refused')`.execute(
    db,
  );
}

/** Whether `targetId` already rests on `directiveId`, over any number of steps. */
export async function restsOn(db: Database, input: { targetId: string; directiveId: string }): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive above as (
      select ${input.targetId}::uuid as id
      union
      select link.target_id from directive_link link join above on link.directive_id = above.id
      where link.state = 'confirmed' and link.target_id is not null)
    select exists (select from above where id = ${input.directiveId}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

export async function countClauses(
  db: Database,
  input: { directiveId: string; ids: readonly string[] },
): Promise<number> {
  if (input.ids.length === 0) return 0;
  const { count } = await db
    .selectFrom('clause')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('directive_id', '=', input.directiveId)
    .where(sql<boolean>`id = any(${[...input.ids]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return count;
}

/** The pairs of a link are exactly these from now on. */
export async function replacePairs(
  db: Database,
  input: { linkId: string; pairs: readonly { clauseId: string; upperId: string }[]; personId: string | null; at: Date },
): Promise<void> {
  await db.deleteFrom('clause_link').where('link_id', '=', input.linkId).execute();
  if (input.pairs.length === 0) return;
  await sql`
    insert into clause_link (clause_id, upper_clause_id, link_id, created_by, created_at)
    select pair.clause_id, pair.upper_id, ${input.linkId}, ${input.personId}, ${input.at}
    from unnest(${input.pairs.map((pair) => pair.clauseId)}::uuid[], ${input.pairs.map((pair) => pair.upperId)}::uuid[]) as pair (clause_id, upper_id)
    on conflict do nothing`.execute(db);
}
