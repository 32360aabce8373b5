import type { Browser, Page } from 'playwright-core';
import { type Program, signIn } from './program.ts';

/** A person of the journey, in a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly email: string;
}

/** The administrator invites a person, who follows the link and chooses a password. */
export async function inviteAndAccept(input: {
  browser: Browser;
  program: Program;
  administrator: Page;
  fullName: string;
  email: string;
  role: string;
  unitId: string;
  includesSubtree?: boolean;
}): Promise<Person> {
  const { program, administrator, fullName, email } = input;
  const answer = await administrator.evaluate(
    async (body) => {
      const response = await fetch('/api/people/invitations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-lantoa-request': 'desk' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as { link: string };
    },
    { email, fullName, role: input.role, unitId: input.unitId, includesSubtree: input.includesSubtree ?? false },
  );
  const page = await (await input.browser.newContext({ locale: 'vi-VN' })).newPage();
  await page.goto(program.address + new URL(answer.link).pathname);
  await page.getByLabel('Mật khẩu', { exact: true }).first().fill('nương chè Tân Uyên xanh');
  const again = page.getByLabel(/Nhập lại/);
  if ((await again.count()) > 0) await again.fill('nương chè Tân Uyên xanh');
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
  await page.getByRole('link', { name: 'Chờ tôi' }).first().waitFor();
  await page.waitForURL(/\/desk\/?$/);
  return { page, email };
}

export async function signInAs(browser: Browser, program: Program, role: string): Promise<Page> {
  const account = program.accounts.get(role);
  if (!account) throw new Error(`no account with the role ${role} was printed`);
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await signIn(page, program, account);
  return page;
}
