import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { actOnTask } from './act-on-task.ts';
import { addEvidence } from './add-evidence.ts';
import { changeTask } from './change-task.ts';
import { chooseCampaignClauses } from './choose-campaign-clauses.ts';
import { addOwnTask, changeOwnTask, removeOwnTask } from './keep-own-tasks.ts';
import { readCampaignBoard } from './plan.campaign-board.read-model.ts';
import { readPlanHomeQueue } from './plan.home.read-model.ts';
import { readOwnPlan } from './plan.own-plan.read-model.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { readTaskDetail, readTasks } from './plan.tasks.read-model.ts';
import { makeConfirmedPlan, makePerson, makePlan, smallGuidance } from './plan.test-data.ts';
import { proposeTakeOver, sameDayIn, takeOver } from './take-over.ts';

let database: TestDatabase;
let made: Awaited<ReturnType<typeof makeConfirmedPlan>>;
let officer: (unitId: string, role?: string) => Context;
const commune = 'xa-03583';
const none = { expectedOutput: '', languages: [], outputKind: 'other' as const };

beforeAll(async () => {
  database = await createTestDatabase();
  made = await makeConfirmedPlan(database, { sendRequests: true });
  const personId = await makePerson(database, 'Lù Thị May');
  officer = (unitId, role = 'commune_officer') => database.context(actorWith(role, unitId, { personId }));
});
afterAll(() => database.close());

const taskOf = async (context: Context, path: string) => {
  const task = (await readTasks(context, { page: 1 })).tasks.find((each) => each.path === path);
  if (!task) throw new Error(`no task of ${path}`);
  return task;
};

test('a unit asks back, the planner is told and answers, and the day is moved with a reason', async () => {
  const task = await taskOf(officer(commune), 'II.2/1');
  const act = (context: Context, action: 'ask' | 'answer' | 'extend', version: number, dueOn: string | null = null) =>
    actOnTask(context, { taskId: task.id, action, reason: 'Đài hỏng, làm bằng loa kéo được không?', dueOn, version });
  const asked = await act(officer(commune), 'ask', task.version);
  expect(asked).toMatchObject({ state: 'sent', hasOpenQuestion: true, abilities: { ask: false } });
  await expect(act(officer(commune), 'ask', asked.version)).rejects.toThrow('platform.transition_not_allowed');
  expect((await readPlanHomeQueue(made.editor())).map((item) => item.kind)).toContain('plan.answer');
  const answered = await act(made.editor(), 'answer', asked.version);
  expect(answered.questions).toMatchObject([{ askedBy: 'Lù Thị May', answeredBy: 'Nguyễn Thị Hoa' }]);
  await expect(act(made.editor(), 'extend', answered.version, task.dueOn)).rejects.toThrow('plan.due_not_later');
  const extended = await act(made.editor(), 'extend', answered.version, '2099-01-31');
  expect(extended).toMatchObject({ state: 'sent', dueOn: '2099-01-31' });
  expect(extended.history[0]).toMatchObject({ action: 'plan.extend', before: { due_on: task.dueOn } });
});

test('a supporting unit sees the task, hands in evidence for the lead, and takes none of its steps', async () => {
  const task = await taskOf(made.editor(), 'II.1.c/1');
  const change = {
    ...none,
    title: task.title,
    expectedCount: 1,
    priority: 'high' as const,
    rhythm: 'monthly' as const,
  };
  await expect(
    changeTask(made.editor(), {
      ...change,
      taskId: task.id,
      dueOn: null,
      supportingUnitIds: ['x'],
      version: task.version,
    }),
  ).rejects.toThrow('plan.unit_unknown');
  await expect(
    changeTask(made.editor(), {
      ...change,
      languages: ['xx'],
      taskId: task.id,
      dueOn: null,
      supportingUnitIds: [],
      version: task.version,
    }),
  ).rejects.toThrow('plan.language_unknown');
  const changed = await changeTask(made.editor(), {
    ...change,
    taskId: task.id,
    dueOn: '2099-12-31',
    supportingUnitIds: ['tt-hltd-tdtt', 'tt-vhnt'],
    version: task.version,
  });
  expect(changed.supportingUnits.map((unit) => unit.id)).toEqual(['tt-hltd-tdtt']);
  const support = officer('tt-hltd-tdtt', 'division_officer');
  const seen = await readTaskDetail(support, task.id);
  expect(seen.abilities).toMatchObject({ addEvidence: true, accept: false, ask: false });
  const evidence = await addEvidence(support, {
    id: newId(Date.now()),
    taskId: task.id,
    kind: 'note',
    title: 'Treo pa nô tại nhà thi đấu',
    url: null,
    assetIds: [],
    figure: null,
    figureUnit: '',
    note: '',
    occurredOn: changed.periods[0]?.startsOn ?? '',
  });
  expect(evidence.unitId).toBe('tt-vhnt');
  expect((await readTaskDetail(support, task.id)).periods[0]).toMatchObject({ state: 'running', waiting: 1 });
  await expect(readTaskDetail(officer(commune), task.id)).rejects.toThrow('platform.not_found');
});

test('tasks are filtered by priority, deadline, theme, campaign and mine, and sorted', async () => {
  const list = async (filter: Partial<Parameters<typeof readTasks>[1]>, context = made.editor()) =>
    (await readTasks(context, { page: 1, ...filter })).total;
  expect(await list({ priority: 'high' })).toBe(1);
  expect(await list({ deadline: 'none' })).toBe(0);
  expect(await list({ isMine: true })).toBe(1);
  expect(await list({ isMine: true }, officer('tt-hltd-tdtt', 'division_officer'))).toBe(1);
  expect(await list({ states: ['sent'] })).toBe(40);
  const [first] = (await readTasks(made.editor(), { page: 1, sort: 'priority' })).tasks;
  expect(first?.priority).toBe('high');
});

test('the plan of a commune grows from what it took on, with its own work beneath', async () => {
  const task = await taskOf(officer(commune), 'II.2/1');
  const own = {
    id: newId(Date.now()),
    taskId: task.id,
    title: 'Viết tin phát thanh',
    responsible: 'Anh Sử',
    dueOn: null,
  };
  expect((await readOwnPlan(officer(commune), {})).tasks).toEqual([]);
  await expect(addOwnTask(officer(commune), own)).rejects.toThrow('platform.not_permitted');
  await actOnTask(officer(commune), { taskId: task.id, action: 'accept', reason: '', version: task.version });
  await addOwnTask(officer(commune), own);
  const kept = await addOwnTask(officer(commune), own);
  await expect(addOwnTask(officer('xa-03388'), { ...own, id: newId(Date.now()) })).rejects.toThrow(
    'platform.not_found',
  );
  const plan = await readOwnPlan(officer(commune), {});
  expect(plan).toMatchObject({ unit: { id: commune }, unanswered: 0 });
  expect(plan.tasks[0]?.ownTasks).toMatchObject([{ title: 'Viết tin phát thanh', state: 'open' }]);
  const done = await changeOwnTask(officer(commune), { ...own, state: 'done', version: kept.version });
  await expect(removeOwnTask(officer(commune), { id: own.id, version: kept.version })).rejects.toThrow(
    'platform.version_conflict',
  );
  await removeOwnTask(officer(commune), { id: own.id, version: done.version });
  expect((await readTaskDetail(officer(commune), task.id)).history.map((row) => row.action).slice(0, 3)).toEqual([
    'plan.remove_own_task',
    'plan.finish_own_task',
    'plan.add_own_task',
  ]);
  await expect(readOwnPlan(officer('xa-03388'), { unitId: commune })).rejects.toThrow('platform.not_found');
});

test('a campaign counts down to its day and has its own figures; its clauses are chosen by a person', async () => {
  const [campaign] = (await readPlanDetail(made.editor(), made.planId)).campaigns;
  const board = await readCampaignBoard(made.editor(), campaign?.id ?? '');
  expect(board.clauses.map((clause) => clause.path)).toEqual(['I.1.2/2']);
  expect(board.tasks).toEqual([]);
  expect(board.daysToPeak).toBe((Date.parse('2026-03-15') - Date.parse(board.today)) / 86_400_000);
  const clauseIds = [made.clauseId('I.1.2/2'), made.clauseId('II.2/1')];
  await expect(
    chooseCampaignClauses(officer(commune), { campaignId: board.id, clauseIds, version: board.version }),
  ).rejects.toThrow('platform.not_permitted');
  const chosen = await chooseCampaignClauses(made.editor(), {
    campaignId: board.id,
    clauseIds,
    version: board.version,
  });
  expect(chosen.tasks).toHaveLength(38);
  expect(Object.values(chosen.counts).reduce((sum, count) => sum + count, 0)).toBe(38);
  expect((await readTasks(made.editor(), { page: 1, campaignId: board.id })).total).toBe(38);
  expect((await readCampaignBoard(officer(commune), board.id)).tasks).toHaveLength(1);
});

test('a new plan takes over leads, supporting units, rhythm and outputs of an earlier one, where the words are alike', async () => {
  const next = await makePlan(
    database,
    smallGuidance.map((clause) => ({
      ...clause,
      ...(clause.path === 'II.1.c/1' ? { text: 'Tổ chức tuyên truyền cổ động trực quan tại cơ sở' } : {}),
    })),
    2027,
  );
  await expect(proposeTakeOver(officer(commune), { planId: next.planId })).rejects.toThrow('platform.not_permitted');
  const proposal = await proposeTakeOver(made.editor(), { planId: next.planId });
  expect(proposal.fromPlanId).toBe(made.planId);
  const pair = proposal.pairs.find((each) => each.path === 'II.1.c/1');
  expect(pair).toMatchObject({ fromPath: 'II.1.c/1', tasks: 1, rhythm: 'monthly', priority: 'high' });
  expect(pair?.similarity).toBeGreaterThan(0.6);
  const { version } = await readPlanDetail(made.editor(), next.planId);
  const after = await takeOver(made.editor(), {
    planId: next.planId,
    fromPlanId: made.planId,
    pairs: [{ clauseId: pair?.clauseId ?? '', fromClauseId: pair?.fromClauseId ?? '' }],
    version,
  });
  const taken = after.clauses.find((clause) => clause.path === 'II.1.c/1')?.tasks[0];
  expect(taken).toMatchObject({ unitId: 'tt-vhnt', rhythm: 'monthly', state: 'proposed', dueOn: '2027-12-31' });
  expect((await readTaskDetail(made.editor(), taken?.id ?? '')).supportingUnits.map((unit) => unit.id)).toEqual([
    'tt-hltd-tdtt',
  ]);
  await expect(
    takeOver(made.editor(), { planId: made.planId, fromPlanId: next.planId, pairs: [], version: 2 }),
  ).rejects.toThrow('platform.transition_not_allowed');
});

test('the same day of another year is a real day', () => {
  expect(sameDayIn(2027, '2026-03-15')).toBe('2027-03-15');
  expect(sameDayIn(2027, '2028-02-29')).toBe('2027-02-28');
  expect(sameDayIn(2028, '2024-02-29')).toBe('2028-02-29');
  expect(sameDayIn(2027, null)).toBeNull();
});
