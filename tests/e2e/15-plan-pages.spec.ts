import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Journey, proposePlan, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

interface Task {
  readonly id: string;
  readonly path: string;
  readonly unitId: string;
  readonly rhythm: string;
  readonly version: number;
}

describe('the plan of this year from that of last year, a campaign, and a commune’s own plan', () => {
  let journey: Journey;
  let editor: Page;
  let officer: Page;
  let planId: string;
  const clause = 'I.1.2/2';

  beforeAll(async () => {
    journey = await startJourney();
    await planOfLastYear();
    planId = (await proposePlan(journey, 1)).id;
    editor = await journey.open('editor');
    officer = await journey.open('commune');
    await officer.setViewportSize({ width: 360, height: 740 });
  });
  afterAll(() => journey?.close());

  it('takes over the units and the rhythm of last year, clause by clause as the editor chooses', async () => {
    await editor.goto(`${journey.program.address}/desk/plans/${planId}`);
    await editor.getByRole('link', { name: 'Lấy lại từ kế hoạch trước' }).click();
    const rows = editor.getByRole('main').getByRole('checkbox');
    await rows.first().waitFor();
    await keepShot(editor, '15-take-over');
    const count = await rows.count();
    expect(count).toBeGreaterThan(5);
    await rows.last().uncheck();
    await editor.getByRole('button', { name: `Lấy lại ${count - 1} mục` }).click();
    await editor.getByText('Đã lấy lại; hãy xem kế hoạch rồi xác nhận.').waitFor();
    await editor.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await editor.getByRole('button', { name: 'Xác nhận và giao' }).click();
    await editor.getByText('Đã xác nhận kế hoạch.').first().waitFor();
    // The request of last year to the communes stands in this year's plan, with its rhythm.
    expect((await requestedIn(planId)).map((task) => task.rhythm)).toEqual(['monthly', 'monthly']);
  });

  it('shows a campaign with the days to its peak, its board and its figures', async () => {
    await editor.goto(`${journey.program.address}/desk/plans/${planId}`);
    await editor
      .getByRole('main')
      .getByRole('link', { name: /[Bb]ầu cử/ })
      .first()
      .click();
    await editor.getByText('ngày đã qua từ ngày cao điểm').waitFor();
    await editor.getByText('15/03/2026').first().waitFor();
    await editor
      .getByRole('region', { name: 'Bảng việc' })
      .or(editor.getByRole('heading', { name: 'Bảng việc' }))
      .first()
      .waitFor();
    await keepShot(editor, '15-campaign');
    await editor.getByRole('button', { name: 'Chọn mục của đợt' }).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByRole('combobox').or(dialog.locator('input')).first().click();
    await editor.getByRole('option', { name: /^I\.1\.2\/1/ }).click();
    await editor.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('lets a commune add its own work beneath what it took on, tick it off and take it away, on a phone', async () => {
    const task = (await journey.api.commune.call<{ tasks: Task[] }>('GET', '/api/tasks')).tasks.find(
      (each) => each.path === clause,
    );
    await journey.api.commune.call('POST', `/api/tasks/${task?.id}/actions`, {
      action: 'accept',
      reason: '',
      version: task?.version,
    });
    await officer.goto(`${journey.program.address}/desk/own-plan`);
    await officer.getByRole('button', { name: 'Thêm việc của đơn vị' }).first().click();
    const form = officer.getByRole('form', { name: 'Thêm việc của đơn vị' });
    await form.getByRole('button', { name: 'Thêm việc của đơn vị' }).click();
    await form.getByText('Hãy ghi việc gì, ít nhất ba ký tự.').waitFor();
    await form.getByLabel('Việc gì').fill('Đọc bài trên loa bản Nậm Khao');
    await form.getByLabel('Ai làm').fill('Công chức văn hóa');
    await form.getByRole('button', { name: 'Thêm việc của đơn vị' }).click();
    const own = officer.getByRole('checkbox', { name: 'Đọc bài trên loa bản Nậm Khao' });
    await own.click();
    await expect.poll(() => own.isChecked()).toBe(true);
    await officer.reload();
    await expect.poll(() => own.isChecked()).toBe(true);
    await keepShot(officer, '15-own-plan-360');
    await officer.getByRole('button', { name: 'Bỏ: Đọc bài trên loa bản Nậm Khao' }).click();
    await own.waitFor({ state: 'hidden' });
  });

  /** A plan of 2025 in which all communes were asked for a broadcast each month. */
  async function planOfLastYear(): Promise<void> {
    const text = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8').replaceAll('2026', '2025');
    const { id, version } = await proposePlan(journey, 0, new File([text], 'huong-dan-2025.txt'));
    await journey.api.editor.call('POST', `/api/plans/${id}/confirm`, { version, sendRequests: true });
    const matrix = await journey.api.editor.call<{ rows: { clauseId: string; path: string }[] }>(
      'GET',
      `/api/plans/${id}/matrix`,
    );
    await journey.api.editor.call('POST', `/api/plans/${id}/requests`, {
      id: crypto.randomUUID(),
      title: 'Tuyên truyền về cuộc bầu cử',
      message: '',
      clauseIds: [matrix.rows.find((row) => row.path === clause)?.clauseId],
      unitIds: ['xa-03583', 'xa-03388'],
      expectedOutput: '',
      expectedCount: 1,
      outputKind: 'broadcast',
      languages: [],
      priority: 'normal',
      rhythm: 'monthly',
      dueOn: null,
    });
    await vi.waitFor(async () => expect(await requestedIn(id)).toHaveLength(2), { timeout: 30_000, interval: 200 });
  }

  /** Tasks of the two communes in a plan; only they were asked. */
  async function requestedIn(plan: string): Promise<Task[]> {
    const pages = await Promise.all(
      ['xa-03583', 'xa-03388'].map((unitId) =>
        journey.api.editor.call<{ tasks: Task[] }>('GET', `/api/tasks?planId=${plan}&unitId=${unitId}`),
      ),
    );
    return pages.flatMap(({ tasks }) => tasks).filter((task) => task.path === clause);
  }
});
