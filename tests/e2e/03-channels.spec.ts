import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';
import { publishStory, type StoryAnswer } from './stories.ts';

describe('from one publishing act to the seven channels', () => {
  let journey: Journey;
  let editor: Page;
  let story: StoryAnswer;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    story = await publishStory(journey, {
      title: 'Chợ phiên Sin Suối Hồ đón khách',
      lead: 'Chợ họp sáng thứ Bảy.',
      text: 'Bản sắc dân tộc, giá trị văn hóa và vẻ đẹp đất nước qua một phiên chợ.',
    });
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());

  it('the portal is read back by the program, six channels wait for a person', async () => {
    const { deliveries } = await untilVerified();
    expect(deliveries).toHaveLength(7);
    expect(deliveries.filter((each) => each.state === 'verified').map((each) => each.channelId)).toEqual(['cong-ttdn']);
  });

  it('the board shows the story on every channel', async () => {
    await editor.getByRole('link', { name: 'Kênh' }).first().click();
    await editor.getByText('Chợ phiên Sin Suối Hồ đón khách').first().waitFor();
    await keepShot(editor, '03-board');
  });

  it('the editor posts the ready pack by hand and enters the link as its receipt', async () => {
    const { deliveries } = await readDeliveries();
    const fanpage = deliveries.find((each) => each.channelId === 'fanpage-ubnd-tinh');
    await editor.goto(`${journey.program.address}/desk/channels/deliveries/${fanpage?.id}`);
    await editor.getByText('Gói nội dung sẵn sàng').waitFor();
    await keepShot(editor, '03-pack');
    await editor.getByLabel('Đường dẫn đã đăng').fill('https://www.facebook.com/ubndlaichau/posts/1');
    await editor.getByRole('button', { name: 'Xác nhận đã đăng' }).click();
    await editor.getByText('đã đăng, đã kiểm tra').first().waitFor();
  });

  it('where there is no link, a photo of the screen is the receipt', async () => {
    const { deliveries } = await readDeliveries();
    const screen = deliveries.find((each) => each.channelId === 'cum-ttdt-cong-cong');
    await editor.goto(`${journey.program.address}/desk/channels/deliveries/${screen?.id}`);
    await editor.getByRole('button', { name: 'Xác nhận đã đăng' }).click();
    await editor.getByText('Hãy dán đường dẫn hoặc chọn ảnh').waitFor();
    await editor.locator('input[type=file]').setInputFiles('docs/pictures/home.png');
    await editor.getByRole('button', { name: 'Xác nhận đã đăng' }).click();
    await editor.getByRole('img', { name: 'Ảnh chụp nơi đã đăng' }).waitFor();
    await keepShot(editor, '03-photo-receipt');
  });

  it('all receipts count for the clause and for the task that names the channel', async () => {
    const { plans } = await journey.api.editor.call<{ plans: { id: string }[] }>('GET', '/api/plans');
    const planId = plans[0]?.id;
    for (let attempt = 0; ; attempt += 1) {
      const { rows } = await journey.api.editor.call<{
        rows: { path: string; cells: Record<string, { accepted?: number; count?: number }> }[];
      }>('GET', `/api/plans/${planId}/matrix`);
      const words = JSON.stringify(
        rows.filter((row) => row.path === 'II.1.a/1' || row.path === 'I.1.4/3').map((row) => row.cells['phong-ttbcxb']),
      );
      if ((words.match(/"(?:count|evidence|accepted)":3/g) ?? []).length === 2) break;
      if (attempt > 50) throw new Error(`the matrix shows ${words}`);
      await editor.waitForTimeout(100);
    }
  });

  it('a commune officer does not see the department’s deliveries', async () => {
    const commune = await journey.api.commune.call<{ deliveries: unknown[] }>('GET', '/api/deliveries');
    expect(commune.deliveries).toEqual([]);
  });

  interface Deliveries {
    deliveries: { id: string; channelId: string; state: string }[];
  }
  function readDeliveries(): Promise<Deliveries> {
    return journey.api.editor.call<Deliveries>('GET', '/api/deliveries');
  }
  async function untilVerified(): Promise<Deliveries> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await readDeliveries();
      if (answer.deliveries.some((each) => each.state === 'verified')) return answer;
      await editor.waitForTimeout(100);
    }
    throw new Error(`no delivery of story ${story.id} was verified`);
  }
});
