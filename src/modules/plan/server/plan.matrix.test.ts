import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readCell } from './plan.cell.read-model.ts';
import { type MatrixFilter, readMatrix } from './plan.matrix.read-model.ts';

let database: TestDatabase;
const clock = createTestClock('2026-11-25T03:00:00Z');
const [directiveId, planId] = [newId(1), newId(2)];
const clauses = { monthly: newId(3), once: newId(4) };
const unitId = 'xa-03388';

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await sql`insert into directive (id, subject, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (${directiveId}, 'Văn bản', 'confirmed', '', '', 'x', '{}', 'so-vhttdl', now())`.execute(db);
  for (const [name, id] of Object.entries(clauses))
    await sql`insert into clause (id, directive_id, path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
      values (${id}, ${directiveId}, ${name}, 1, 1, '', '', '', 'assignment', true, 0, 0, now())`.execute(db);
  await sql`insert into plan (id, directive_id, title, year, state, created_at) values (${planId}, ${directiveId}, 'Kế hoạch', 2026, 'confirmed', '2026-01-05T00:00:00Z')`.execute(
    db,
  );
  for (const [clauseId, rhythm, dueOn] of [
    [clauses.monthly, 'monthly', null],
    [clauses.once, 'once', '2026-05-30'],
  ]) {
    await sql`insert into task (id, plan_id, clause_id, unit_id, mode, state, title, rhythm, due_on, created_at)
      values (${newId(9)}, ${planId}, ${clauseId}, ${unitId}, 'requested', 'in_progress', 'Việc', ${rhythm}, ${dueOn}, now())`.execute(
      db,
    );
  }
  for (const [clauseId, day] of [
    [clauses.monthly, '2026-02-10'],
    [clauses.monthly, '2026-03-10'],
    [clauses.monthly, '2026-11-02'],
    [clauses.once, '2026-06-20'],
  ])
    await sql`insert into evidence (id, clause_id, unit_id, kind, title, occurred_on, is_by_system, state, created_at)
      values (${newId(10)}, ${clauseId}, ${unitId}, 'note', 'Minh chứng', ${day}, false, 'accepted', now())`.execute(
      db,
    );
});
afterAll(() => database.close());

const context = () => ({ ...database.context(actorWith('publishing_editor', 'phong-ttbcxb')), clock });
async function cells(filter: Omit<MatrixFilter, 'planId'>) {
  const matrix = await readMatrix(context(), { planId, ...filter });
  return Object.fromEntries(matrix.rows.map((row) => [row.path, row.cells[unitId]]));
}

test('without a period the matrix shows today, with all evidence of the year', async () => {
  expect(await cells({})).toEqual({
    monthly: { state: 'done', count: 3, waiting: 0 },
    once: { state: 'done', count: 1, waiting: 0 },
  });
});

test('a quarter shows its own evidence, and each state as it stood on its last day', async () => {
  expect(await cells({ period: 'q1' })).toEqual({
    monthly: { state: 'done', count: 2, waiting: 0 },
    once: { state: 'running', count: 0, waiting: 0 },
  });
  // The one-off task was due in May and its evidence came in June.
  expect((await cells({ period: 'm5' })).once).toEqual({ state: 'late', count: 0, waiting: 0 });
  expect((await cells({ period: 'q2' })).once).toEqual({ state: 'done', count: 1, waiting: 0 });
});

test('a month that has not begun asks for nothing yet', async () => {
  expect((await cells({ period: 'm12' })).monthly).toMatchObject({ state: 'idle', count: 0 });
});

test('one unit is one column, and the others can still be chosen', async () => {
  const matrix = await readMatrix(context(), { planId, unitId });
  expect(matrix.columns.map((column) => column.id)).toEqual([unitId]);
  expect(matrix.units.length).toBeGreaterThan(40);
  expect(matrix.counts.done).toBe(2);
});

test('a cell opens the evidence of the period that the matrix shows', async () => {
  const cell = await readCell(context(), { planId, clauseId: clauses.monthly, unitId, period: 'q1' });
  expect(cell.evidence.map((item) => item.occurredOn)).toEqual(['2026-03-10', '2026-02-10']);
  expect(cell.cell).toEqual({ state: 'done', count: 2, waiting: 0 });
});
