import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

describe('a task from the plan to its evidence by hand', () => {
  let journey: Journey;
  let officer: Page;
  let editor: Page;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    officer = await journey.open('officer', { width: 360, height: 740 });
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());

  it('waits for the officer on the home page, on a phone', async () => {
    await officer
      .getByText(/Tổ chức tuyên truyền cổ động trực quan/)
      .first()
      .waitFor();
    await keepShot(officer, '08-home-360');
  });

  it('is accepted, and evidence is handed in', async () => {
    const { tasks } = await journey.api.officer.call<{ tasks: { id: string; path: string }[] }>('GET', '/api/tasks');
    const task = tasks.find((each) => each.path === 'II.1.c/1');
    await officer.goto(`${journey.program.address}/desk/tasks/${task?.id}`);
    await officer.getByRole('button', { name: 'Nhận nhiệm vụ' }).click();
    await officer.getByRole('button', { name: 'Nộp minh chứng' }).first().click();
    const form = officer.getByRole('form', { name: 'Nộp minh chứng' });
    await form.getByText('Ghi chú', { exact: true }).click();
    await form.getByLabel('Cho thấy gì').fill('Treo 12 pa nô tại phường Đoàn Kết');
    await form.getByRole('button', { name: 'Nộp', exact: true }).click();
    await officer.getByText('Treo 12 pa nô tại phường Đoàn Kết').first().waitFor();
    await keepShot(officer, '08-evidence-360');
  });

  it('is accepted by the editor, and only then counts in the matrix', async () => {
    await editor.goto(`${journey.program.address}/desk/`);
    await editor.getByText('Treo 12 pa nô tại phường Đoàn Kết').first().click();
    await editor.getByRole('button', { name: 'Nhận minh chứng' }).click();
    await editor.goto(`${journey.program.address}/desk/plan`);
    await editor
      .getByRole('button', { name: /^II\.1\.c\/1.*xong/ })
      .or(editor.getByRole('link', { name: /^II\.1\.c\/1.*xong/ }))
      .first()
      .waitFor();
  });

  it('cannot be seen by a commune that it was not given to', async () => {
    const { tasks } = await journey.api.commune.call<{ tasks: { path: string }[] }>('GET', '/api/tasks');
    expect(new Set(tasks.map((task) => task.path))).toEqual(new Set(['II.2/1', 'II.2/2']));
  });
});
