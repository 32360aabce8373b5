import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMailSource, type SmtpPeer, startSmtpPeer } from '../../src/platform/mail/testing/smtp-peer.ts';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { signInAs } from './people.ts';
import { keepShot } from './program.ts';

interface Task {
  readonly id: string;
  readonly path: string;
  readonly unitId: string;
  readonly title: string;
  readonly expectedCount: number;
  readonly version: number;
}

describe('nobody has to be told by telephone', () => {
  let journey: Journey;
  let peer: SmtpPeer;
  let administrator: Page;
  let officer: Page;
  beforeAll(async () => {
    [journey, peer] = await Promise.all([startJourney(), startSmtpPeer()]);
    await confirmGuidance(journey);
    administrator = await signInAs(journey.browser, journey.program, 'administrator');
    await administrator.setViewportSize({ width: 1440, height: 1000 });
    officer = await journey.open('officer');
  });
  afterAll(async () => {
    await journey?.close();
    await peer?.stop();
  });

  it('the desk says that no mail leaves as long as there is no mail server', async () => {
    await officer.goto(`${journey.program.address}/desk/notifications/preferences`);
    await officer.getByText('Hệ thống chưa đặt máy chủ thư').waitFor();
  });

  it('the administrator sets the mail server, and a test mail arrives', async () => {
    await administrator.getByRole('link', { name: 'Quản trị' }).first().click();
    await administrator.getByRole('link', { name: 'Thư và nhắc việc' }).click();
    await administrator.getByText('Chưa đặt máy chủ thư.').waitFor();
    await administrator.getByLabel('Tên máy chủ').fill('localhost');
    await administrator.getByLabel('Cổng').fill(String(peer.port));
    await administrator.getByLabel('Bảo mật đường truyền').selectOption('none');
    await administrator.getByLabel('Tên người gửi').fill('Sở VHTTDL tỉnh Lai Châu');
    await administrator.getByLabel('Địa chỉ người gửi').fill('thongbao@laichau.example');
    await administrator.getByRole('button', { name: 'Lưu máy chủ thư' }).click();
    await administrator.getByRole('button', { name: 'Gửi thư thử cho tôi' }).click();
    await administrator.getByText('Máy chủ đã nhận thư').waitFor();
    await keepShot(administrator, '11-mail');
    expect(readMailSource(peer.received[0]?.source ?? '').header('Subject')).toBe('Lan Tỏa: thư thử');
  });

  it('a task near its deadline: in the app, and by mail to who wants mail at once', async () => {
    await officer.reload();
    await officer.getByLabel('Qua thư: Nhiệm vụ sắp đến hạn').selectOption('now');
    await officer.getByRole('button', { name: 'Lưu lựa chọn' }).click();
    await officer.getByText('Đã lưu cách nhận thông báo.').waitFor();
    await keepShot(officer, '11-preferences');
    await setDeadline('officer', 'II.1.c/1', 2);
    await lookNow();
    const mail = await untilMail('officer@thu.example');
    expect(mail.header('Subject')).toContain('Sắp đến hạn');
    expect(mail.header('Auto-Submitted')).toBe('auto-generated');
    await officer.goto(`${journey.program.address}/desk/`);
    await officer.getByRole('link', { name: /Thông báo.*1 chưa đọc/ }).click();
    await officer.getByText(/Sắp đến hạn .*II\.1\.c\/1/).waitFor();
    await keepShot(officer, '11-notifications');
  });

  it('opened from the mail or the list it is the task, and counts as read', async () => {
    const link = /https?:\/\/\S+\/desk(\/tasks\/[0-9a-f-]+)/.exec((await untilMail('officer@thu.example')).text)?.[1];
    await officer.getByRole('link', { name: /Sắp đến hạn/ }).click();
    await officer.waitForURL(`**/desk${link}`);
    await officer.getByRole('link', { name: 'Thông báo', exact: true }).waitFor();
    await officer.goto(`${journey.program.address}/desk/notifications`);
    await officer.getByRole('button', { name: /^Đánh dấu chưa đọc: Sắp đến hạn/ }).waitFor();
  });

  it('nobody is told twice, and who wants no mail gets none', async () => {
    const before = peer.received.length;
    const { commune } = journey.api;
    const { kinds } = await commune.call<{ kinds: { kind: string }[] }>('GET', '/api/notifications/preferences');
    await commune.call('PUT', '/api/notifications/preferences', {
      kinds: kinds.map(({ kind }) => ({ kind, isInApp: true, mail: 'none' })),
    });
    await setDeadline('commune', 'II.2/1', 1);
    await lookNow();
    await untilTold('commune', 1);
    await lookNow();
    await sleep(3_000);
    expect(peer.received).toHaveLength(before);
    await untilTold('commune', 1);
  });

  it('days late it climbs: the lead division and the leader are told, by mail at once', async () => {
    await setDeadline('commune', 'II.2/1', -5);
    await setDeadline('officer', 'II.1.c/1', -5);
    await lookNow();
    const toLeader = await untilMail('leader@thu.example');
    expect(toLeader.header('Subject')).toContain('Đơn vị chưa làm xong');
    const toEditor = await untilMail('editor@thu.example');
    expect(toEditor.header('Subject')).toContain('1 xã, phường, đơn vị phối hợp chưa làm xong');
  });

  it('the leader goes from the notice to what is late in that unit', async () => {
    const leader = await journey.open('leader');
    await leader.goto(`${journey.program.address}/desk/notifications`);
    await leader.getByRole('link', { name: /Đơn vị chưa làm xong.*II\.1\.c\/1/ }).click();
    await leader.waitForURL('**/desk/tasks?**');
    await leader.getByRole('link', { name: /II\.1\.c\/1/ }).waitFor();
    expect(new URL(leader.url()).search).toBe('?unitId=tt-vhnt&deadline=late');
    await leader.getByText('1 nhiệm vụ', { exact: true }).waitFor();
  });

  it('an answer to a question comes to who works on the task, by itself', async () => {
    const task = await findTask('officer', 'II.1.c/2');
    const act = { reason: 'Treo ở đâu?', version: task.version };
    await journey.api.officer.call('POST', `/api/tasks/${task.id}/actions`, { ...act, action: 'ask' });
    const answer = { action: 'answer', reason: 'Ở quảng trường.', version: task.version + 1 };
    await journey.api.editor.call('POST', `/api/tasks/${task.id}/actions`, answer);
    await officer.goto(`${journey.program.address}/desk/`);
    await sleep(2_000);
    await officer.goto(`${journey.program.address}/desk/notifications`);
    await officer.getByRole('link', { name: /Câu hỏi đã được trả lời: II\.1\.c\/2/ }).waitFor();
  });

  async function findTask(who: 'officer' | 'commune', path: string): Promise<Task> {
    const { tasks } = await journey.api[who].call<{ tasks: Task[] }>('GET', '/api/tasks');
    const task = tasks.find((one) => one.path === path);
    if (!task) throw new Error(`${who} has no task ${path}`);
    return task;
  }
  async function setDeadline(who: 'officer' | 'commune', path: string, days: number): Promise<void> {
    const task = await findTask(who, path);
    const day = new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    await journey.api.editor.call('PUT', `/api/tasks/${task.id}`, {
      title: task.title,
      expectedOutput: 'Báo cáo',
      expectedCount: task.expectedCount,
      rhythm: 'once',
      dueOn: day,
      version: task.version,
    });
  }
  async function lookNow(): Promise<void> {
    await administrator.getByRole('button', { name: 'Rà soát và nhắc ngay' }).click();
    await administrator.getByText('Đang rà soát.').first().waitFor();
  }
  async function untilMail(to: string): Promise<ReturnType<typeof readMailSource>> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const mail = peer.received.find((one) => one.to === to);
      if (mail) return readMailSource(mail.source);
      await sleep(200);
    }
    throw new Error(`no mail to ${to}`);
  }
  async function untilTold(who: 'commune', count: number): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const { total } = await journey.api[who].call<{ total: number }>('GET', '/api/notifications');
      if (total === count) return;
      await sleep(200);
    }
    throw new Error(`${who} was not told ${count} times`);
  }
});
