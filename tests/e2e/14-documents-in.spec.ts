import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/documents/${name}`);

/** Drops a file on the frame of the import page, as a hand does with the mouse. */
async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, fileName }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName));
      return data;
    },
    { base64: bytes.toString('base64'), fileName: name },
  );
  await page.locator('form').dispatchEvent('drop', { dataTransfer: transfer });
}

describe('documents come in as they are', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await startJourney();
    page = await journey.open('editor');
  });
  afterAll(() => journey?.close());
  const countDirectives = async () =>
    (await journey.api.editor.call<{ total: number }>('GET', '/api/directives')).total;

  it.each([
    ['scan.pdf', fixture('scan.pdf'), 'Tệp này là bản quét'],
    ['mat-khau.pdf', fixture('password.pdf'), 'Tệp có mật khẩu'],
    ['hong.docx', fixture('guidance.docx').subarray(0, 4_000), 'Tệp bị hỏng'],
    ['cu.doc', fixture('old-word.doc'), 'tệp Word đời cũ'],
  ])('%s is refused in words that say what to do, and nothing of it is kept', async (name, bytes, words) => {
    await page.goto(`${journey.program.address}/desk/directives/new`);
    await page.getByText('Kéo tệp thả vào khung này').waitFor();
    await dropFile(page, name, bytes);
    await page.getByRole('alert').getByText(words).waitFor();
    expect(await countDirectives()).toBe(0);
    await keepShot(page, `14-refused-${name}`);
  });

  it('a file that is made to bring the server down is refused like any other, and the server works on', async () => {
    const { docx } = await import('../fixtures/documents/docx-parts.ts');
    const { zipSync } = await import('fflate');
    const depth = 2_000;
    const deep = docx(`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`);
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 });
    for (const [name, bytes, words] of [
      ['sau.docx', deep, 'lồng nhau quá sâu'],
      ['bom.docx', bomb, 'bung ra quá lớn'],
    ] as const) {
      await page.goto(`${journey.program.address}/desk/directives/new`);
      await page.getByText('Kéo tệp thả vào khung này').waitFor();
      await dropFile(page, name, Buffer.from(bytes));
      await page.getByRole('alert').getByText(words).waitFor();
    }
    expect((await fetch(`${journey.program.address}/healthz`)).ok).toBe(true);
    expect(await countDirectives()).toBe(0);
  });

  it('a long file shows how far the reading is, and stopped it leaves nothing behind', async () => {
    const { docx, paragraph } = await import('../fixtures/documents/docx-parts.ts');
    const sentence = 'Tuyên truyền kết quả công tác thông tin đối ngoại của tỉnh trên các kênh.';
    const long = docx(paragraph(`1. ${sentence}`).repeat(60_000));
    await page.goto(`${journey.program.address}/desk/directives/new`);
    await page.getByText('Kéo tệp thả vào khung này').waitFor();
    await dropFile(page, 'dai.docx', Buffer.from(long));
    await page.getByText('Đang đọc').waitFor();
    await keepShot(page, '14-reading');
    await page.getByRole('button', { name: 'Dừng đọc' }).click();
    await page.getByRole('alert').getByText('Đã dừng đọc tệp theo yêu cầu').waitFor();
    expect(await countDirectives()).toBe(0);
  });

  it('a Word plan that is dropped is read at once, and the file can be had back as it came', async () => {
    await page.goto(`${journey.program.address}/desk/directives/new`);
    await page.getByText('Kéo tệp thả vào khung này').waitFor();
    await dropFile(page, 'ke-hoach.docx', fixture('plan-with-table.docx'));
    await page.getByRole('heading', { name: /Thông tin, tuyên truyền đối ngoại/u }).waitFor();
    expect(await page.getByLabel('Ký hiệu').inputValue()).toBe('KH-SVHTTDL');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Tải tệp gốc/u }).click(),
    ]);
    expect(readFileSync(await download.path()).equals(fixture('plan-with-table.docx'))).toBe(true);
    await keepShot(page, '14-review');
  });

  it('the table of tasks in its annex is proposed row by row, each with the words that it rests on, and corrected by a person', async () => {
    await page.getByRole('button', { name: /^PL\.I\.2 / }).click();
    const grounds = page.getByRole('region', { name: 'Hiểu từ những chữ nào' });
    await grounds.getByText('Trung tâm Văn hóa Nghệ thuật tỉnh').first().waitFor();
    expect(await grounds.textContent()).toContain('Quý II/2026');
    await keepShot(page, '14-table-row');
    await page.getByLabel('Hạn hoàn thành').fill('15/07/2026');
    await page.getByLabel('Số lượng').fill('4');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('hạn 15/07/2026').waitFor();
    await page.getByText('4 phóng sự').first().waitFor();
  });

  it('confirmed, its rows become tasks of the plan with their days', async () => {
    await page.getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await page.getByRole('link', { name: 'Mở kế hoạch' }).waitFor();
    const tasks = await untilTasks();
    expect(tasks.filter((task) => task.path.startsWith('PL'))).toHaveLength(13);
    expect(tasks.find((task) => task.path === 'PL.I.2')).toMatchObject({ unitId: 'tt-vhnt', dueOn: '2026-07-15' });
  });

  async function untilTasks(): Promise<{ path: string; unitId: string; dueOn: string }[]> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const { tasks } = await journey.api.editor.call<{ tasks: { path: string; unitId: string; dueOn: string }[] }>(
        'GET',
        '/api/tasks',
      );
      if (tasks.length > 0) return tasks;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no tasks were proposed');
  }
});
