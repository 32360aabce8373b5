import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findXmlFault } from '../../src/platform/documents/well-formed-xml.ts';
import { type Journey, passwordOfAll, proposePlan, startJourney } from './journey.ts';
import { Keyboard } from './keyboard.ts';
import { keepShot } from './program.ts';

const soon = { timeout: 30_000 };
const clause = 'I.1.2/2';
const decliner = {
  fullName: 'Lý A Sử',
  role: 'commune_officer',
  unitId: 'xa-03388',
  email: 'xa-03388@thu.example',
};

/** At the desk everything is done by keyboard alone; the commune's officer has a phone, and no network at first. */
describe('from the plan to the follow-up letter', () => {
  let journey: Journey;
  let editor: Page;
  let keys: Keyboard;
  let phone: Page;
  let phoneContext: BrowserContext;
  let requestAddress = '';
  const button = (name: string | RegExp, page = editor): Locator => page.getByRole('button', { name });
  const mainLink = (name: RegExp, page = editor): Locator => page.getByRole('main').getByRole('link', { name });
  const link = (name: string | RegExp, page = editor): Locator => page.getByRole('link', { name });

  beforeAll(async () => {
    journey = await startJourney();
    await proposePlan(journey);
    await journey.invite(decliner);
    editor = await (
      await journey.browser.newContext({ locale: 'vi-VN', viewport: { width: 1440, height: 1000 } })
    ).newPage();
    keys = new Keyboard(editor);
    phoneContext = await journey.browser.newContext({
      locale: 'vi-VN',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    phone = await phoneContext.newPage();
  });
  afterAll(() => journey?.close());

  it('the editor signs in, and assigns what the plan proposes to the own units', async () => {
    await signInByKeyboard(keys, 'editor@thu.example');
    await keys.press(mainLink(/^Công tác thông tin đối ngoại năm 2026/));
    await keys.press(button('Xác nhận kế hoạch'));
    await keys.press(button('Xác nhận và giao'));
    await editor.getByText('Đã xác nhận kế hoạch.').first().waitFor();
  });

  it('and requests the same of 38 communes in one act', async () => {
    await keys.press(link('Gửi yêu cầu đến nhiều đơn vị'));
    const form = editor.getByRole('form', { name: 'Gửi yêu cầu đến nhiều đơn vị' });
    await keys.type(form.getByLabel('Về việc'), 'Tuyên truyền về cuộc bầu cử');
    await keys.type(form.getByLabel('Các mục của văn bản').and(editor.locator('input')), clause);
    await editor.getByRole('option', { name: new RegExp(`^${clause}`) }).waitFor();
    await editor.keyboard.press('ArrowDown');
    await editor.keyboard.press('Enter');
    await editor.keyboard.press('Escape');
    await keys.choose(form.getByLabel('Loại sản phẩm'), 'broadcast');
    await keys.type(form.getByLabel('Số lượng mỗi kỳ'), '1');
    await keepShot(editor, '10-request-form');
    await keys.press(form.getByRole('button', { name: 'Gửi đến 38 đơn vị' }));
    await editor.getByText('Đã gửi 38/38 đơn vị').waitFor();
    requestAddress = editor.url();
    await keepShot(editor, '10-request-sent');
  });

  it('one commune declines with a reason', async () => {
    const page = await (
      await journey.browser.newContext({ locale: 'vi-VN', viewport: { width: 1440, height: 1000 } })
    ).newPage();
    const declining = new Keyboard(page);
    await signInByKeyboard(declining, decliner.email);
    await declining.press(mainLink(new RegExp(escaped(clause)), page));
    await declining.press(button('Từ chối', page));
    const dialog = page.getByRole('dialog');
    await declining.type(dialog.getByRole('textbox'), 'Đài truyền thanh đang sửa chữa');
    await declining.press(dialog.getByRole('button', { name: 'Từ chối' }));
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('main').getByText('Đài truyền thanh đang sửa chữa').first().waitFor();
    await keepShot(page, '10-declined');
    await page.context().close();
  });

  it('an officer of another takes the task on a phone, loses the network and hands in two photos', async () => {
    await phone.goto(`${journey.program.address}/desk/`);
    await phone.getByLabel('Thư điện tử').fill('commune@thu.example');
    await phone.getByLabel('Mật khẩu', { exact: true }).fill(passwordOfAll);
    await phone.getByRole('button', { name: 'Đăng nhập' }).tap();
    await phone.waitForURL(/\/desk\/phone$/);
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
    await phone.getByText(clause).first().tap();
    await phone.getByRole('button', { name: 'Đồng ý thực hiện' }).tap();
    await phone.getByText('Đã nhận').first().waitFor();
    await phoneContext.setOffline(true);
    await phone.getByRole('link', { name: 'Nộp minh chứng' }).tap();
    const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), phone.getByText('Chọn từ máy').tap()]);
    await chooser.setFiles([await photo('loa-1.jpg', '#2b7550'), await photo('loa-2.jpg', '#263b78')]);
    await phone.getByRole('img', { name: 'Ảnh 2' }).waitFor();
    await phone.getByRole('button', { name: 'Nộp, gửi khi có mạng' }).tap();
    await phone.getByText('Chờ gửi').waitFor();
    await keepShot(phone, '10-phone-offline-360');
    expect(await evidenceOfCommune()).toEqual([]);
  });

  it('which arrive once, when the network is back', async () => {
    await phoneContext.setOffline(false);
    await expect.poll(evidenceOfCommune, soon).toEqual([['submitted', 2]]);
  });

  it('the editor sees on one page what became of it', async () => {
    await editor.goto(requestAddress);
    await editor.getByText('Lý do: Đài truyền thanh đang sửa chữa').waitFor();
    await keys.press(button('Từ chối (1)'));
    await editor.getByText('1/38 đơn vị').waitFor();
    await keys.press(button('Chưa trả lời (36)'));
    await keepShot(editor, '10-request-progress');
  });

  it('accepts the two photos', async () => {
    await keys.press(link('Chờ tôi'));

    await keys.press(mainLink(/^Tập trung tuyên truyền đậm nét/));
    await editor.getByRole('img', { name: /^Ảnh 1:/ }).waitFor();
    await keys.press(button('Nhận minh chứng'));
    await editor.getByText('Đã nhận minh chứng').first().waitFor();
  });

  it('and the cell of the matrix turns, which opens what stands behind it', async () => {
    await keys.press(link('Độ phủ'));
    await keys.press(button(/xã, phường còn lại/));
    await button(new RegExp(`^${escaped(clause)}, Phường Đoàn Kết: từ chối$`)).waitFor();
    const turned = button(new RegExp(`^${escaped(clause)}, Xã Khổng Lào: xong`));
    await turned.waitFor();
    await keys.reach(editor.locator('[data-cell][tabindex="0"]'));
    await goToCell(turned);
    await editor.keyboard.press('Enter');
    await editor
      .getByRole('complementary')
      .getByText('2 ảnh', { exact: false })
      .or(editor.getByRole('img', { name: /^Ảnh 1:/ }))
      .first()
      .waitFor();
    await keepShot(editor, '10-matrix-turned');
  });

  it('gives the letter that requests, and the letter that urges the rest', async () => {
    const request = await letterFrom('Soạn công văn đề nghị');
    expect(request).toContain('V/v đề nghị tuyên truyền về cuộc bầu cử');
    expect(request).toContain('Kính gửi: Ủy ban nhân dân các xã, phường.');
    expect(request).toContain('01 buổi phát thanh');
    const followUp = await letterFrom('Soạn công văn đôn đốc');
    expect(followUp).toContain('V/v đôn đốc');
    expect(followUp).toContain('Ủy ban nhân dân xã Mường Kim');
    // Neither who handed in nor who declined is urged.
    expect(followUp).not.toContain('xã Khổng Lào');
    expect(followUp).not.toContain('phường Đoàn Kết');
    const one = await letterFrom('Đôn đốc, Xã Mường Kim');
    expect(one).toContain('Kính gửi: Ủy ban nhân dân xã Mường Kim.');
  });

  async function signInByKeyboard(person: Keyboard, email: string): Promise<void> {
    await person.page.goto(`${journey.program.address}/desk/`);
    await person.type(person.page.getByLabel('Thư điện tử'), email);
    await person.type(person.page.getByLabel('Mật khẩu', { exact: true }), passwordOfAll);
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('link', { name: 'Chờ tôi' }).first().waitFor();
  }

  /** By arrow keys, from the cell that has the focus: first to its row, then along it. */
  async function goToCell(cell: Locator): Promise<void> {
    const placeOf = (each: Locator) =>
      each.evaluate((element) => ((element as HTMLElement).dataset.cell ?? '').split(':').map(Number));
    const [row = 0, column = 0] = await placeOf(cell);
    for (let presses = 0; presses < 200; presses += 1) {
      const [atRow = 0, atColumn = 0] = await placeOf(editor.locator('[data-cell]:focus'));
      if (atRow === row && atColumn === column) return;
      const along = atColumn < column ? 'ArrowRight' : 'ArrowLeft';
      await editor.keyboard.press(atRow < row ? 'ArrowDown' : atRow > row ? 'ArrowUp' : along);
    }
    throw new Error('the cell was not reached by arrow keys');
  }

  /** State and number of files of what the commune handed in for the clause. */
  async function evidenceOfCommune(): Promise<[string, number][]> {
    const { tasks } = await journey.api.commune.call<{ tasks: { id: string; path: string }[] }>('GET', '/api/tasks');
    const id = tasks.find((each) => each.path === clause)?.id;
    const { evidence } = await journey.api.commune.call<{ evidence: { state: string; files: unknown[] }[] }>(
      'GET',
      `/api/tasks/${id}`,
    );
    return evidence.map((each) => [each.state, each.files.length]);
  }

  /** Begun as a draft in the register. Every part of the letter is well-formed; its words, page feet too, in one line. */
  async function letterFrom(name: string): Promise<string> {
    await editor.goto(requestAddress);
    await keys.press(editor.getByRole('button', { name, exact: true }));
    await editor.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
    const [download] = await Promise.all([editor.waitForEvent('download'), keys.press(mainLink(/^Tải .docx$/))]);
    expect(download.suggestedFilename()).toBe('du-thao.docx');
    const parts = Object.entries(unzipSync(readFileSync(await download.path())));
    const xml = parts
      .filter(([path]) => path.endsWith('.xml'))
      .map(([path, bytes]) => [path, strFromU8(bytes)] as const);
    for (const [path, text] of xml) expect(findXmlFault(text), path).toBeNull();
    return xml
      .filter(([path]) => path.startsWith('word/document') || path.startsWith('word/footer'))
      .flatMap(([, text]) => text.split('</w:p>'))
      .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join(''))
      .join(' ');
  }
});

const escaped = (words: string) => words.replaceAll('.', '\\.');

async function photo(name: string, background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 2400, height: 1800, channels: 3, background } });
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}
