import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShot, openBrowser, type Program, signIn, startProgram } from './program.ts';

describe('the first start', () => {
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram({ empty: true }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('prints the password of one administrator and of nobody else', () => {
    expect([...program.accounts.keys()]).toEqual(['administrator']);
  });

  it('lets the administrator sign in and see what waits', async () => {
    const page = await browser.newPage();
    const account = program.accounts.get('administrator');
    if (!account) throw new Error('no administrator was printed');
    await signIn(page, program, account);
    await page.getByRole('link', { name: 'Quản trị' }).first().waitFor();
    await keepShot(page, '00-home');
  });

  it('lets the administrator say who answers for the portal, and every page shows it', async () => {
    const page = await browser.newPage();
    const account = program.accounts.get('administrator');
    if (!account) throw new Error('no administrator was printed');
    await signIn(page, program, account);
    await page.goto(`${program.address}/desk/administration/portal`);
    await page.getByLabel('Người chịu trách nhiệm nội dung').fill('Người thử, Phó Giám đốc Sở');
    await page.getByLabel('Thư điện tử').fill('cong@thu.example');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Cổng công khai hiện thông tin mới ngay').waitFor();
    await keepShot(page, '00-portal-entries');
    await page.waitForTimeout(1_000);
    await page.goto(program.address);
    await page.getByText('Người thử, Phó Giám đốc Sở').waitFor();
  });

  it('refuses a wrong password in words a person understands', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${program.address}/desk/`);
    await page.getByLabel('Thư điện tử').fill('quantri@lantoa.example');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Thư điện tử hoặc mật khẩu không đúng').first().waitFor();
  });
});
