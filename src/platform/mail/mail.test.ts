import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../clock/clock.ts';
import type { Context } from '../context.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { writeMailBody } from './mail-body.ts';
import { claimNextMail, queueMails, readMailQueue } from './mail-queue.repository.ts';
import { type MailSettings, readMailSettings, writeMailSettings } from './mail-settings.ts';
import { sendDueMails } from './send-due-mails.ts';
import { outcomeOf } from './smtp-client.ts';
import { peerCertificate, readMailSource, type SmtpPeer, startSmtpPeer } from './testing/smtp-peer.ts';

const masterKey = new Uint8Array(randomBytes(32));

describe('mail', () => {
  let database: TestDatabase;
  let peer: SmtpPeer;
  const clock = createTestClock('2026-11-25T02:00:00Z');
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    await database.db.deleteFrom('outgoing_mail').execute();
    await database.db.deleteFrom('setting').where('key', '=', 'mail').execute();
    clock.set('2026-11-25T02:00:00Z');
    peer = await startSmtpPeer();
  });
  afterEach(() => peer.stop());
  afterAll(() => database.close());

  const context = (): Context => ({ ...database.context(), clock });
  const send = () => sendDueMails(context(), { masterKey });
  const rows = () => database.db.selectFrom('outgoing_mail').selectAll().execute();

  async function set(change: Partial<MailSettings> = {}, password: string | null = null): Promise<MailSettings> {
    const settings = {
      host: 'localhost',
      port: peer.port,
      security: 'none' as const,
      user: '',
      senderName: 'Sở VHTTDL Lai Châu: thông báo',
      senderAddress: 'thongbao@laichau.example',
      publicUrl: 'https://lantoa.laichau.example',
      authority: '',
      ...change,
    };
    await writeMailSettings(database.db, { masterKey, settings, password, former: null });
    return (await readMailSettings(database.db)) as MailSettings;
  }
  async function queue(key = 'notice:1'): Promise<void> {
    const words = {
      language: 'vi',
      subject: 'Sắp đến hạn',
      intro: 'Một việc sắp đến hạn.',
      items: [
        {
          title: 'Treo pa nô <Ngày Văn hóa>',
          note: 'hạn 28/11/2026',
          link: 'https://lantoa.laichau.example/desk/tasks/1',
        },
      ],
      footer: 'Thư tự động.',
      settingsLink: 'https://lantoa.laichau.example/desk/notifications/preferences',
      settingsLabel: 'Chọn cách nhận',
    };
    const mail = {
      key,
      personId: null,
      toName: 'Vàng A Páo',
      toAddress: 'pao@laichau.example',
      subject: words.subject,
    };
    const settings = (await readMailSettings(database.db)) ?? (await set());
    await queueMails(database.db, { mails: [{ ...mail, ...writeMailBody(words) }], settings, at: clock.now() });
  }

  it('reaches the server as text and HTML, from the one official sender, marked as automatic', async () => {
    await set();
    await queue();
    expect(await send()).toBe(1);
    const [mail] = peer.received;
    const { header, text } = readMailSource(mail?.source ?? '');
    expect(mail?.to).toBe('pao@laichau.example');
    expect(header('Subject')).toBe('Sắp đến hạn');
    expect(header('From')).toContain('<thongbao@laichau.example>');
    expect(header('Auto-Submitted')).toBe('auto-generated');
    expect(header('List-Id')).toBe('<thong-bao.lantoa.laichau.example>');
    expect(header('Message-ID')).toMatch(/^<[0-9a-f]{40}@laichau\.example>$/);
    expect(text).toContain('Treo pa nô <Ngày Văn hóa>');
    expect(text).toContain('Treo pa nô &lt;Ngày Văn hóa&gt;');
    expect((await rows())[0]).toMatchObject({ state: 'sent', text_body: '', html_body: '' });
  });

  it('is not sent where no mail server has been set', async () => {
    await queue();
    await database.db.deleteFrom('setting').where('key', '=', 'mail').execute();
    expect(await send()).toBe(0);
    expect(peer.received).toEqual([]);
    expect((await rows())[0]?.state).toBe('waiting');
  });

  it('is written once for one key, whoever asks twice', async () => {
    await set();
    await Promise.all([queue(), queue(), queue()]);
    await Promise.all([send(), send(), send()]);
    expect(peer.received).toHaveLength(1);
    await queue();
    await send();
    expect(peer.received).toHaveLength(1);
  });

  it('waits when the server asks for patience (greylisting), and comes back as the same mail', async () => {
    await set();
    await queue();
    peer.answer = { code: 451, words: '4.7.1 Greylisted, come back in five minutes' };
    await send();
    expect((await rows())[0]).toMatchObject({ state: 'retrying', attempts: 1 });
    expect((await rows())[0]?.answer).toContain('Greylisted');
    expect(await send()).toBe(0);
    peer.answer = null;
    clock.advance(5 * 60_000);
    await send();
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(readMailSource(peer.received[0]?.source ?? '').header('Message-ID')).toBe(row?.message_id);
  });

  it('is given up when the server refuses it for good, with the words of the server', async () => {
    await set();
    await queue();
    peer.answer = { code: 550, words: '5.1.1 No such user here' };
    await send();
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 1 });
    const { troubles } = await readMailQueue(database.db);
    expect(troubles[0]?.answer).toContain('550 5.1.1 No such user here');
    clock.advance(86_400_000);
    expect(await send()).toBe(0);
  });

  it('does not leave in the clear where STARTTLS is asked for and the server has none', async () => {
    await set({ security: 'starttls' });
    await queue();
    await send();
    expect(peer.received).toEqual([]);
    expect((await rows())[0]?.state).toBe('retrying');
    expect((await rows())[0]?.answer).toMatch(/STARTTLS/i);
  });

  it('does not go to a server whose certificate nobody vouches for, and goes with the authority that was set', async () => {
    await peer.stop();
    peer = await startSmtpPeer({ offersTls: true, account: { user: 'thongbao', password: 'mật khẩu thư' } });
    await set({ security: 'starttls', user: 'thongbao' }, 'mật khẩu thư');
    await queue();
    await send();
    expect(peer.received).toEqual([]);
    expect((await rows())[0]?.answer).toMatch(/certificate/i);
    const settings = await set({ security: 'starttls', user: 'thongbao', authority: peerCertificate }, 'mật khẩu thư');
    expect(JSON.stringify(settings)).not.toContain('mật khẩu thư');
    clock.advance(5 * 60_000);
    await send();
    expect(peer.received).toHaveLength(1);
  });

  it('waits when the password is refused: the mail itself is not to blame', async () => {
    await peer.stop();
    peer = await startSmtpPeer({ offersTls: true, account: { user: 'thongbao', password: 'đúng' } });
    await set({ security: 'starttls', user: 'thongbao', authority: peerCertificate }, 'sai');
    await queue();
    await send();
    expect((await rows())[0]?.state).toBe('retrying');
  });

  it('waits when the server cannot be reached, and gives up after days', async () => {
    await set();
    await peer.stop();
    await queue();
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      await send();
      expect((await rows())[0]).toMatchObject({ state: 'retrying', attempts: attempt });
      clock.advance(86_400_000);
    }
    await send();
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 8 });
    peer = await startSmtpPeer();
  });

  it('is sent on by another worker when the first was killed before the server answered, as the same mail', async () => {
    await set();
    await queue();
    const claimed = await claimNextMail(database.db, {
      at: clock.now(),
      leaseUntil: new Date(clock.now().getTime() + 300_000),
    });
    expect(await send()).toBe(0);
    clock.advance(300_000);
    expect(await send()).toBe(1);
    expect(readMailSource(peer.received[0]?.source ?? '').header('Message-ID')).toBe(claimed?.message_id);
  });

  it('is not sent again by a worker that was killed after the delivery had been written down', async () => {
    await set();
    await queue();
    await queue('notice:2');
    expect(await sendDueMails(context(), { masterKey, mostMails: 1 })).toBe(1);
    expect(await send()).toBe(1);
    expect(peer.received).toHaveLength(2);
    expect(new Set(peer.received.map(({ source }) => readMailSource(source).header('Message-ID'))).size).toBe(2);
  });

  it('tells a refusal of the mail from a talk that went wrong', () => {
    const failure = (fields: object) => Object.assign(new Error('x'), fields);
    expect(outcomeOf(failure({ code: 'EMESSAGE', responseCode: 554, response: '554 spam' })).status).toBe('refused');
    expect(outcomeOf(failure({ code: 'EENVELOPE', responseCode: 503, response: '503 sequence' })).status).toBe('later');
    expect(outcomeOf(failure({ code: 'EAUTH', responseCode: 535, response: '535 no' })).status).toBe('unreachable');
    expect(outcomeOf(failure({ code: 'ECONNECTION', command: 'DATA' })).status).toBe('unreachable');
  });
});
