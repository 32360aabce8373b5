import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

const headline = 'Then Kin Pang: lễ hội của người Thái ở Khổng Lào';

describe('from a story to the portal', () => {
  let journey: Journey;
  let editor: Page;
  let leader: Page;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    [editor, leader] = [await journey.open('editor'), await journey.open('leader')];
  });
  afterAll(() => journey?.close());

  it('the editor writes a Vietnamese story', async () => {
    await editor.getByRole('link', { name: 'Tin bài' }).first().click();
    await editor.getByRole('button', { name: 'Viết tin bài' }).first().click();
    await editor.getByLabel('Tên tạm').fill('Then Kin Pang 2027');
    await editor.getByRole('button', { name: 'Bắt đầu viết' }).click();
    await editor.getByLabel('Tiêu đề').fill(headline);
    await editor.getByLabel('Sapo').fill('Quảng bá giá trị văn hóa, bản sắc dân tộc của Lai Châu.');
    await editor.getByLabel('Nội dung', { exact: true }).click();
    await editor.keyboard.type(
      'Lễ hội diễn ra mồng 9 và mồng 10 tháng Ba âm lịch, quảng bá các giá trị văn hóa, bản sắc dân tộc, vẻ đẹp đất nước và con người Việt Nam.',
    );
    await editor.getByRole('button', { name: 'Lưu', exact: true }).click();
    await editor.getByText('bản lưu 2').first().waitFor();
  });

  it('the clause is suggested from the words and confirmed by the editor', async () => {
    await editor.getByLabel(/^I\.1\.4\/3/).check();
    await editor.getByRole('button', { name: 'Xác nhận mục phục vụ' }).click();
    await editor.getByText('đã xác nhận mục phục vụ').first().waitFor();
    await keepShot(editor, '02-editor');
  });

  it('nothing is public before a second person approves, and the writer is not offered to', async () => {
    await editor.getByRole('button', { name: 'Trình duyệt' }).click();
    await editor.getByText('chờ duyệt').first().waitFor();
    expect(await editor.getByRole('button', { name: 'Duyệt và đăng' }).count()).toBe(0);
    const home = await (await fetch(`${journey.program.address}/`)).text();
    expect(home).not.toContain('Then Kin Pang');
  });

  it('the leader returns it with a reason, the editor mends it, the leader approves', async () => {
    await openStory(leader);
    await leader.getByRole('button', { name: 'Trả lại' }).click();
    await leader.getByRole('dialog').getByLabel('Lý do').fill('Nêu rõ xã Khổng Lào.');
    await leader.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await leader.getByText('Trả lại: Nêu rõ xã Khổng Lào.').waitFor();
    await openStory(editor);
    await editor.getByText('Trả lại: Nêu rõ xã Khổng Lào.').waitFor();
    await editor.getByLabel('Sapo').fill('Quảng bá giá trị văn hóa, bản sắc dân tộc ở xã Khổng Lào.');
    await editor.getByRole('button', { name: 'Lưu', exact: true }).click();
    await editor.getByText('bản lưu 3').first().waitFor();
    await editor.getByRole('button', { name: 'Trình duyệt' }).click();
    await editor.getByText('chờ duyệt').first().waitFor();
    await openStory(leader);
    await leader.getByRole('button', { name: 'Duyệt và đăng' }).click();
    await leader.getByRole('link', { name: 'Xem trên cổng' }).waitFor();
    await keepShot(leader, '02-approved');
  });

  it('the reader finds it on the portal, signed, and can check it', async () => {
    const path = await leader.getByRole('link', { name: 'Xem trên cổng' }).getAttribute('href');
    const reader = await (await journey.browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
    const deadline = Date.now() + 5_000;
    while ((await reader.goto(journey.program.address + path))?.status() !== 200 && Date.now() < deadline)
      await reader.waitForTimeout(100);
    await reader.getByRole('heading', { level: 1, name: headline }).waitFor();
    await keepShot(reader, '02-portal-story');
    await reader.goto(`${journey.program.address}/`);
    await reader.getByText(headline).first().waitFor();
    await keepShot(reader, '02-portal-home');
  });

  it('stands by itself as evidence in the matrix', async () => {
    await editor.goto(`${journey.program.address}/desk/plan`);
    await editor
      .getByRole('button', { name: /^I\.1\.4\/3.*xong/ })
      .or(editor.getByRole('link', { name: /^I\.1\.4\/3.*xong/ }))
      .first()
      .waitFor({ timeout: 20_000 });
    await keepShot(editor, '02-matrix');
  });

  async function openStory(page: Page): Promise<void> {
    await page.goto(`${journey.program.address}/desk/stories`);
    await page.getByRole('link', { name: 'Then Kin Pang 2027' }).click();
    await page.getByLabel('Tiêu đề').waitFor();
  }
});
