import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { checkDocument } from '../../../platform/documents/check/check-document.ts';
import { findXmlFault } from '../../../platform/documents/well-formed-xml.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readUnitGroups } from '../../organisation/index.ts';
import { downloadDocument } from '../../registry/server/open-document.ts';
import { actOnTask } from './act-on-task.ts';
import { readMatrix } from './plan.matrix.read-model.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { readRequestDetail, readRequests } from './plan.requests.read-model.ts';
import { readRequestRow } from './plan.requests.repository.ts';
import { readTaskDetail, readTasks } from './plan.tasks.read-model.ts';
import { makeConfirmedPlan, makePerson } from './plan.test-data.ts';
import { sendRequest, sendToNextUnit } from './send-request.ts';
import { startFollowUp } from './start-follow-up.ts';
import { type StartRequest, startRequest } from './start-request.ts';
import { steerRequest } from './steer-request.ts';
import { writeFollowUpLetter, writeRequestLetter } from './write-letter.ts';

let database: TestDatabase;
let made: Awaited<ReturnType<typeof makeConfirmedPlan>>;
let communes: string[] = [];
let wanted: StartRequest;
let officer: (unitId: string) => Context;
const [taker, decliner] = ['xa-03583', 'xa-03388'];

beforeAll(async () => {
  database = await createTestDatabase();
  made = await makeConfirmedPlan(database, { sendRequests: false });
  communes = (await readUnitGroups(database.db)).find((group) => group.id === 'group:communes')?.unitIds ?? [];
  const personId = await makePerson(database, 'Lù Thị May');
  officer = (unitId) => database.context(actorWith('commune_officer', unitId, { personId }));
  wanted = {
    id: newId(Date.now()),
    planId: made.planId,
    title: 'Tuyên truyền bầu cử',
    message: 'Mỗi xã ít nhất hai buổi phát thanh.',
    clauseIds: [made.clauseId('I.1.2/2'), made.clauseId('II.2/1')],
    unitIds: communes,
    expectedOutput: 'Phát thanh trên đài truyền thanh xã',
    expectedCount: 2,
    outputKind: 'broadcast',
    languages: ['vi'],
    priority: 'high',
    rhythm: 'monthly',
    dueOn: '2099-12-31',
  };
});
afterAll(() => database.close());

test('a request to all communes is one act: only planners start it, and the same id again is the same request', async () => {
  await expect(startRequest(officer(taker), wanted)).rejects.toThrow('platform.not_permitted');
  await expect(startRequest(made.editor(), { ...wanted, unitIds: ['xa-00000'] })).rejects.toThrow('plan.unit_unknown');
  await expect(startRequest(made.editor(), { ...wanted, clauseIds: [newId(0)] })).rejects.toThrow(
    'plan.clause_unknown',
  );
  await expect(startRequest(made.editor(), { ...wanted, dueOn: '2020-01-01' })).rejects.toThrow('plan.due_in_past');
  const started = await startRequest(made.editor(), wanted);
  expect(started).toMatchObject({ state: 'running', units: 38, reached: 0, clauses: 2 });
  await startRequest(made.editor(), wanted);
  expect(database.enqueued.filter((each) => each.job === 'plan.send_request')).toHaveLength(1);
});

test('a worker that is killed loses nothing and sends nothing twice; a stop holds, and going on ends it', async () => {
  const row = await readRequestRow(database.db, wanted.id);
  if (!row) throw new Error('no request');
  for (let unit = 0; unit < 3; unit += 1) expect(await sendToNextUnit(database.context(), row)).toBe(true);
  // The fourth unit falls with its worker: its transaction never ends well, so nothing of it stands.
  const failing = { ...database.context(), jobs: { ...database.context().jobs, subscribersOf: () => crash() } };
  await expect(sendToNextUnit(failing, row)).rejects.toThrow('killed');
  expect((await readRequestDetail(made.editor(), wanted.id)).reached).toBe(3);
  const { version } = await readRequestDetail(made.editor(), wanted.id);
  const stopped = await steerRequest(made.editor(), { requestId: wanted.id, action: 'stop', version });
  await sendRequest(database.context(), { requestId: wanted.id });
  expect((await readRequestDetail(made.editor(), wanted.id)).reached).toBe(3);
  await steerRequest(made.editor(), { requestId: wanted.id, action: 'continue', version: stopped.version });
  await Promise.all([1, 2].map(() => sendRequest(database.context(), { requestId: wanted.id })));
  await sendRequest(database.context(), { requestId: wanted.id });
  expect(await readRequestDetail(made.editor(), wanted.id)).toMatchObject({ state: 'done', reached: 38 });
  const tasks = await database.pool.query(
    `select count(*)::int as all, count(distinct unit_id)::int as units from task where clause_id = any($1) and state = 'sent'`,
    [wanted.clauseIds],
  );
  expect(tasks.rows[0]).toEqual({ all: 76, units: 38 });
});

test('communes answer, and the page of progress and the matrix show it', async () => {
  const taskOf = async (unitId: string, path: string) => {
    const { tasks } = await readTasks(officer(unitId), { page: 1 });
    const task = tasks.find((each) => each.path === path);
    if (!task) throw new Error('no task');
    return task;
  };
  const taken = await taskOf(taker, 'I.1.2/2');
  expect(taken).toMatchObject({ mode: 'requested', outputKind: 'broadcast', priority: 'high', expectedCount: 2 });
  const asked = await actOnTask(officer(taker), { taskId: taken.id, action: 'ask', reason: 'Đài hỏng?', version: 1 });
  await actOnTask(officer(taker), { taskId: taken.id, action: 'accept', reason: '', version: asked.version });
  const refused = await taskOf(decliner, 'I.1.2/2');
  await actOnTask(officer(decliner), { taskId: refused.id, action: 'decline', reason: 'Đài hỏng', version: 1 });
  const request = await readRequestDetail(made.editor(), wanted.id);
  const row = (unitId: string) => request.unitRows.find((each) => each.unitId === unitId);
  expect(row(taker)).toMatchObject({ tasks: 2, accepted: 1, unanswered: 1, declined: 0, questions: 1 });
  expect(row(decliner)).toMatchObject({ tasks: 2, declined: 1, reasons: ['Đài hỏng'] });
  const matrix = await readMatrix(made.editor(), { planId: made.planId });
  const cells = matrix.rows.find((each) => each.path === 'I.1.2/2')?.cells;
  expect([cells?.[taker]?.state, cells?.[decliner]?.state]).toEqual(['running', 'declined']);
  expect(matrix.counts.declined).toBe(1);
  const { history, periods } = await readTaskDetail(made.editor(), taken.id);
  expect(history.filter((each) => each.subjectKind === 'task').map((each) => [each.action, each.actorName])).toEqual([
    ['plan.accept', `commune_officer ${taker}`],
    ['plan.ask', `commune_officer ${taker}`],
    ['plan.send', 'Nguyễn Thị Hoa'],
  ]);
  expect(periods[0]?.state).toBe('empty');
});

test('the letter that requests is well-formed and bears subject, addressees, what is asked, recipients', async () => {
  const text = await letterText(await writeRequestLetter(made.editor(), { requestId: wanted.id, unitIds: null }));
  expect(text).toContain('Số:       /SVHTTDL-TTBCXB');
  expect(text).toContain('V/v đề nghị tuyên truyền bầu cử');
  expect(text).toContain('Kính gửi: Ủy ban nhân dân các xã, phường.');
  expect(text).toContain('Tạo cao điểm về cuộc bầu cử');
  expect(text).toContain('Phát thanh trên đài truyền thanh xã: 02 buổi phát thanh mỗi tháng (Tiếng Việt)');
  expect(text).toContain('- Như trên;');
  expect(text).toContain('- Lưu: VT, TTBCXB.');
  expect(text.match(/31\/12\/2099/g)).toHaveLength(2);
  const own = await writeRequestLetter(made.editor(), { requestId: wanted.id, unitIds: [taker] });
  expect(await letterText(own)).toContain('Kính gửi: Ủy ban nhân dân xã Khổng Lào.');
  await expect(writeRequestLetter(officer(taker), { requestId: wanted.id, unitIds: null })).rejects.toThrow(
    'platform.not_found',
  );
});

test('the letter that urges lists what is open for each unit, without what was declined', async () => {
  const letter = await writeFollowUpLetter(made.editor(), {
    requestId: wanted.id,
    unitIds: [taker, decliner],
  });
  const text = await letterText(letter);
  expect(text.replaceAll('\n', ' ')).toContain('V/v đôn đốc thực hiện nhiệm vụ thông tin đối ngoại');
  expect(text).toContain('- Ủy ban nhân dân phường Đoàn Kết;');
  expect(text).toContain('- Ủy ban nhân dân xã Khổng Lào.');
  expect(text.match(/Tạo cao điểm về cuộc bầu cử/g)).toHaveLength(1);
  expect(text).toContain('Đã nhận việc; chưa có minh chứng');
  expect(text).toContain('Chưa phản hồi; chưa có minh chứng');
  const inside = await writeFollowUpLetter(made.editor(), {
    planId: made.planId,
    unitIds: ['tt-vhnt'],
  });
  expect(await letterText(inside)).toContain('yêu cầu Trung tâm Văn hóa Nghệ thuật tỉnh');
});

test('a letter leaves in the history, once, who wrote it, to whom it goes and of which tasks it speaks', async () => {
  const before = (await readPlanDetail(made.editor(), made.planId)).history.length;
  const documentId = newId(Date.now());
  for (let press = 0; press < 2; press += 1)
    await writeFollowUpLetter(made.editor(), { requestId: wanted.id, unitIds: [taker], documentId });
  const { history } = await readPlanDetail(made.editor(), made.planId);
  expect(history).toHaveLength(before + 1);
  const after = history[0]?.after as { taskIds: string[] };
  expect(history[0]).toMatchObject({
    action: 'plan.write_follow_up_letter',
    actorName: 'publishing_editor phong-ttbcxb',
    after: { units: ['Xã Khổng Lào'], clauses: ['I.1.2/2', 'II.2/1'] },
  });
  const { tasks } = await readTasks(officer(taker), { page: 1 });
  expect([...after.taskIds].sort()).toEqual(tasks.map((task) => task.id).sort());
});

test('many units are urged in one act: each gets its letter once, though the worker is killed or two run at a time', async () => {
  const act = {
    id: newId(Date.now()),
    planId: made.planId,
    title: 'Đôn đốc bầu cử',
    clauseIds: [made.clauseId('I.1.2/2')],
    unitIds: [...communes],
  };
  await expect(startFollowUp(officer(taker), act)).rejects.toThrow('platform.not_permitted');
  const { personId } = made.editor().actor;
  await database.pool.query(
    `insert into role_grant (id, person_id, role, unit_id, includes_subtree, valid_from, created_at) values ($1, $2, 'publishing_editor', 'phong-ttbcxb', false, now() - interval '1 day', now())`,
    [newId(1), personId],
  );
  const started = await startFollowUp(made.editor(), act);
  await startFollowUp(made.editor(), act);
  expect(started).toMatchObject({ kind: 'follow_up', state: 'running', units: 38, reached: 0 });
  const row = await readRequestRow(database.db, act.id);
  if (!row) throw new Error('no request');
  expect(await sendToNextUnit(database.context(), row)).toBe(true);
  const failing = { ...database.context(), jobs: { ...database.context().jobs, subscribersOf: () => crash() } };
  await expect(sendToNextUnit(failing, row)).rejects.toThrow('killed');
  const { version } = await readRequestDetail(made.editor(), act.id);
  const stopped = await steerRequest(made.editor(), { requestId: act.id, action: 'stop', version });
  await sendRequest(database.context(), { requestId: act.id });
  expect((await readRequestDetail(made.editor(), act.id)).reached).toBe(stopped.reached);
  await steerRequest(made.editor(), { requestId: act.id, action: 'continue', version: stopped.version });
  await Promise.all([1, 2].map(() => sendRequest(database.context(), { requestId: act.id })));
  await sendRequest(database.context(), { requestId: act.id });
  const done = await readRequestDetail(made.editor(), act.id);
  expect(done).toMatchObject({ state: 'done', reached: 38 });
  // What a commune declined is not urged.
  expect(done.unitRows.find((unit) => unit.unitId === decliner)?.sendState).toBe('unchanged');
  const counted = await database.pool.query(
    `select (select count(*)::int from task_request_letter where request_id = $1) as letters,
      (select count(*)::int from audit_entry where action = 'plan.urge' and subject_kind = 'task') as told,
      (select count(*)::int from outbox_event where name = 'plan.unit_urged') as events`,
    [act.id],
  );
  expect(counted.rows[0]).toEqual({ letters: 37, told: 37, events: 37 });
});

test('each unit that was urged has a letter of its own in the register, for planners to open', async () => {
  const { requests } = await readRequests(made.editor(), made.planId);
  const requestId = requests.find((each) => each.kind === 'follow_up')?.id ?? '';
  await expect(readRequestDetail(officer(taker), requestId)).rejects.toThrow('platform.not_found');
  const { unitRows } = await readRequestDetail(made.editor(), requestId);
  const letterOf = (unitId: string) => unitRows.find((row) => row.unitId === unitId)?.letterId ?? null;
  expect(letterOf(decliner)).toBeNull();
  expect(await letterText(letterOf(taker) ?? '')).toContain('Kính gửi: Ủy ban nhân dân xã Khổng Lào.');
  expect(new Set(unitRows.flatMap((row) => row.letterId ?? [])).size).toBe(37);
});

test('requests that went out with the plan have a page of progress too', async () => {
  const other = await createTestDatabase();
  const plan = await makeConfirmedPlan(other, { sendRequests: true });
  const { requests } = await readRequests(plan.editor(), plan.planId);
  expect(requests).toMatchObject([{ state: 'done', units: 38, reached: 38, clauses: 1 }]);
  await other.close();
});

/** The words of a draft as its .docx holds them; a letter of ours never breaks the decree. */
async function letterText(id: string): Promise<string> {
  const { content } = await downloadDocument(made.editor(), { id, files: undefined as never, isExample: true });
  const { findings } = checkDocument(content as Buffer);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return textOf(content as Buffer);
}

function crash(): never {
  throw new Error('killed');
}

/** The words of a letter, each paragraph a line; every part must be well-formed. */
function textOf(file: Buffer): string {
  const parts = Object.entries(unzipSync(file)).filter(([path]) => /\.(xml|rels)$/.test(path));
  for (const [path, bytes] of parts) expect(findXmlFault(strFromU8(bytes)), path).toBeNull();
  const body = strFromU8(parts.find(([path]) => path === 'word/document.xml')?.[1] ?? new Uint8Array());
  return body
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join(''))
    .join('\n');
}
