import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';
import { violations } from './violations.ts';

const visual = '- Tổ chức tuyên truyền cổ động trực quan tại các khu vực, địa bàn được phân công.';
const corrected = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8')
  .replace(
    visual,
    `${visual.replace('các khu vực', 'trung tâm các khu vực')}\n\n- Bố trí cụm pa nô giới thiệu tỉnh tại cửa khẩu Ma Lù Thàng.`,
  )
  .replace(/\n- Chỉ đạo tổ chức các hoạt động văn hóa - văn nghệ[^\n]*\n/, '\n');

describe('a corrected edition of the guidance, while it is being carried out', () => {
  let journey: Journey;
  let editor: Page;
  let planId: string;
  beforeAll(async () => {
    journey = await startJourney();
    planId = await confirmGuidance(journey);
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());

  it('is dropped on the import page, and recognised', async () => {
    await editor.goto(`${journey.program.address}/desk/directives/new`);
    await editor
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'huong-dan-2026-sua.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) });
    await editor.getByRole('button', { name: 'Đọc văn bản' }).click();
    await editor.getByText('Văn bản này có thể là bản sửa của', { exact: false }).waitFor();
    await keepShot(editor, '17-recognised');
    await editor.getByRole('link', { name: /^So sánh với/ }).click();
  });

  it('shows what differs, word by word, and which clauses are gone', async () => {
    await editor.getByRole('heading', { name: 'Bản sửa của văn bản đã có' }).waitFor();
    await editor.locator('ins', { hasText: 'trung tâm' }).first().waitFor();
    await editor.getByText('mục mới', { exact: true }).waitFor();
    await editor.locator('del', { hasText: 'Chỉ đạo tổ chức các hoạt động văn hóa - văn nghệ' }).waitFor();
    await keepShot(editor, '17-compared');
    expect(await violations(editor, 'compared')).toEqual([]);
    await editor.setViewportSize({ width: 360, height: 740 });
    await keepShot(editor, '17-compared-360');
    expect(await violations(editor, 'compared 360')).toEqual([]);
    await editor.setViewportSize({ width: 1440, height: 1000 });
  });

  it('takes the place of the earlier one, and the plan goes on with what was done', async () => {
    await editor.getByRole('button', { name: 'Thay bản đã có' }).click();
    await editor.getByRole('dialog').getByText('1 mục sửa lời, 1 mục mới, 1 mục không còn', { exact: false }).waitFor();
    await editor.getByRole('dialog').getByRole('button', { name: 'Thay bản đã có' }).click();
    await editor.getByText('Các bản trước').waitFor();
    await keepShot(editor, '17-in-place');
    expect(await violations(editor, 'in place')).toEqual([]);
    await editor.goto(`${journey.program.address}/desk/plans/${planId}`);
    await editor.getByRole('button', { name: 'Gửi 1 nhiệm vụ chưa gửi' }).click();
    const { tasks } = await journey.api.officer.call<{ tasks: { path: string; title: string; state: string }[] }>(
      'GET',
      '/api/tasks',
    );
    await expect
      .poll(async () =>
        (await journey.api.officer.call<{ tasks: { path: string; state: string }[] }>('GET', '/api/tasks')).tasks.find(
          (task) => task.path === 'II.1.c/2',
        ),
      )
      .toMatchObject({ state: 'sent' });
    expect(tasks.some((task) => task.path === 'II.1.c/1')).toBe(true);
  });

  it('keeps the earlier text to be read, and says that it is one', async () => {
    await editor.goto(`${journey.program.address}/desk/directives`);
    await editor.getByRole('main').getByRole('link', { name: 'Công tác thông tin đối ngoại năm 2026' }).click();
    await editor.getByText('Dùng đến', { exact: false }).click();
    await editor.getByText('Đây là bản trước của văn bản', { exact: false }).waitFor();
    await editor.getByRole('link', { name: 'Mở bản hiện hành' }).click();
    await editor.getByText('Các bản trước').waitFor();
  });
});
