import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findXmlFault } from '../../src/platform/documents/well-formed-xml.ts';
import type { ApiPerson } from './api.ts';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

interface Task {
  readonly id: string;
  readonly path: string;
  readonly version: number;
}

describe('a request to all communes, from one act to the letters', () => {
  let journey: Journey;
  let editor: Page;
  let officer: Page;
  let decliner: ApiPerson;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    decliner = await journey.invite({
      fullName: 'Lý A Sử',
      role: 'commune_officer',
      unitId: 'xa-03388',
      email: 'xa-03388@thu.example',
    });
    editor = await journey.open('editor');
    officer = await journey.open('commune');
    // The desk's own page of a task on a phone; the light pages for phones have a journey of their own.
    await officer.setViewportSize({ width: 360, height: 740 });
  });
  afterAll(() => journey?.close());

  it('goes out to 38 communes at once', async () => {
    await editor.goto(`${journey.program.address}/desk/plan`);
    await editor.getByRole('link', { name: 'Kế hoạch', exact: true }).first().click();
    await editor.getByRole('link', { name: 'Gửi yêu cầu đến nhiều đơn vị' }).click();
    const form = editor.getByRole('form', { name: 'Gửi yêu cầu đến nhiều đơn vị' });
    await form.getByLabel('Về việc').fill('Tuyên truyền về cuộc bầu cử');
    await form
      .getByRole('combobox', { name: 'Các mục của văn bản' })
      .or(form.getByLabel('Các mục của văn bản'))
      .first()
      .click();
    await editor.getByRole('option', { name: /^I\.1\.2\/2/ }).click();
    await editor.keyboard.press('Escape');
    await form.getByLabel('Loại sản phẩm').selectOption('broadcast');
    await form.getByLabel('Số lượng mỗi kỳ').fill('2');
    await keepShot(editor, '10-request-form');
    await form.getByRole('button', { name: 'Gửi đến 38 đơn vị' }).click();
    await editor.getByText('Đã gửi 38/38 đơn vị').waitFor();
    await keepShot(editor, '10-request-sent');
  });

  it('is accepted by one commune on a phone, and declined by another with a reason', async () => {
    const task = await taskOf(journey.api.commune, 'I.1.2/2');
    await officer.goto(`${journey.program.address}/desk/tasks/${task.id}`);
    await officer.getByRole('button', { name: 'Đồng ý thực hiện' }).click();
    await officer.getByRole('button', { name: 'Nộp minh chứng' }).first().waitFor();
    await keepShot(officer, '10-task-360');
    const refused = await taskOf(decliner, 'I.1.2/2');
    await decliner.call('POST', `/api/tasks/${refused.id}/actions`, {
      action: 'decline',
      reason: 'Đài truyền thanh đang sửa chữa',
      version: refused.version,
    });
  });

  it('shows on one page what became of it, and the matrix shows what was declined', async () => {
    await editor.reload();
    await editor.getByText('Lý do: Đài truyền thanh đang sửa chữa').waitFor();
    await editor.getByRole('button', { name: 'Từ chối (1)' }).click();
    await editor.getByText('1/38 đơn vị').waitFor();
    await editor.getByRole('button', { name: 'Chưa trả lời (36)' }).click();
    await keepShot(editor, '10-request-progress');
    const matrix = await editor.context().newPage();
    await matrix.goto(`${journey.program.address}/desk/plan`);
    await matrix.getByRole('button', { name: /xã, phường còn lại/ }).click();
    await matrix.getByRole('button', { name: /^I\.1\.2\/2, Phường Đoàn Kết: từ chối$/ }).waitFor();
    await keepShot(matrix, '10-matrix-declined');
    await matrix.close();
  });

  it('gives the letter that requests and the letter that urges, for all and for one unit', async () => {
    await editor.getByRole('button', { name: 'Tất cả (38)' }).click();
    const request = await letterFrom('Công văn đề nghị (.docx)');
    expect(request).toContain('V/v đề nghị tuyên truyền về cuộc bầu cử');
    expect(request).toContain('Kính gửi: Ủy ban nhân dân các xã, phường.');
    expect(request).toContain('02 buổi phát thanh');
    const followUp = await letterFrom('Công văn đôn đốc (.docx)');
    expect(followUp).toContain('V/v đôn đốc');
    expect(followUp).toContain('Ủy ban nhân dân xã Khổng Lào');
    // Who declined is not urged.
    expect(followUp).not.toContain('phường Đoàn Kết');
    const one = await letterFrom('Đôn đốc, Xã Khổng Lào');
    expect(one).toContain('Kính gửi: Ủy ban nhân dân xã Khổng Lào.');
  });

  async function taskOf(person: ApiPerson, path: string): Promise<Task> {
    const { tasks } = await person.call<{ tasks: Task[] }>('GET', '/api/tasks');
    const task = tasks.find((each) => each.path === path);
    if (!task) throw new Error(`no task of ${path}`);
    return task;
  }

  /** Every part of the letter is well-formed; its words, page feet too, in one line. */
  async function letterFrom(button: string): Promise<string> {
    const [download] = await Promise.all([
      editor.waitForEvent('download'),
      editor.getByRole('button', { name: button, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cong-van-.*\.docx$/);
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
