import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { addEvidence } from './add-evidence.ts';
import { changeTask } from './change-task.ts';
import { readCell } from './plan.cell.read-model.ts';
import { readTasksToFollowUp } from './plan.follow-up.read-model.ts';
import { readPlanHomeQueue } from './plan.home.read-model.ts';
import { readLateUnits } from './plan.home-overview.read-model.ts';
import { readMatrix } from './plan.matrix.read-model.ts';
import { readMonthMatrix } from './plan.months.read-model.ts';
import { readTaskDetail, readTasks } from './plan.tasks.read-model.ts';
import { makeConfirmedPlan } from './plan.test-data.ts';
import { recordEventEvidence } from './record-event-evidence.ts';

const commune = 'xa-03583';
const clock = createTestClock('2026-11-25T02:00:00Z');
let database: TestDatabase;
let editor: Context;
let officer: Context;
let planId: string;
let clauseId: string;
let otherClauseId: string;
let taskId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const made = await makeConfirmedPlan(database, { sendRequests: true });
  planId = made.planId;
  clauseId = made.clauseId('II.2/1');
  otherClauseId = made.clauseId('I.1.2/1');
  const [task] = await database.db
    .selectFrom('task')
    .select('id')
    .where('clause_id', '=', clauseId)
    .where('unit_id', '=', commune)
    .execute();
  taskId = task?.id ?? '';
  await database.db
    .updateTable('task')
    .set({ rhythm: 'per_event', sent_on: '2026-03-01', due_on: null })
    .where('id', '=', taskId)
    .execute();
  editor = { ...made.editor(), clock };
  const personId = await makeOfficer();
  officer = { ...database.context(actorWith('commune_officer', commune, { personId })), clock };
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('evidence').execute();
  await database.db.deleteFrom('task_event').execute();
  await database.db.updateTable('task').set({ event_scope: 'clause' }).where('id', '=', taskId).execute();
  await sql`update calendar_event set clause_id = null where clause_id is not null`.execute(database.db);
});

async function makeOfficer(): Promise<string> {
  const id = newId(clock.now().getTime());
  await database.pool.query(
    `insert into person (id, full_name, email, created_at) values ($1, 'Lù Thị May', 'may@thu.example', now())`,
    [id],
  );
  return id;
}

interface Event {
  readonly on: string;
  readonly state?: string;
  readonly unitId?: string;
  readonly ofClause?: string;
}
/** An event of one day; answers the id of its date, which is that of the event too. */
async function enter({ on, state = 'planned', unitId = commune, ofClause = clauseId }: Event): Promise<string> {
  const id = newId(clock.now().getTime());
  await database.pool.query(
    `insert into calendar_event (id, kind, titles, rule, unit_id, clause_id, initial_state, evidence, folded, created_at)
     values ($1, 'event', jsonb_build_object('vi', 'Ngày hội ' || $2::text), jsonb_build_object('kind', 'once', 'on', $2::text), $3, $4, 'planned', 'house', 'ngay hoi', now())`,
    [id, on, unitId, ofClause],
  );
  await database.pool.query(
    `insert into calendar_date (id, event_id, original_on, starts_on, ends_on, state, unit_id, changed_at, created_at) values ($1, $1, $2, $2, $2, $3, $4, now(), now())`,
    [id, on, state, unitId],
  );
  return id;
}
async function move(dateId: string, state: string): Promise<void> {
  await database.pool.query('update calendar_date set state = $2 where id = $1', [dateId, state]);
}
async function handIn(occurredOn: string): Promise<string> {
  const id = newId(clock.now().getTime());
  await addEvidence(officer, {
    id,
    taskId,
    kind: 'note',
    title: `Ảnh ${occurredOn}`,
    url: null,
    figure: null,
    figureUnit: '',
    note: '',
    occurredOn,
    assetIds: [],
  });
  return id;
}
async function accept(): Promise<void> {
  await database.db.updateTable('evidence').set({ state: 'accepted' }).execute();
}
const periods = async () =>
  (await readTaskDetail(officer, taskId)).periods.map((period) => `${period.startsOn} ${period.state}`);
const cell = async () =>
  (await readMatrix(editor, { planId })).rows.find((row) => row.clauseId === clauseId)?.cells[commune]?.state;

test('each date of the calendar asks once, from its day to a week after; what lies ahead asks for nothing yet', async () => {
  expect(await cell()).toBe('idle');
  await enter({ on: '2026-12-10' });
  expect(await periods()).toEqual(['2026-12-10 idle']);
  expect(await cell()).toBe('idle');
  await enter({ on: '2026-11-20' });
  expect(await periods()).toEqual(['2026-11-20 empty', '2026-12-10 idle']);
  expect((await readTasks(officer, { page: 1 })).tasks.find((task) => task.id === taskId)?.nextDueOn).toBe(
    '2026-11-27',
  );
  await enter({ on: '2026-11-10' });
  expect(await cell()).toBe('late');
  await handIn('2026-11-11');
  await accept();
  await handIn('2026-11-21');
  expect(await periods()).toEqual(['2026-11-10 done', '2026-11-20 running', '2026-12-10 idle']);
  expect(await cell()).toBe('running');
  await accept();
  expect(await cell()).toBe('done');
});

test('behind the cell of the matrix stands each event with what came for it', async () => {
  await enter({ on: '2026-11-10' });
  await enter({ on: '2026-12-10' });
  await handIn('2026-11-11');
  await accept();
  const { task } = await readCell(editor, { planId, clauseId, unitId: commune });
  expect(task?.events.map((event) => `${event.event?.titles?.vi} ${event.state}`)).toEqual([
    'Ngày hội 2026-11-10 done',
    'Ngày hội 2026-12-10 idle',
  ]);
});

test('a rumour asks for nothing; a date put off asks on its new day, one called off no longer, unless evidence came', async () => {
  await enter({ on: '2026-11-18', state: 'rumoured' });
  const date = await enter({ on: '2026-11-12' });
  expect(await periods()).toEqual(['2026-11-12 empty']);
  const later = await enter({ on: '2026-11-22' });
  await move(date, 'postponed');
  expect(await periods()).toEqual(['2026-11-22 empty']);
  await move(later, 'cancelled');
  expect(await periods()).toEqual([]);
  await move(later, 'planned');
  await handIn('2026-11-23');
  await accept();
  await move(later, 'cancelled');
  expect(await periods()).toEqual(['2026-11-22 done']);
  expect((await readTaskDetail(officer, taskId)).periods[0]?.event?.isLive).toBe(false);
});

test('of two events on one day each gets a piece of evidence of its own', async () => {
  await enter({ on: '2026-11-20' });
  await enter({ on: '2026-11-20' });
  await handIn('2026-11-20');
  await accept();
  expect((await periods()).sort()).toEqual(['2026-11-20 done', '2026-11-20 empty']);
  await handIn('2026-11-20');
  await accept();
  expect(await periods()).toEqual(['2026-11-20 done', '2026-11-20 done']);
});

test('an event that was held counts by itself, in the period of its own date', async () => {
  const dateId = await enter({ on: '2026-11-20', state: 'held' });
  await enter({ on: '2026-11-21' });
  await recordEventEvidence(
    { ...database.context(), clock },
    {
      dateId,
      eventId: dateId,
      clauseId,
      unitId: commune,
      title: 'x',
      place: '',
      occurredOn: '2026-11-20',
      audienceCount: 90,
    },
  );
  expect(await periods()).toEqual(['2026-11-20 done', '2026-11-21 empty']);
});

test('a commune answers for its own events, unless one is chosen for it; a theme brings the events of all its clauses', async () => {
  const elsewhere = await enter({ on: '2026-11-20', unitId: 'xa-03390' });
  await enter({ on: '2026-11-22', ofClause: otherClauseId });
  expect(await periods()).toEqual([]);
  const task = await readTaskDetail(editor, taskId);
  const fields = { ...task, taskId, supportingUnitIds: [], version: task.version };
  await expect(changeTask(editor, { ...fields, eventScope: 'chosen', eventIds: [] })).rejects.toMatchObject({
    code: 'plan.event_missing',
  });
  await expect(changeTask(editor, { ...fields, eventScope: 'chosen', eventIds: [taskId] })).rejects.toMatchObject({
    code: 'plan.event_unknown',
  });
  const changed = await changeTask(editor, { ...fields, eventScope: 'chosen', eventIds: [elsewhere] });
  expect(changed.periods.map((period) => period.event?.dateId)).toEqual([elsewhere]);
  expect(changed.chosenEvents.map((event) => event.id)).toEqual([elsewhere]);
  await sql`insert into theme_clause (theme_id, clause_id) select theme_id, ${clauseId}::uuid from theme_clause where clause_id = ${otherClauseId} on conflict do nothing`.execute(
    database.db,
  );
  await changeTask(editor, { ...fields, version: changed.version, eventScope: 'theme' });
  expect(await periods()).toEqual(['2026-11-22 empty']);
});

test('the months of the matrix, the reminders, the list and the home know what is due with an event', async () => {
  await enter({ on: '2026-10-05' });
  await enter({ on: '2026-11-20' });
  const month = async (number: number) =>
    (await readMonthMatrix(editor, { planId, unitId: commune })).rows.find((row) => row.clauseId === clauseId)?.cells[
      String(number)
    ]?.state;
  expect(await month(10)).toBe('empty');
  expect(await month(11)).toBe('empty');
  expect(await month(9)).toBeUndefined();
  const due = await readTasksToFollowUp(database.db, { today: '2026-11-25', from: '2026-11-01', to: '2026-12-02' });
  expect(due.filter((task) => task.taskId === taskId).map((task) => task.deadline)).toEqual(['2026-11-27']);
  const home = (await readPlanHomeQueue(officer)).find((item) => item.id === taskId);
  expect(home).toMatchObject({ dueOn: '2026-10-12', group: 'overdue' });
  expect((await readTasks(officer, { deadline: 'late', page: 1 })).tasks.map((task) => task.id)).toEqual([taskId]);
  expect((await readLateUnits(editor))?.units.map((unit) => `${unit.unitId} ${unit.count} ${unit.oldest}`)).toContain(
    `${commune} 1 2026-10-12`,
  );
  await handIn('2026-10-06');
  await handIn('2026-11-20');
  await accept();
  expect(await month(10)).toBe('done');
  expect(await readTasksToFollowUp(database.db, { today: '2026-11-25', from: '2026-10-01', to: '2026-12-02' })).toEqual(
    [],
  );
});

const statesOfDate = ['planned', 'confirmed', 'held', 'rumoured', 'cancelled', 'postponed'] as const;

test('whatever the calendar says, a piece of evidence counts once, and only live dates without evidence are asked', async () => {
  const day = fc.integer({ min: 1, max: 24 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ on: day, state: fc.constantFrom(...statesOfDate) }), { maxLength: 6 }),
      fc.array(day, { maxLength: 6 }),
      async (events, evidence) => {
        await database.db.deleteFrom('evidence').execute();
        await sql`update calendar_event set clause_id = null where clause_id is not null`.execute(database.db);
        const entered: { dateId: string; on: string; state: string }[] = [];
        for (const event of events) entered.push({ dateId: await enter(event), ...event });
        for (const on of evidence) await handIn(on);
        await accept();
        const found = (await readTaskDetail(officer, taskId)).periods;
        const live = entered.filter(({ state }) => ['planned', 'confirmed', 'held'].includes(state));
        expect(new Set(found.map((period) => period.event?.dateId))).toEqual(new Set(live.map(({ dateId }) => dateId)));
        const counted = found.reduce((sum, period) => sum + period.accepted, 0);
        const near = (on: string) =>
          live.some((one) => one.on <= on && Date.parse(on) - Date.parse(one.on) <= 7 * 86_400_000);
        expect(counted).toBe(evidence.filter(near).length);
      },
    ),
    { numRuns: 15 },
  );
});
