import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { type MailSettings, readMailSettings, writeMailSettings } from '../../../platform/mail/mail-settings.ts';
import { sendDueMails } from '../../../platform/mail/send-due-mails.ts';
import { readMailSource, type SmtpPeer, startSmtpPeer } from '../../../platform/mail/testing/smtp-peer.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import type { Role } from '../../accounts/index.ts';
import { createPerson } from '../../accounts/server/invitation.ts';
import { evidenceJudged, taskMoved } from '../../plan/plan.events.ts';
import { actOnTask } from '../../plan/server/act-on-task.ts';
import { judgeEvidence } from '../../plan/server/judge-evidence.ts';
import { changeMailServer, readMailState, sendTestMailTo } from './administer-mail.ts';
import { chooseOwnPreferences, readOwnPreferences } from './choose-preferences.ts';
import { notificationRetentionRules } from './notifications.retention.ts';
import { listOwnNotifications, markOwnNotificationsRead } from './notifications.service.ts';
import { remindPeople } from './remind-people.ts';
import { changeRules, readRules, usualRules } from './reminder-rules.ts';
import { sendDigests } from './send-digests.ts';
import { tellOfStep } from './tell-of-step.ts';

const masterKey = new Uint8Array(randomBytes(32));
const ports = { masterKey, publicUrl: 'https://lantoa.laichau.example' };
const noHolidays = { daysOff: async () => new Set<string>() };
const morning = '2026-11-25T00:30:00Z';

describe('reminders', () => {
  let database: TestDatabase;
  let peer: SmtpPeer;
  const clock = createTestClock(morning);
  const ids: Record<string, string> = {};
  const [directiveId, planId] = [newId(0), newId(1)];

  beforeAll(async () => {
    database = await createTestDatabase();
    peer = await startSmtpPeer();
    clock.set('2026-01-01T00:00:00Z');
    await addPerson('officer', 'division_officer', 'tt-vhnt');
    await addPerson('editor', 'publishing_editor', 'phong-ttbcxb');
    await addPerson('leader', 'leader', 'so-vhttdl');
    await addPerson('commune', 'commune_officer', 'xa-03583', 'en');
    await addPerson('chairman', 'commune_approver', 'xa-03583');
    await addPerson('administrator', 'administrator', 'so-vhttdl');
    await sql`insert into directive (id, subject, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
      values (${directiveId}, 'Hướng dẫn', 2026, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`.execute(
      database.db,
    );
    await sql`insert into plan (id, directive_id, title, year, state, created_at) values (${planId}, ${directiveId}, 'Kế hoạch', 2026, 'confirmed', now())`.execute(
      database.db,
    );
  });
  beforeEach(async () => {
    clock.set(morning);
    peer.received.splice(0);
    database.enqueued.splice(0);
    for (const table of [
      'evidence',
      'task_supporting_unit',
      'task',
      'clause',
      'notification',
      'notification_preference',
      'outgoing_mail',
      'setting',
    ])
      await sql`delete from ${sql.table(table)}`.execute(database.db);
    await writeMailSettings(database.db, {
      masterKey,
      settings: {
        host: 'localhost',
        port: peer.port,
        security: 'none',
        user: '',
        senderName: 'Sở VHTTDL tỉnh Lai Châu',
        senderAddress: 'thongbao@laichau.example',
        publicUrl: 'https://lantoa.laichau.example',
        authority: '',
      },
      password: null,
      former: null,
    });
  });
  afterAll(async () => {
    await peer.stop();
    await database.close();
  });

  async function addPerson(name: string, role: Role, unitId: string, language = 'vi'): Promise<void> {
    ids[name] = await createPerson(at(), {
      fullName: name,
      email: `${name}@thu.example`,
      passwordHash: 'x',
      positionTitle: '',
      isExample: false,
      role,
      unitId,
      includesSubtree: unitId === 'so-vhttdl',
    });
    await sql`update person set language = ${language} where id = ${ids[name]}`.execute(database.db);
  }
  async function addTask(
    unitId: string,
    dueOn: string | null,
    more: { rhythm?: string; state?: string } = {},
  ): Promise<string> {
    const [clauseId, taskId] = [newId(clock.now().getTime()), newId(clock.now().getTime())];
    await sql`insert into clause (id, directive_id, path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
      values (${clauseId}, ${directiveId}, ${`II.${clauseId.slice(-4)}`}, 1, 1, 'x', 'x', 'x', 'assignment', true, 0, 1, now())`.execute(
      database.db,
    );
    await sql`insert into task (id, plan_id, clause_id, unit_id, mode, state, title, rhythm, due_on, created_at)
      values (${taskId}, ${planId}, ${clauseId}, ${unitId}, 'assigned', ${more.state ?? 'accepted'}, 'Treo pa nô Ngày Văn hóa', ${more.rhythm ?? 'once'}, ${dueOn}, now())`.execute(
      database.db,
    );
    return taskId;
  }
  async function addEvidence(taskId: string, state: string, createdAt: string, by: string): Promise<void> {
    await sql`insert into evidence (id, clause_id, unit_id, task_id, kind, title, occurred_on, is_by_system, state, created_by, created_at)
      select ${newId(1)}, clause_id, unit_id, id, 'note', 'Ghi chú', ${createdAt}::date, false, ${state}, ${ids[by]}::uuid, ${createdAt}::timestamptz from task where id = ${taskId}`.execute(
      database.db,
    );
  }
  const at = (): Context => ({ ...database.context(), clock });
  const as = (name: string, role: Role, unitId: string): Context => ({
    ...database.context(actorWith(role, unitId, { personId: ids[name] ?? '' })),
    clock,
  });
  const officer = () => as('officer', 'division_officer', 'tt-vhnt');
  const administrator = () => as('administrator', 'administrator', 'so-vhttdl');
  const remind = () => remindPeople(at(), noHolidays);
  const told = async (name: string) =>
    (
      await sql<{ kind: string }>`select kind from notification where person_id = ${ids[name]} order by kind`.execute(
        database.db,
      )
    ).rows.map(({ kind }) => kind.replace('notifications.', ''));
  const send = () => sendDueMails(at(), { masterKey });

  it('of a task due in three days reach its unit, once, whoever looks how often', async () => {
    await addTask('tt-vhnt', '2026-11-28');
    expect(await remind()).toBe(1);
    expect((await Promise.all([remind(), remind(), remind()])).every((count) => count === 0)).toBe(true);
    const { notifications, unread } = await listOwnNotifications(officer(), { page: 1, only: 'all' });
    expect(unread).toBe(1);
    expect(notifications[0]).toMatchObject({
      kind: 'notifications.task_due',
      params: { title: 'Treo pa nô Ngày Văn hóa', date: '2026-11-28' },
    });
    clock.set('2026-11-27T00:30:00Z');
    expect(await remind()).toBe(1);
    expect(await told('officer')).toEqual(['task_due', 'task_due']);
  });

  it('of a task due soon reach a supporting unit as well', async () => {
    const taskId = await addTask('xa-03583', '2026-11-28');
    await sql`insert into task_supporting_unit (task_id, unit_id) values (${taskId}, 'tt-vhnt')`.execute(database.db);
    expect(await remind()).toBe(2);
    expect(await told('officer')).toEqual(['task_due']);
    expect(await told('commune')).toEqual(['task_due']);
  });

  it('of a step reach the unit once, though its job runs twice at a time, and never who took it', async () => {
    const taskId = await addTask('xa-03583', '2026-12-28', { state: 'in_progress' });
    const version = 1;
    const action = { taskId, version, action: 'extend' as const, reason: 'Thêm thời gian', dueOn: '2027-01-15' };
    await actOnTask(as('editor', 'publishing_editor', 'phong-ttbcxb'), action);
    await chooseOwnPreferences(as('commune', 'commune_officer', 'xa-03583'), {
      kinds: [{ kind: 'task_step', isInApp: true, mail: 'now' }],
    });
    const { rows } = await sql<{ payload: unknown }>`
      select payload from outbox_event where name = 'plan.task_moved' order by created_at desc, id desc limit 1`.execute(
      database.db,
    );
    const { taskId: moved, ...step } = taskMoved.schema.parse(rows[0]?.payload);
    const tell = () => tellOfStep(at(), { taskId: moved, step: { kind: 'task_step', ...step } });
    await Promise.all([tell(), tell(), tell()]);
    clock.set('2026-11-26T00:30:00Z');
    await tell();
    expect(await told('commune')).toEqual(['task_step']);
    expect(await told('editor')).toEqual([]);
    await send();
    expect(peer.received.map(({ to }) => to)).toEqual(['commune@thu.example']);
    const mail = readMailSource(peer.received[0]?.source ?? '');
    expect(mail.header('Subject')).toContain('The task has more time, until 15/01/2027');
  });

  it('of evidence that was returned reach who handed it in, in the app', async () => {
    const taskId = await addTask('xa-03583', '2026-12-28', { state: 'in_progress' });
    await addEvidence(taskId, 'submitted', '2026-11-24', 'commune');
    const { rows } = await sql<{ id: string }>`select id from evidence`.execute(database.db);
    const verdict = { evidenceId: rows[0]?.id ?? '', version: 1, verdict: 'returned' as const, reason: 'Ảnh mờ' };
    await judgeEvidence(as('editor', 'publishing_editor', 'phong-ttbcxb'), verdict);
    const event = await sql<{ payload: unknown }>`
      select payload from outbox_event where name = 'plan.evidence_judged' order by created_at desc, id desc limit 1`.execute(
      database.db,
    );
    const { taskId: ofTask, ...judged } = evidenceJudged.schema.parse(event.rows[0]?.payload);
    await tellOfStep(at(), { taskId: ofTask, step: { kind: 'evidence_judged', ...judged } });
    const own = await listOwnNotifications(as('commune', 'commune_officer', 'xa-03583'), { page: 1, only: 'all' });
    expect(own.notifications).toMatchObject([
      { kind: 'notifications.evidence_judged', params: { step: 'returned' }, link: `/tasks/${taskId}` },
    ]);
  });

  it('leave nothing half done when the run is killed, and the next run tells all of it once', async () => {
    await addTask('tt-vhnt', '2026-11-28');
    await chooseOwnPreferences(officer(), { kinds: [{ kind: 'task_due', isInApp: true, mail: 'now' }] });
    const killed = { ...at(), jobs: { ...at().jobs, enqueue: () => Promise.reject(new Error('tắt máy')) } };
    await expect(remindPeople(killed, noHolidays)).rejects.toThrow('tắt máy');
    expect(await told('officer')).toEqual([]);
    expect(await remind()).toBe(1);
    await send();
    await remind();
    await send();
    expect(peer.received.map(({ to }) => to)).toEqual(['officer@thu.example']);
  });

  it('are not of a task that is done, has its evidence, waits to be sent or was declined', async () => {
    await addTask('tt-vhnt', '2026-11-28', { state: 'done' });
    await addTask('tt-vhnt', '2026-11-28', { state: 'proposed' });
    await addTask('tt-vhnt', '2026-11-28', { state: 'declined' });
    const withEvidence = await addTask('tt-vhnt', '2026-11-28');
    await addEvidence(withEvidence, 'accepted', '2026-11-24', 'officer');
    expect(await remind()).toBe(0);
  });

  it('know the end of the month of a monthly task, until it has its evidence of the month', async () => {
    const taskId = await addTask('tt-vhnt', null, { rhythm: 'monthly' });
    await addEvidence(taskId, 'accepted', '2026-10-20', 'officer');
    expect(await remind()).toBe(1);
    await sql`delete from notification`.execute(database.db);
    await addEvidence(taskId, 'accepted', '2026-11-20', 'officer');
    expect(await remind()).toBe(0);
  });

  it('climb to the chairman and the lead division when a commune is late, to the leader when a division is', async () => {
    await addTask('xa-03583', '2026-11-20');
    await addTask('tt-vhnt', '2026-11-20');
    await remind();
    expect(await told('chairman')).toEqual(['escalation']);
    expect(await told('editor')).toEqual(['escalation']);
    expect(await told('leader')).toEqual(['escalation']);
    expect(await told('commune')).toEqual(['task_overdue']);
    expect(await told('officer')).toEqual(['task_overdue']);
  });

  it('of evidence that waits come once a working day to who may accept it', async () => {
    const taskId = await addTask('xa-03583', null);
    await addEvidence(taskId, 'submitted', '2026-11-20', 'commune');
    await remind();
    await remind();
    expect(await told('chairman')).toEqual(['evidence_waiting']);
    expect(await told('editor')).toEqual(['evidence_waiting']);
    expect(await told('commune')).toEqual([]);
    clock.set('2026-11-26T00:30:00Z');
    await remind();
    expect(await told('editor')).toEqual(['evidence_waiting', 'evidence_waiting']);
    clock.set('2026-11-28T00:30:00Z');
    await remind();
    expect(await told('editor')).toHaveLength(2);
  });

  it('come by mail at once to who chose so, in the language of the person, several things in one mail', async () => {
    await addTask('xa-03583', '2026-11-28');
    await addTask('xa-03583', '2026-11-26');
    await chooseOwnPreferences(as('commune', 'commune_officer', 'xa-03583'), {
      kinds: [{ kind: 'task_due', isInApp: false, mail: 'now' }],
    });
    await remind();
    expect(database.enqueued.map(({ job }) => job)).toEqual(['notifications.send_mail']);
    await send();
    expect(peer.received).toHaveLength(1);
    const mail = readMailSource(peer.received[0]?.source ?? '');
    expect(mail.header('Subject')).toBe('Lan Tỏa: 2 things need your attention');
    expect(mail.text).toContain('Due on 26/11/2026');
    expect(mail.text).toMatch(/https:\/\/lantoa\.laichau\.example\/desk\/tasks\/[0-9a-f-]{36}/);
    const own = await listOwnNotifications(as('commune', 'commune_officer', 'xa-03583'), { page: 1, only: 'all' });
    expect(own.notifications).toEqual([]);
  });

  it('wanted nowhere are not written; what is late is always shown in the app', async () => {
    await addTask('tt-vhnt', '2026-11-28');
    await chooseOwnPreferences(officer(), { kinds: [{ kind: 'task_due', isInApp: false, mail: 'none' }] });
    expect(await remind()).toBe(0);
    const hidden = chooseOwnPreferences(officer(), { kinds: [{ kind: 'task_overdue', isInApp: false, mail: 'none' }] });
    await expect(hidden).rejects.toThrow('notifications.kind_always_in_app');
  });

  it('go into the digest of 07:30, one mail a person and day, without what was read or done meanwhile', async () => {
    clock.set('2026-11-25T00:00:00Z');
    const done = await addTask('tt-vhnt', '2026-11-26');
    await addTask('tt-vhnt', '2026-11-28');
    await addTask('xa-03583', '2026-11-28');
    await remind();
    await sql`update task set state = 'done' where id = ${done}`.execute(database.db);
    await markOwnNotificationsRead(as('commune', 'commune_officer', 'xa-03583'), { isRead: true });
    expect(await sendDigests(at(), noHolidays)).toBe(0);
    clock.set(morning);
    const holiday = { daysOff: async () => new Set(['2026-11-25']) };
    expect(await sendDigests(at(), holiday)).toBe(0);
    expect(await sendDigests(at(), noHolidays)).toBe(1);
    expect(await sendDigests(at(), noHolidays)).toBe(0);
    await send();
    const mail = readMailSource(peer.received[0]?.source ?? '');
    expect(peer.received).toHaveLength(1);
    expect(mail.header('Subject')).toBe('Lan Tỏa, 25/11/2026: 1 việc cần bạn xem');
    expect(mail.text).toContain('Sắp đến hạn 28/11/2026');
  });

  it('for a weekly digest wait until Monday morning, each thing once in its last form', async () => {
    await chooseOwnPreferences(officer(), { kinds: [{ kind: 'task_due', isInApp: true, mail: 'weekly' }] });
    await addTask('tt-vhnt', '2026-12-02');
    await remind();
    clock.set('2026-11-29T00:30:00Z');
    await remind();
    expect(await told('officer')).toHaveLength(2);
    expect(await sendDigests(at(), noHolidays)).toBe(0);
    clock.set('2026-11-30T00:30:00Z');
    expect(await sendDigests(at(), noHolidays)).toBe(1);
    await send();
    expect(readMailSource(peer.received[0]?.source ?? '').header('Subject')).toContain('1 việc');
  });

  it('stay in the app where no mail server has been set, and nothing is saved up for later', async () => {
    await sql`delete from setting`.execute(database.db);
    await addTask('tt-vhnt', '2026-11-20');
    await remind();
    expect((await readOwnPreferences(officer())).isMailSet).toBe(false);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from outgoing_mail`.execute(
      database.db,
    );
    expect(rows[0]?.count).toBe(0);
    expect(await told('leader')).toEqual(['escalation']);
  });

  it('are seen and marked by their person only, and no longer when the role has ended', async () => {
    await addTask('tt-vhnt', '2026-11-28');
    await remind();
    const { notifications } = await listOwnNotifications(officer(), { page: 1, only: 'unread' });
    const id = notifications[0]?.id ?? '';
    await markOwnNotificationsRead(as('editor', 'publishing_editor', 'phong-ttbcxb'), { ids: [id], isRead: true });
    expect((await listOwnNotifications(officer(), { page: 1, only: 'unread' })).total).toBe(1);
    expect((await markOwnNotificationsRead(officer(), { ids: [id], isRead: true })).unread).toBe(0);
    expect((await markOwnNotificationsRead(officer(), { ids: [id], isRead: false })).unread).toBe(1);
    const elsewhere = as('officer', 'division_officer', 'phong-qlvhgd');
    expect((await listOwnNotifications(elsewhere, { page: 1, only: 'all' })).total).toBe(0);
  });

  it('that were read are forgotten after ninety days, the others stay', async () => {
    await addTask('tt-vhnt', '2026-11-28');
    await addTask('xa-03583', '2026-11-28');
    await remind();
    await markOwnNotificationsRead(officer(), { isRead: true });
    clock.set('2027-02-24T00:30:00Z');
    const forget = () => notificationRetentionRules[0]?.erase(at(), clock.now());
    expect(await forget()).toBe(1);
    expect(await told('commune')).toEqual(['task_due']);
  });

  it('follow the rules that an administrator set, and nobody else sets them', async () => {
    const rules = await readRules(database.db);
    expect(rules).toEqual(usualRules);
    await expect(changeRules(officer(), rules)).rejects.toThrow('platform.not_permitted');
    await changeRules(administrator(), { ...rules, beforeDays: [2, 14, 2] });
    expect((await readRules(database.db)).beforeDays).toEqual([14, 2]);
    await expect(changeRules(administrator(), rules)).rejects.toThrow('platform.version_conflict');
    await addTask('tt-vhnt', '2026-12-08');
    expect(await remind()).toBe(1);
  });

  describe('the mail server', () => {
    const server = async (change: object = {}) => ({
      host: 'localhost',
      port: peer.port,
      security: 'none' as const,
      user: '',
      password: null,
      senderName: 'Sở VHTTDL',
      senderAddress: 'thongbao@laichau.example',
      publicUrl: 'https://lantoa.laichau.example',
      authority: '',
      version: (await readMailSettings(database.db))?.version ?? 0,
      ...change,
    });

    it('is the administrator’s: others neither read nor change nor test it', async () => {
      const wanted = { server: await server() };
      await expect(readMailState(officer(), ports)).rejects.toThrow('platform.not_permitted');
      await expect(changeMailServer(officer(), wanted, ports)).rejects.toThrow('platform.not_permitted');
      await expect(sendTestMailTo(officer(), ports)).rejects.toThrow('platform.not_permitted');
    });

    it('sends a test mail to the administrator and gives the words of the server', async () => {
      const { toAddress, answer } = await sendTestMailTo(administrator(), ports);
      expect(toAddress).toBe('administrator@thu.example');
      expect(answer).toMatch(/^250/);
      peer.answer = { code: 550, words: '5.7.1 relaying denied' };
      await expect(sendTestMailTo(administrator(), ports)).rejects.toMatchObject({
        code: 'notifications.mail_not_taken',
        details: { answer: expect.stringContaining('relaying denied') },
      });
      peer.answer = null;
    });

    it('keeps its password sealed, never tells it, and never gives it to another host', async () => {
      const password = 'mật khẩu thư';
      const state = await changeMailServer(
        administrator(),
        { server: await server({ security: 'tls', user: 'a', password }) },
        ports,
      );
      expect(state.server?.hasPassword).toBe(true);
      const { rows } = await sql<{
        all: string;
      }>`select (select string_agg(value::text, '') from setting) || (select string_agg(payload::text, '') from audit_payload) as all`.execute(
        database.db,
      );
      expect(rows[0]?.all).not.toContain(password);
      const moved = await changeMailServer(
        administrator(),
        { server: await server({ security: 'tls', user: 'a', host: 'mail.elsewhere.example' }) },
        ports,
      );
      expect(moved.server?.hasPassword).toBe(false);
    });

    it('gets no password over a line that everybody reads', async () => {
      const open = { server: await server({ user: 'a', password: 'b' }) };
      await expect(changeMailServer(administrator(), open, ports)).rejects.toThrow('mail_password_in_clear');
    });

    it('can be removed: from then on nothing is sent', async () => {
      expect((await changeMailServer(administrator(), { server: null }, ports)).server).toBeNull();
      await expect(sendTestMailTo(administrator(), ports)).rejects.toThrow('mail_not_set');
      expect((await readMailSettings(database.db)) as MailSettings | null).toBeNull();
    });
  });
});
