// Reads the tables of earlier modules: clause (directives), unit (organisation).
import { type Insertable, sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { OutputKind, Priority, Rhythm } from '../plan.shapes.contract.ts';
import type { TaskTable } from './plan.tables.ts';

export interface EarlierTask {
  readonly id: string;
  readonly clauseId: string;
  readonly unitId: string;
  readonly unitNames: Record<string, string>;
  readonly isOwn: boolean;
  readonly rhythm: Rhythm;
  readonly priority: Priority;
  readonly outputKind: OutputKind;
  readonly languages: string[];
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly dueOn: string | null;
  readonly supportingUnitIds: string[];
}

export async function readEarlierPlans(
  db: Database,
  planId: string,
): Promise<{ id: string; title: string; year: number }[]> {
  const rows = await sql<{ id: string; title: string; year: number }>`
    select earlier.id, earlier.title, earlier.year from plan join plan earlier on earlier.id <> plan.id and earlier.state = 'confirmed' and earlier.created_at < plan.created_at
    where plan.id = ${planId} order by earlier.year desc, earlier.created_at desc limit 20`.execute(db);
  return rows.rows;
}

/** Leaf clauses of a plan's directive that ask for something. */
export async function readComparedClauses(
  db: Database,
  planId: string,
): Promise<{ id: string; path: string; text: string }[]> {
  const rows = await sql<{ id: string; path: string; text: string }>`
    select clause.id, clause.path, clause.text from clause join plan on plan.directive_id = clause.directive_id
    where plan.id = ${planId} and clause.is_leaf and clause.withdrawn_at is null and clause.nature in ('content', 'method', 'assignment') order by clause.position`.execute(
    db,
  );
  return rows.rows;
}

/** Tasks of an earlier plan that were not withdrawn or declined, of units that still exist. */
export async function readEarlierTasks(db: Database, planId: string): Promise<EarlierTask[]> {
  const rows = await sql<EarlierTask>`
    select task.id, task.clause_id as "clauseId", task.unit_id as "unitId", unit.names as "unitNames", unit.is_own as "isOwn", task.rhythm, task.priority, task.output_kind as "outputKind", task.languages,
      task.expected_output as "expectedOutput", task.expected_count as "expectedCount", task.due_on as "dueOn",
      array(select supporting.unit_id from task_supporting_unit supporting join unit known on known.id = supporting.unit_id and known.valid_to is null where supporting.task_id = task.id order by 1) as "supportingUnitIds"
    from task join unit on unit.id = task.unit_id
    where task.plan_id = ${planId} and task.state not in ('cancelled', 'declined') and unit.valid_to is null order by unit.position, unit.id`.execute(
    db,
  );
  return rows.rows;
}

/** Makes the tasks or, where the unit has one that is still proposed, changes what it expects; answers the ids by clause and unit. */
export async function upsertProposedTasks(
  db: Database,
  tasks: Insertable<TaskTable>[],
): Promise<{ id: string; clause_id: string; unit_id: string }[]> {
  return db
    .insertInto('task')
    .values(tasks)
    .onConflict((conflict) =>
      conflict
        .columns(['clause_id', 'unit_id'])
        .doUpdateSet((eb) => ({
          rhythm: eb.ref('excluded.rhythm'),
          priority: eb.ref('excluded.priority'),
          output_kind: eb.ref('excluded.output_kind'),
          languages: eb.ref('excluded.languages'),
          expected_output: eb.ref('excluded.expected_output'),
          expected_count: eb.ref('excluded.expected_count'),
          due_on: eb.ref('excluded.due_on'),
          version: eb('task.version', '+', 1),
        }))
        .where('task.state', '=', 'proposed'),
    )
    .returning(['id', 'clause_id', 'unit_id'])
    .execute();
}
export async function addSupportingUnits(db: Database, rows: { task_id: string; unit_id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('task_supporting_unit')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
