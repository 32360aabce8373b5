import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmDirective } from '../../directives/server/confirm-directive.ts';
import { importDirective } from '../../directives/server/import-directive.ts';
import { proposePlanFor } from './propose-plan.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('a confirmed table of tasks becomes proposed tasks with its days, rhythms and outputs', async () => {
  const editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
  const bytes = readFileSync('tests/fixtures/documents/plan-with-table.docx');
  const { id } = await importDirective(editor, { file: { fileName: 'ke-hoach.docx', bytes } });
  await confirmDirective(editor, { id, version: 1 });
  const planId = await proposePlanFor(database.context(), id);
  const tasks = await database.db
    .selectFrom('task')
    .innerJoin('clause', 'clause.id', 'task.clause_id')
    .select(['clause.path', 'task.unit_id', 'task.state', 'task.due_on', 'task.rhythm', 'expected_output'])
    .select('task.expected_count')
    .where('task.plan_id', '=', planId)
    .where('clause.path', 'like', 'PL%')
    .orderBy('clause.position')
    .execute();
  const helpers = await database.db
    .selectFrom('task_supporting_unit')
    .innerJoin('task', 'task.id', 'task_supporting_unit.task_id')
    .innerJoin('clause', 'clause.id', 'task.clause_id')
    .select(['clause.path', 'task_supporting_unit.unit_id'])
    .where('task.plan_id', '=', planId)
    .execute();
  const helpersOf = (path: string) => helpers.filter((row) => row.path === path).map((row) => row.unit_id);
  expect(helpersOf('PL.I.2')).toEqual(['xa-03549']);
  // "Các phòng, đơn vị trực thuộc" without the one that leads, and all communes.
  expect(helpersOf('PL.I.1').toSorted()).toEqual(['phong-qlvhgd', 'tt-hltd-tdtt', 'tt-vhnt']);
  expect(helpersOf('PL.I.3')).toHaveLength(38);
  expect(tasks).toHaveLength(13);
  expect(tasks.every((task) => task.state === 'proposed')).toBe(true);
  expect(tasks.slice(0, 3)).toMatchObject([
    { unit_id: 'phong-ttbcxb', due_on: '2026-03-15', rhythm: 'once', expected_output: 'kế hoạch', expected_count: 1 },
    { unit_id: 'tt-vhnt', due_on: '2026-06-30', rhythm: 'once', expected_output: 'phóng sự', expected_count: 3 },
    { unit_id: 'tt-vhnt', due_on: '2026-12-31', rhythm: 'monthly', expected_output: 'buổi', expected_count: 12 },
  ]);
});
