import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteAndAccept, type Person, signInAs } from './people.ts';
import { keepShot, openBrowser, type Program, startProgram } from './program.ts';

describe('from the guidance to the plan', () => {
  let program: Program;
  let browser: Browser;
  let administrator: Page;
  let editor: Person;
  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram({ empty: true }), openBrowser()]);
    administrator = await signInAs(browser, program, 'administrator');
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('the administrator invites an editor, who chooses a password and is in', async () => {
    editor = await inviteAndAccept({
      browser,
      program,
      administrator,
      fullName: 'Nguyễn Thị Hoa',
      email: 'hoa@thu.example',
      role: 'publishing_editor',
      unitId: 'phong-ttbcxb',
    });
    expect(await editor.page.title()).toContain('Chờ tôi');
  });

  it('an empty document is refused in words, and what was pasted stays', async () => {
    const { page } = editor;
    await page.goto(`${program.address}/desk/directives/new`);
    await page.getByLabel('Hoặc dán nội dung').fill('Dear colleagues, this is not a Vietnamese document at all.');
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByText('Nội dung không giống văn bản tiếng Việt').waitFor();
    expect(await page.getByLabel('Hoặc dán nội dung').inputValue()).toContain('Dear colleagues');
  });

  it('the guidance is read into 31 leaf clauses, a slip is mended, the heading filled in', async () => {
    const { page } = editor;
    await page.goto(`${program.address}/desk/directives`);
    await page.getByRole('button', { name: 'Nhập văn bản' }).first().click();
    await page.locator('input[type=file]').setInputFiles('data/guidance/huong-dan-2026.txt');
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByText('31 mục nhỏ nhất').waitFor();
    await keepShot(page, '01-review');
    await page.getByLabel('Số', { exact: true }).fill('15');
    await page.getByLabel('Ngày ban hành').fill('2026-02-03');
    await page.getByRole('button', { name: 'Chấp nhận' }).first().click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('15/HD-SVHTTDL').first().waitFor();
  });

  it('confirmed, it becomes a proposed plan with the stitches of the matrix', async () => {
    const { page } = editor;
    await page.getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await page.getByRole('link', { name: 'Mở kế hoạch' }).click();
    await page.getByText('II.1.a/1').first().waitFor();
    await page.getByText('31 nhiệm vụ').first().waitFor();
    await keepShot(page, '01-matrix-proposed');
  });

  it('a person confirms the plan, and the tasks go to the units', async () => {
    const { page } = editor;
    await page.getByRole('link', { name: 'Kế hoạch', exact: true }).first().click();
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByText('đã xác nhận').first().waitFor();
    await keepShot(page, '01-plan-confirmed');
  });

  it('the directive is found again by words of a clause typed without accents, and a word that it lacks finds nothing', async () => {
    const { page } = editor;
    await page.goto(`${program.address}/desk/directives`);
    await page.getByLabel('Tìm văn bản').fill('khong khi phan khoi');
    await page.getByText('Kết quả: 1').waitFor();
    await page.getByRole('link', { name: /thông tin đối ngoại/i }).waitFor();
    await keepShot(page, '01-directive-found');
    await page.getByLabel('Tìm văn bản').fill('thuyền thúng');
    await page.getByText('Không tìm thấy văn bản nào.').waitFor();
  });
});
