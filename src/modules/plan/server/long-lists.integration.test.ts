import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmPlan } from './confirm-plan.ts';
import { readPlanHomeQueue } from './plan.home.read-model.ts';
import { readPlanHomeRest } from './plan.home-rest.read-model.ts';
import { readOwnPlan } from './plan.own-plan.read-model.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { readTasks } from './plan.tasks.read-model.ts';
import { makePerson, makePlan } from './plan.test-data.ts';

let database: TestDatabase;
let editor: Context;
let officer: Context;
let personId: string;
const unitId = 'tt-vhnt';
const many = 57;

beforeAll(async () => {
  database = await createTestDatabase();
  personId = await makePerson(database, 'Nguyễn Thị Hoa');
  editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb', { personId }));
  officer = database.context(actorWith('division_officer', unitId, { personId: await makePerson(database, 'Lò A') }));
  const { planId } = await makePlan(database, [
    { path: 'II.1.c', nature: 'assignment', mode: 'assigned', units: [unitId] },
    ...Array.from({ length: many }, (_, index) => ({
      path: `II.1.c/${index + 1}`,
      nature: 'assignment' as const,
      isLeaf: true,
      text: `Việc ${index + 1}`,
    })),
  ]);
  const { version } = await readPlanDetail(editor, planId);
  await confirmPlan(editor, { planId, version, sendRequests: true });
  await database.pool.query("update task set state = 'accepted'");
});
afterAll(() => database.close());

test('the own plan of a unit shows all it took on, a page at a time', async () => {
  const first = await readOwnPlan(officer, {});
  const second = await readOwnPlan(officer, { page: 2 });
  expect([first.total, first.pageSize, first.tasks.length, second.tasks.length]).toEqual([many, 50, 50, 7]);
  expect(new Set([...first.tasks, ...second.tasks].map((task) => task.id)).size).toBe(many);
});

test('the home screen says how much more of the own work there is, and the list behind it holds all', async () => {
  expect(await readPlanHomeQueue(officer)).toHaveLength(20);
  expect(await readPlanHomeRest(officer)).toEqual([
    { kind: 'plan.rest_work', count: many - 20, link: '/tasks?mine=true&waits=work' },
  ]);
  expect((await readTasks(officer, { isMine: true, waits: 'work', page: 1 })).total).toBe(many);
});

test('evidence and questions beyond twenty are counted for who has to act, and listed by what waits', async () => {
  const { tasks } = await readTasks(officer, { page: 1 });
  for (const task of tasks.slice(0, 25)) {
    await database.pool.query(
      `insert into evidence (id, clause_id, unit_id, task_id, kind, title, occurred_on, is_by_system, state, created_at) values ($1, $2, $3, $4, 'note', 'Ghi chú', '2026-11-20', false, 'submitted', now())`,
      [newId(1), task.clauseId, unitId, task.id],
    );
    await database.pool.query(
      'insert into task_question (id, task_id, question, asked_at) values ($1, $2, $3, now())',
      [newId(1), task.id, 'Ở đâu?'],
    );
  }
  expect(await readPlanHomeRest(editor)).toEqual([
    { kind: 'plan.rest_answers', count: 5, link: '/tasks?waits=answer' },
    { kind: 'plan.rest_evidence', count: 5, link: '/tasks?waits=evidence' },
  ]);
  for (const waits of ['answer', 'evidence'] as const)
    expect((await readTasks(editor, { waits, page: 1 })).total).toBe(25);
});
