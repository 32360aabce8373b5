import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';

/** Supporting units and questions of a task. */
export async function readSupportingUnitIds(db: Database, taskId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('task_supporting_unit')
    .select('unit_id')
    .where('task_id', '=', taskId)
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => row.unit_id);
}
export async function replaceSupportingUnits(db: Database, taskId: string, unitIds: readonly string[]): Promise<void> {
  await db.deleteFrom('task_supporting_unit').where('task_id', '=', taskId).execute();
  if (unitIds.length > 0)
    await db
      .insertInto('task_supporting_unit')
      .values(unitIds.map((unitId) => ({ task_id: taskId, unit_id: unitId })))
      .execute();
}
/** Those of the units that exist today. */
export async function readKnownUnitIds(db: Database, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await sql<{ id: string }>`
    select id from unit where id = any(${unitIds}::text[]) and valid_to is null order by position`.execute(db);
  return rows.rows.map((row) => row.id);
}

export async function readOpenQuestionId(db: Database, taskId: string): Promise<string | null> {
  const row = await db
    .selectFrom('task_question')
    .select('id')
    .where('task_id', '=', taskId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
export async function insertQuestion(
  db: Database,
  question: { id: string; taskId: string; text: string; personId: string | null; at: Date },
): Promise<void> {
  await db
    .insertInto('task_question')
    .values({
      id: question.id,
      task_id: question.taskId,
      question: question.text,
      asked_by: question.personId,
      asked_at: question.at,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute();
}
export async function answerQuestion(
  db: Database,
  answer: { questionId: string; text: string; personId: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('task_question')
    .set({ answer: answer.text, answered_by: answer.personId, answered_at: answer.at })
    .where('id', '=', answer.questionId)
    .execute();
}
