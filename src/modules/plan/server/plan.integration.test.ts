import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { actOnTask } from './act-on-task.ts';
import { addEvidence } from './add-evidence.ts';
import { changeCampaign } from './change-campaign.ts';
import { changeTask } from './change-task.ts';
import { confirmPlan } from './confirm-plan.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { readCell } from './plan.cell.read-model.ts';
import { readPlanHomeQueue } from './plan.home.read-model.ts';
import { readMatrix } from './plan.matrix.read-model.ts';
import { readMonthMatrix } from './plan.months.read-model.ts';
import { readPlanDetail, readPlans } from './plan.read-model.ts';
import { readCoverageForReport } from './plan.report.read-model.ts';
import { readTaskDetail, readTasks } from './plan.tasks.read-model.ts';
import { proposePlanFor } from './propose-plan.ts';
import { recordDeliveryEvidence } from './record-delivery-evidence.ts';

let database: TestDatabase;
const directiveId = newId(Date.now());
const clauseIds = new Map<string, string>();
const people = { editor: newId(Date.now()), officer: newId(Date.now()) };
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

async function addClause(
  path: string,
  parent: string | null,
  more: { nature: string; leaf?: boolean; mode?: string; units?: string[]; channels?: string[]; dates?: string[] },
): Promise<void> {
  const id = newId(Date.now());
  clauseIds.set(path, id);
  await sql`insert into clause (id, directive_id, path, parent_path, position, depth, label, title, text, short_title, nature, mode, is_leaf, source_from, source_to, unit_ids, channel_ids, dates, created_at)
    values (${id}, ${directiveId}, ${path}, ${parent}, ${clauseIds.size}, 1, null, ${path}, ${`Nội dung ${path}`}, ${`Điểm ${path}`}, ${more.nature}, ${more.mode ?? null}, ${more.leaf ?? false}, 0, 1,
      ${more.units ?? []}, ${more.channels ?? []}, ${more.dates ?? []}::date[], now())`.execute(database.db);
}

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [name, id] of Object.entries(people))
    await sql`insert into person (id, full_name, email, created_at) values (${id}, ${name}, ${`${name}@example.vn`}, now())`.execute(
      database.db,
    );
  await sql`insert into directive (id, subject, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (${directiveId}, 'Hướng dẫn', extract(year from now())::int, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`.execute(
    database.db,
  );
  await addClause('I.1.1', 'I.1', { nature: 'content' });
  await addClause('I.1.1/1', 'I.1.1', { nature: 'content', leaf: true });
  await addClause('I.1.2', 'I.1', { nature: 'content' });
  await addClause('I.1.2/2', 'I.1.2', { nature: 'content', leaf: true, dates: ['2026-03-15'] });
  await addClause('II.1', 'II', { nature: 'assignment', mode: 'assigned', units: ['so-vhttdl'] });
  await addClause('II.1.a', 'II.1', { nature: 'assignment', units: ['phong-ttbcxb'] });
  await addClause('II.1.a/1', 'II.1.a', {
    nature: 'assignment',
    leaf: true,
    channels: ['cong-ttdn', 'fanpage-ubnd-tinh'],
  });
  await addClause('II.2', 'II', { nature: 'assignment', mode: 'requested', units: ['group:communes'] });
  await addClause('II.2/1', 'II.2', { nature: 'assignment', leaf: true });
});
afterAll(() => database.close());

const editor = () => database.context(actorWith('publishing_editor', 'phong-ttbcxb', { personId: people.editor }));
const commune = () => database.context(actorWith('commune_officer', 'xa-03388', { personId: people.editor }));
const officer = () => database.context(actorWith('commune_officer', 'xa-03388', { personId: people.officer }));

test('from a confirmed directive to evidence in the matrix', async () => {
  const planId = await proposePlanFor(database.context(), directiveId);
  expect(await proposePlanFor(database.context(), directiveId)).toBe(planId);
  const proposed = await readPlanDetail(editor(), planId);
  expect(proposed.themes.map((theme) => theme.key)).toEqual(['I.1.1', 'I.1.2']);
  expect(proposed.campaigns).toMatchObject([{ startsOn: '2026-02-13', peakOn: '2026-03-15', endsOn: '2026-03-22' }]);
  expect(proposed.clauses.map((clause) => [clause.path, clause.total, clause.mode])).toEqual([
    ['II.1.a/1', 1, 'assigned'],
    ['II.2/1', 38, 'requested'],
  ]);

  await expectUnseen(planId);
  await changeTheCampaign(planId);
  await expect(confirmPlan(officer(), { planId, version: proposed.version, sendRequests: true })).rejects.toThrow(
    'platform.not_permitted',
  );
  const confirmed = await confirmPlan(editor(), { planId, version: proposed.version, sendRequests: true });
  expect(confirmed.state).toBe('confirmed');
  expect((await readPlans(officer())).map((plan) => plan.taskCount)).toEqual([1]);
  await expect(confirmPlan(editor(), { planId, version: proposed.version, sendRequests: true })).rejects.toThrow(
    'platform.version_conflict',
  );

  const receipt = {
    deliveryId: newId(Date.now()),
    channelId: 'cong-ttdn',
    channelOwnerUnitId: 'phong-ttbcxb',
    editionId: newId(Date.now()),
    storyId: newId(Date.now()),
    storyUnitId: 'phong-ttbcxb',
    clauseIds: [clauseIds.get('I.1.1/1') ?? ''],
    publicUrl: 'https://example.vn/tin',
    title: 'Tin đã đăng',
    language: 'vi',
    occurredOn: today(),
  };
  await recordDeliveryEvidence(database.context(), receipt);
  await recordDeliveryEvidence(database.context(), receipt);

  const matrix = await readMatrix(editor(), { planId });
  const cell = (path: string, unitId: string) => matrix.rows.find((row) => row.path === path)?.cells[unitId];
  expect(cell('I.1.1/1', 'phong-ttbcxb')).toEqual({ state: 'done', count: 1, waiting: 0 });
  expect(cell('II.1.a/1', 'phong-ttbcxb')).toEqual({ state: 'done', count: 1, waiting: 0 });
  expect(cell('I.1.2/2', 'phong-ttbcxb')).toBeUndefined();
  expect(matrix.rows.map((row) => [row.path, row.groupPath])).toEqual([
    ['I.1.1/1', 'I.1.1'],
    ['I.1.2/2', 'I.1.2'],
    ['II.1.a/1', 'II.1'],
    ['II.2/1', 'II.2'],
  ]);
  expect(matrix.columns.filter((column) => column.kind === 'commune')).toHaveLength(38);
  const months = await readMonthMatrix(editor(), { planId });
  expect(months.rows[0]?.cells[String(Number(today().slice(5, 7)))]).toMatchObject({ state: 'done', count: 1 });
  const detail = await readCell(editor(), { planId, clauseId: receipt.clauseIds[0] ?? '', unitId: 'phong-ttbcxb' });
  expect(detail.evidence).toMatchObject([{ isBySystem: true, title: 'Tin đã đăng' }]);
  const report = await readCoverageForReport(database.db, { planId, from: today(), to: today() });
  expect(report.figures).toMatchObject({
    clauses: 4,
    clausesWithEvidence: 2,
    tasks: 39,
    evidence: 2,
    unitsWithEvidence: 1,
  });
});

test('a commune takes its task, hands in evidence twice with one id, and another person accepts it', async () => {
  const tasks = await readTasks(officer(), { page: 1 });
  expect(tasks.total).toBe(1);
  const task = tasks.tasks[0];
  if (!task) throw new Error('the commune has no task');
  expect((await readPlanHomeQueue(officer())).map((item) => item.kind)).toContain('plan.task_sent');
  const accepted = await actOnTask(officer(), { taskId: task.id, action: 'accept', reason: '', version: task.version });
  expect(accepted.state).toBe('accepted');
  await expect(
    actOnTask(officer(), { taskId: task.id, action: 'finish', reason: '', version: accepted.version }),
  ).rejects.toThrow('plan.evidence_missing');
  const evidence = {
    id: newId(Date.now()),
    taskId: task.id,
    kind: 'link' as const,
    title: 'Bài trên trang xã',
    url: 'https://xa.example.vn/1',
    assetIds: [],
    figure: null,
    figureUnit: '',
    note: '',
    occurredOn: today(),
  };
  const first = await addEvidence(officer(), evidence);
  expect((await addEvidence(officer(), evidence)).id).toBe(first.id);
  await expect(addEvidence(officer(), { ...evidence, title: 'Bài khác' })).rejects.toThrow('plan.evidence_id_taken');
  await expect(addEvidence(commune(), evidence)).rejects.toThrow('plan.evidence_id_taken');
  await expectPhotosChecked(evidence);
  await expect(
    judgeEvidence(officer(), { evidenceId: first.id, version: 1, verdict: 'accepted', reason: null }),
  ).rejects.toThrow('platform.not_permitted');
  expect((await readPlanHomeQueue(editor())).map((item) => item.kind)).toContain('plan.accept_evidence');
  expect(
    (await judgeEvidence(editor(), { evidenceId: first.id, version: 1, verdict: 'accepted', reason: null })).state,
  ).toBe('accepted');
  const done = await actOnTask(officer(), { taskId: task.id, action: 'finish', reason: '', version: accepted.version });
  expect(done.state).toBe('done');
  expect(done.evidence.filter((item) => item.state === 'accepted')).toHaveLength(1);
  expect(done.history.map((row) => row.action)).toContain('plan.accept_evidence');
  await expect(readTaskDetail(database.context(actorWith('commune_officer', 'xa-03390')), task.id)).rejects.toThrow(
    'platform.not_found',
  );
  const stale = {
    taskId: task.id,
    title: 'Việc',
    expectedOutput: '',
    expectedCount: 1,
    outputKind: 'other' as const,
    languages: [],
    priority: 'normal' as const,
    rhythm: 'once' as const,
    dueOn: null,
    supportingUnitIds: [],
    version: 1,
  };
  await expect(changeTask(officer(), stale)).rejects.toThrow('platform.not_permitted');
});

/** What is only proposed is nobody's outside of the department, and no plan is of those who hold no role. */
async function expectUnseen(planId: string): Promise<void> {
  const stranger = database.context({ personId: people.officer, name: '', language: 'vi', grants: [] });
  for (const context of [officer(), stranger]) {
    expect(await readPlans(context)).toEqual([]);
    expect((await readTasks(context, { page: 1 })).total).toBe(0);
    for (const read of [readPlanDetail, (from: Context, id: string) => readMatrix(from, { planId: id })])
      await expect(read(context, planId)).rejects.toThrow('platform.not_found');
  }
  const [task] = (await readTasks(editor(), { page: 1, unitId: 'xa-03388' })).tasks;
  await expect(readTaskDetail(officer(), task?.id ?? '')).rejects.toThrow('platform.not_found');
}

/** A photo that the person brought for the own commune counts; one of others, or none at all, is unknown. */
async function expectPhotosChecked(evidence: Parameters<typeof addEvidence>[1]): Promise<void> {
  const [own, hidden] = [newId(Date.now()), newId(Date.now())];
  for (const [id, unitId] of [
    [own, 'xa-03388'],
    [hidden, 'phong-ttbcxb'],
  ])
    await sql`insert into asset (id, sha256, file_name, content_type, bytes, owner_unit_id, purpose, created_by, created_at)
      values (${id}, 'ab', 'a.jpg', 'image/jpeg', 1, ${unitId}, 'evidence', ${people.officer}, now())`.execute(
      database.db,
    );
  const photo = { ...evidence, kind: 'photo' as const, url: null };
  for (const assetId of [hidden, newId(Date.now())])
    await expect(addEvidence(officer(), { ...photo, id: newId(Date.now()), assetIds: [assetId] })).rejects.toThrow(
      'plan.asset_unknown',
    );
  const added = await addEvidence(officer(), { ...photo, id: newId(Date.now()), assetIds: [own] });
  expect(added.files.map((file) => file.assetId)).toEqual([own]);
  await judgeEvidence(editor(), { evidenceId: added.id, version: 1, verdict: 'returned', reason: 'Ảnh mờ' });
}

async function changeTheCampaign(planId: string): Promise<void> {
  const [proposed] = (await readPlanDetail(editor(), planId)).campaigns;
  if (!proposed) throw new Error('no campaign was proposed');
  const wanted = { ...proposed, title: 'Cao điểm bầu cử', endsOn: '2026-03-31' };
  await expect(changeCampaign(officer(), wanted)).rejects.toThrow('platform.not_found');
  await expect(changeCampaign(editor(), { ...wanted, peakOn: '2026-04-15' })).rejects.toThrow(
    'plan.campaign_days_out_of_order',
  );
  await changeCampaign(editor(), wanted);
  await expect(changeCampaign(editor(), wanted)).rejects.toThrow('platform.version_conflict');
  const after = await readPlanDetail(editor(), planId);
  expect(after.campaigns).toEqual([{ ...wanted, version: proposed.version + 1 }]);
  expect(after.history[0]).toMatchObject({ action: 'plan.change_campaign', after: { campaign: 'Cao điểm bầu cử' } });
}
