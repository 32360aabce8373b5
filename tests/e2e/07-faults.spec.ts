import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiPerson } from './api.ts';
import { confirmGuidance, type Journey, passwordOfAll, startJourney } from './journey.ts';
import { keepShot, type Program, signIn, startProgram } from './program.ts';
import { editionOf, publishStory, type StoryAnswer, untilPublic } from './stories.ts';

interface Delivery {
  readonly id: string;
  readonly channelId: string;
  readonly state: string;
}

describe('when something breaks', () => {
  let journey: Journey;
  let story: StoryAnswer;
  let again: Program | null = null;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    story = await publishStory(journey, {
      title: 'Trang còn lại',
      lead: 'Lời dẫn.',
      text: 'Giá trị văn hóa, bản sắc dân tộc.',
    });
    await untilPublic(journey, editionOf(story, 'vi').publicPath ?? '');
  });
  afterAll(async () => {
    await journey.browser.close();
    await (again ?? journey.program).stop();
  });

  it('the database killed: public pages stay, the desk says so, and comes back by itself', async () => {
    const page = await journey.open('editor');
    await page.goto(`${journey.program.address}/desk/stories`);
    await page.getByRole('link', { name: 'Trang còn lại' }).waitFor();
    const postmaster = Number(
      readFileSync(join(journey.program.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    process.kill(postmaster, 'SIGKILL');
    const answer = await fetch(journey.program.address + (editionOf(story, 'vi').publicPath ?? ''));
    expect(answer.status).toBe(200);
    await untilHealthy(journey.program.address);
    await page.reload();
    await page.getByRole('link', { name: 'Trang còn lại' }).waitFor();
    await keepShot(page, '07-after-database-loss');
  });

  it('the program killed in the middle of publishing: nothing lost, nothing repeated', async () => {
    const second = await publishStory(journey, {
      title: 'Đăng giữa lúc tắt máy',
      lead: 'Lời dẫn.',
      text: 'Giá trị văn hóa, bản sắc dân tộc.',
    });
    await journey.program.stop({ signal: 'SIGKILL', keep: true });
    again = await startProgram({ empty: true, folder: journey.program.folder });
    expect(again.accounts.size).toBe(0);
    const editor = new ApiPerson(again.address);
    await editor.call('POST', '/api/sign-in', { email: 'editor@thu.example', password: passwordOfAll });
    const path = editionOf(second, 'vi').publicPath ?? '';
    expect((await fetch(again.address + path)).status).toBe(200);
    let deliveries: Delivery[] = [];
    for (let attempt = 0; attempt < 200; attempt += 1) {
      ({ deliveries } = await editor.call<{ deliveries: Delivery[] }>('GET', `/api/deliveries?storyId=${second.id}`));
      if (deliveries.some((each) => each.channelId === 'cong-ttdn' && each.state === 'verified')) break;
      await sleep(200);
    }
    expect(deliveries.filter((each) => each.channelId === 'cong-ttdn').map((each) => each.state)).toEqual(['verified']);
    expect(deliveries).toHaveLength(7);
  });

  it('a second program on the same data is refused with a clear word', async () => {
    const refused = startProgram({ empty: true, folder: journey.program.folder });
    await expect(refused).rejects.toThrow(/đang được|in use|đang dùng/);
  });

  it('SIGTERM ends it cleanly', async () => {
    expect(await again?.stop()).toBe(0);
    again = null;
    const third = await startProgram({ empty: true });
    const page = await (await journey.browser.newContext()).newPage();
    const account = third.accounts.get('administrator');
    if (account) await signIn(page, third, account);
    expect(await third.stop({ signal: 'SIGINT' })).toBe(0);
  });
});

async function untilHealthy(address: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('the program did not recover');
}
