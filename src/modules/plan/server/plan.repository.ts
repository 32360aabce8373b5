import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { ProposalClause } from './plan.proposal.ts';
import type { PlanTable, TaskTable } from './plan.tables.ts';

export interface DirectiveHead {
  readonly subject: string;
  readonly year: number | null;
  readonly state: string;
}

/** Reads the tables of directives, an earlier module: directive, clause. */
export async function readDirectiveForProposal(
  db: Database,
  directiveId: string,
): Promise<{ head: DirectiveHead; clauses: ProposalClause[] } | null> {
  const head =
    await sql<DirectiveHead>`select subject, coalesce(year, extract(year from issued_on)::int) as year, state from directive where id = ${directiveId}`.execute(
      db,
    );
  if (!head.rows[0]) return null;
  const clauses = await sql<ProposalClause>`
    select id, path, parent_path, title, text, short_title, nature, mode, is_leaf, unit_ids, supporting_unit_ids, channel_ids, dates::text[] as dates,
      due_on::text as due_on, rhythm, expected_kind, expected_count
    from clause where directive_id = ${directiveId} and withdrawn_at is null order by position`.execute(db);
  return { head: head.rows[0], clauses: clauses.rows };
}

export async function insertPlan(db: Database, plan: Insertable<PlanTable>): Promise<boolean> {
  const row = await db
    .insertInto('plan')
    .values(plan)
    .onConflict((conflict) => conflict.column('directive_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
export async function readPlanIdOf(db: Database, directiveId: string): Promise<string | null> {
  return (
    (await db.selectFrom('plan').select('id').where('directive_id', '=', directiveId).executeTakeFirst())?.id ?? null
  );
}
export async function insertTheme(
  db: Database,
  theme: {
    id: string;
    planId: string;
    key: string;
    titles: Record<string, string>;
    position: number;
    clauseIds: readonly string[];
    at: Date;
  },
): Promise<void> {
  await db
    .insertInto('theme')
    .values({
      id: theme.id,
      plan_id: theme.planId,
      key: theme.key,
      titles: JSON.stringify(theme.titles),
      position: theme.position,
      created_at: theme.at,
    })
    .execute();
  await db
    .insertInto('theme_clause')
    .values(theme.clauseIds.map((clauseId) => ({ theme_id: theme.id, clause_id: clauseId })))
    .execute();
}
const rowsAtOnce = 2_000;

export async function insertTasks(
  db: Database,
  tasks: Insertable<TaskTable>[],
  parts: {
    readonly channels: readonly { task_id: string; channel_id: string }[];
    readonly supporting: readonly { task_id: string; unit_id: string }[];
  },
): Promise<void> {
  // In handfuls: a table of tasks for all communes has more values than one statement may hold (65,535).
  for (let start = 0; start < tasks.length; start += rowsAtOnce)
    await db
      .insertInto('task')
      .values(tasks.slice(start, start + rowsAtOnce))
      .execute();
  for (let start = 0; start < parts.channels.length; start += rowsAtOnce)
    await db
      .insertInto('task_channel')
      .values(parts.channels.slice(start, start + rowsAtOnce))
      .execute();
  for (let start = 0; start < parts.supporting.length; start += rowsAtOnce)
    await db
      .insertInto('task_supporting_unit')
      .values(parts.supporting.slice(start, start + rowsAtOnce))
      .execute();
}
export async function insertCampaign(
  db: Database,
  campaign: {
    id: string;
    planId: string;
    title: string;
    clauseId: string;
    startsOn: string;
    peakOn: string;
    endsOn: string;
    at: Date;
  },
): Promise<void> {
  await db
    .insertInto('campaign')
    .values({
      id: campaign.id,
      plan_id: campaign.planId,
      title: campaign.title,
      starts_on: campaign.startsOn,
      peak_on: campaign.peakOn,
      ends_on: campaign.endsOn,
      created_at: campaign.at,
    })
    .execute();
  await db.insertInto('campaign_clause').values({ campaign_id: campaign.id, clause_id: campaign.clauseId }).execute();
}

export async function lockPlan(db: Database, id: string): Promise<Selectable<PlanTable> | undefined> {
  return db.selectFrom('plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function setPlanConfirmed(db: Database, id: string): Promise<void> {
  await db
    .updateTable('plan')
    .set((eb) => ({ state: 'confirmed', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
/** Sends what is still proposed; answers how many. */
export async function sendProposedTasks(
  db: Database,
  filter: { planId: string; mode?: 'assigned' | 'requested'; clauseId?: string | undefined; today: string },
): Promise<number> {
  let query = db
    .updateTable('task')
    .set((eb) => ({ state: 'sent', sent_on: filter.today, version: eb('version', '+', 1) }))
    .where('plan_id', '=', filter.planId)
    .where('state', '=', 'proposed');
  if (filter.mode) query = query.where('mode', '=', filter.mode);
  if (filter.clauseId) query = query.where('clause_id', '=', filter.clauseId);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function lockTask(db: Database, id: string): Promise<Selectable<TaskTable> | undefined> {
  return db.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function updateTask(
  db: Database,
  id: string,
  change: Omit<Updateable<TaskTable>, 'id' | 'version'>,
): Promise<void> {
  await db
    .updateTable('task')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Open tasks whose clause names the channel and whose unit owns it. */
export async function readTasksOfChannel(
  db: Database,
  channelId: string,
  ownerUnitId: string,
): Promise<{ id: string; clause_id: string; unit_id: string }[]> {
  return db
    .selectFrom('task')
    .innerJoin('task_channel', 'task_channel.task_id', 'task.id')
    .select(['task.id', 'task.clause_id', 'task.unit_id'])
    .where('task_channel.channel_id', '=', channelId)
    .where('task.unit_id', '=', ownerUnitId)
    .where('task.state', 'not in', ['cancelled', 'declined'])
    .execute();
}
export async function readTaskIdOf(db: Database, clauseId: string, unitId: string): Promise<string | null> {
  return (
    (
      await db
        .selectFrom('task')
        .select('id')
        .where('clause_id', '=', clauseId)
        .where('unit_id', '=', unitId)
        .executeTakeFirst()
    )?.id ?? null
  );
}
export async function clauseExists(db: Database, clauseId: string): Promise<boolean> {
  return (await sql`select 1 from clause where id = ${clauseId}`.execute(db)).rows.length > 0;
}
