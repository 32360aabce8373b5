// Reads a table of an earlier module: clause (directives).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';

/** Proposals for clauses that are no longer in the directive: nobody has been asked yet. Gives how many. */
export async function cancelWithdrawnProposals(db: Database, planId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update task set state = 'cancelled', version = version + 1 where plan_id = ${planId} and state = 'proposed'
      and clause_id in (select id from clause where withdrawn_at is not null)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Of these clauses those that already have a task in the plan. */
export async function readAskedClauses(
  db: Database,
  input: { planId: string; clauseIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct clause_id as id from task where plan_id = ${input.planId} and clause_id = any(${[...input.clauseIds]}::uuid[])`.execute(
    db,
  );
  return new Set(rows.map((row) => row.id));
}

/** Clauses join the theme of that key; false where the plan has none. */
export async function addToThemes(
  db: Database,
  input: { planId: string; key: string; clauseIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with found as (select id from theme where plan_id = ${input.planId} and key = ${input.key} limit 1),
      added as (insert into theme_clause (theme_id, clause_id)
        select found.id, clause_id from found, unnest(${[...input.clauseIds]}::uuid[]) as clause_id on conflict do nothing)
    select id from found`.execute(db);
  return rows.length > 0;
}
