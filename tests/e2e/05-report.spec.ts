import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';
import { publishStory } from './stories.ts';

describe('from evidence to the report', () => {
  let journey: Journey;
  let editor: Page;
  let leader: Page;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    await publishStory(journey, {
      title: 'Bài cho báo cáo',
      lead: 'Lời dẫn.',
      text: 'Giá trị văn hóa, bản sắc dân tộc.',
    });
    [editor, leader] = [await journey.open('editor'), await journey.open('leader')];
    await editor.waitForTimeout(2_500);
  });
  afterAll(() => journey?.close());

  it('the editor starts a report and sees figures with the way they are counted', async () => {
    await editor.getByRole('link', { name: 'Báo cáo' }).first().click();
    await editor.getByRole('button', { name: 'Lập báo cáo' }).first().click();
    await editor.getByLabel('Tên báo cáo').fill('Kết quả công tác thông tin đối ngoại năm 2026');
    await editor.getByRole('button', { name: 'Lập báo cáo' }).click();
    await editor.getByText('Bài cho báo cáo').first().waitFor();
    await editor.getByText('Cách tính').first().click();
    await editor.getByText('Đếm các mục nhỏ nhất của văn bản').waitFor();
  });

  it('fills in the narrative, and it is kept', async () => {
    await editor.getByLabel('Tên báo cáo').fill('Kết quả thông tin đối ngoại năm 2026 của tỉnh');
    await editor.getByLabel('Tồn tại, hạn chế').fill('Chưa có tin, bài tiếng Lào.');
    await editor.getByRole('button', { name: 'Lưu', exact: true }).click();
    await editor.getByText('Đã lưu.').first().waitFor();
    expect(await editor.getByRole('button', { name: 'Ký báo cáo' }).count()).toBe(0);
    await keepShot(editor, '05-report');
  });

  it('adds the coverage matrix as an annex and sees it before it is signed', async () => {
    await editor.getByLabel('Kèm ma trận thực hiện').check();
    const annex = editor.getByRole('table', { name: 'Ma trận thực hiện theo mục và đơn vị' });
    await annex
      .getByText(/^0\/38 đã thực hiện/)
      .first()
      .waitFor();
    expect(await editor.getByLabel('Tồn tại, hạn chế').inputValue()).toBe('Chưa có tin, bài tiếng Lào.');
  });

  it('the leader signs, and the document is what the decree wants', async () => {
    await leader.getByRole('link', { name: 'Báo cáo' }).first().click();
    await leader.getByRole('link', { name: 'Kết quả thông tin đối ngoại năm 2026 của tỉnh' }).click();
    await leader.getByRole('button', { name: 'Ký báo cáo' }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByText(/Còn để trống: Tình hình chung/).waitFor();
    await dialog.getByRole('button', { name: 'Ký báo cáo' }).click();
    await leader.getByText('đã ký').first().waitFor();
    const [download] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: 'Tải .docx' }).click(),
    ]);
    const parts = unzipSync(readFileSync(await download.path()));
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '01/BC-SVHTTDL',
      'Bài cho báo cáo',
      'Chưa có tin, bài tiếng Lào.',
      'KT. GIÁM ĐỐC',
      'Lò Văn Sơn',
      'MA TRẬN THỰC HIỆN',
      'Xã, phường (đã thực hiện/38)',
    ])
      expect(words).toContain(part);
  });
});
