import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';
import { approve, bodyOf, editionOf, publishStory, type StoryAnswer, untilPublic, writeEdition } from './stories.ts';

const vietnamese = {
  title: 'Tú Tỉ của người Giáy ở Tân Phong',
  lead: 'Lễ hội mở ngày mồng 1 tháng Hai âm lịch.',
  text: 'Lễ hội diễn ra ở phường Tân Phong trong ba ngày.',
};

describe('a second language, a correction, a withdrawal', () => {
  let journey: Journey;
  let editor: Page;
  let story: StoryAnswer;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    story = await publishStory(journey, vietnamese);
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());

  it('the English edition is written beside the Vietnamese one and published after approval', async () => {
    await editor.goto(`${journey.program.address}/desk/stories/${story.id}`);
    await editor.getByLabel('Thêm ngôn ngữ').selectOption('en');
    await editor.getByRole('tab', { name: /English/ }).waitFor();
    await editor.getByLabel('Bản gốc').getByText('Lễ hội diễn ra ở phường Tân Phong').waitFor();
    await editor.getByLabel('Tiêu đề').fill('Tú Tỉ, a festival of the Giáy people');
    await editor.getByLabel('Sapo').fill('It opens on the first day of the second lunar month.');
    await editor.getByLabel('Nội dung', { exact: true }).click();
    await editor.keyboard.type('The festival takes place in Tân Phong ward for three days.');
    await editor.getByRole('button', { name: 'Lưu', exact: true }).click();
    await editor.getByText('bản lưu 2').first().waitFor();
    await keepShot(editor, '04-translation');
    story = await journey.api.editor.call('GET', `/api/stories/${story.id}`);
    story = await approve(journey, story, 'en');
    const page = await untilPublic(journey, editionOf(story, 'en').publicPath ?? '');
    expect(page).toContain('hreflang="vi"');
  });

  it('two people on one edition: the second is told at once and loses nothing', async () => {
    const draft = await journey.api.editor.call<StoryAnswer>('POST', '/api/stories', {
      unitId: 'phong-ttbcxb',
      workingTitle: 'Hai người một bài',
    });
    await editor.goto(`${journey.program.address}/desk/stories/${draft.id}`);
    await editor.getByLabel('Tiêu đề').fill('Chữ của người thứ hai');
    await writeEdition(journey.api.editor, draft, 'vi', {
      title: 'Chữ của người thứ nhất',
      lead: '',
      text: 'Bản đầu.',
    });
    await editor.getByRole('button', { name: 'Lưu', exact: true }).click();
    await editor.getByRole('dialog').getByText('Chữ của người thứ nhất').waitFor();
    await keepShot(editor, '04-conflict');
    await editor.getByRole('dialog').getByRole('button', { name: 'Lưu bản của tôi thành bản mới' }).click();
    await editor.getByText('bản lưu 3').first().waitFor();
    expect(await editor.getByLabel('Tiêu đề').inputValue()).toBe('Chữ của người thứ hai');
  });

  it('a correction is approved like everything else, and the reader sees what changed', async () => {
    await editor.goto(`${journey.program.address}/desk/stories/${story.id}`);
    await editor.getByRole('button', { name: 'Sửa bài đã đăng' }).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByLabel('Loại thay đổi').selectOption('correction');
    await dialog.getByLabel('Ghi chú cho người đọc').fill('Lễ hội kéo dài hai ngày, không phải ba ngày.');
    await dialog.getByRole('button', { name: 'Bắt đầu sửa' }).click();
    await editor.getByText(/Đang sửa bài đã đăng/).waitFor();
    story = await journey.api.editor.call('GET', `/api/stories/${story.id}`);
    const edition = editionOf(story, 'vi');
    story = await journey.api.editor.call('POST', `/api/editions/${edition.id}/revisions`, {
      version: edition.version,
      title: vietnamese.title,
      lead: vietnamese.lead,
      body: bodyOf('Lễ hội diễn ra ở phường Tân Phong trong hai ngày.'),
    });
    const path = editionOf(story, 'vi').publicPath ?? '';
    expect(await untilPublic(journey, path)).toContain('trong ba ngày');
    story = await approve(journey, story, 'vi');
    await untilPublic(journey, path, 200, 'Lễ hội kéo dài hai ngày, không phải ba ngày.');
    await untilPublic(journey, '/dinh-chinh', 200, vietnamese.title);
    const reader = await (await journey.browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
    await reader.goto(journey.program.address + path);
    await keepShot(reader, '04-correction');
  });

  it('the translation says that its source has changed', async () => {
    story = await journey.api.editor.call('GET', `/api/stories/${story.id}`);
    expect(editionOf(story, 'en').isStale).toBe(true);
    await editor.goto(`${journey.program.address}/desk/stories/${story.id}`);
    await editor.getByText('bản gốc đã đổi').waitFor();
  });

  it('withdrawn, it stays readable with a notice, in every language', async () => {
    const leader = await journey.open('leader');
    await leader.goto(`${journey.program.address}/desk/stories/${story.id}`);
    await leader.getByRole('button', { name: 'Gỡ bài' }).click();
    await leader.getByRole('dialog').getByLabel('Lý do').fill('Ban tổ chức đổi ngày.');
    await leader.getByRole('dialog').getByRole('button', { name: 'Gỡ bài' }).click();
    await leader.getByText('Đã gỡ: Ban tổ chức đổi ngày.').waitFor();
    for (const language of ['vi', 'en']) {
      await untilPublic(journey, editionOf(story, language).publicPath ?? '', 200, 'Ban tổ chức đổi ngày.');
    }
  });
});
