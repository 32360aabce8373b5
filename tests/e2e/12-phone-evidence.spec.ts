import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmGuidance, type Journey, passwordOfAll, startJourney } from './journey.ts';
import { keepShot, signIn } from './program.ts';
import { violations } from './violations.ts';

interface Task {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly evidence: readonly { id: string; title: string; state: string; files: readonly { assetId: string }[] }[];
}

const soon = { timeout: 30_000 };
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const today = dayFormat.format(Date.now());
/** Yesterday where the department is, unless that was another month: the task is due each month. */
const takenOn = today.endsWith('-01') ? today : dayFormat.format(Date.now() - 86_400_000);

/** A photo as a phone takes it: large, with place, device and moment in its EXIF. */
async function photo(name: string, background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 3000, height: 2250, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'May anh thu' },
      IFD2: { DateTimeOriginal: `${takenOn.replaceAll('-', ':')} 08:15:00` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 23/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '103/1 27/1 0/1' },
    })
    .jpeg()
    .toBuffer();
  expect((await sharp(buffer).metadata()).exif?.includes('May anh thu')).toBe(true);
  return { name, mimeType: 'image/jpeg', buffer };
}

describe('evidence from a phone without a network', () => {
  let journey: Journey;
  let context: BrowserContext;
  let phone: Page;
  let task: Task;
  let planId: string;
  const address = (path: string) => `${journey.program.address}/desk/phone${path}`;
  const readTask = () => journey.api.commune.call<Task>('GET', `/api/tasks/${task.id}`);

  const readCell = async () => {
    const { rows } = await journey.api.editor.call<{
      rows: { path: string; cells: Record<string, { state: string; count: number; waiting: number }> }[];
    }>('GET', `/api/plans/${planId}/matrix`);
    return rows.find((row) => row.path === task.path)?.cells['xa-03583'];
  };

  beforeAll(async () => {
    journey = await startJourney();
    planId = await confirmGuidance(journey);
    const { tasks } = await journey.api.commune.call<{ tasks: Task[] }>('GET', '/api/tasks');
    task = tasks.find((each) => each.path === 'II.2/1') as Task;
    context = await journey.browser.newContext({
      locale: 'vi-VN',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    phone = await context.newPage();
  });
  afterAll(() => journey?.close());

  it('an officer of a commune who signs in on a phone lands on the light pages', async () => {
    await phone.goto(`${journey.program.address}/desk/`);
    await phone.getByLabel('Thư điện tử').fill('commune@thu.example');
    await phone.getByLabel('Mật khẩu', { exact: true }).fill(passwordOfAll);
    await phone.getByRole('button', { name: 'Đăng nhập' }).click();
    await phone.waitForURL(/\/desk\/phone$/);
    await phone.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await phone.getByText(task.title).first().waitFor();
    await keepShot(phone, '12-tasks-360');
    expect(await violations(phone, 'tasks')).toEqual([]);
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
  });

  it('takes the task by the step that the server allows', async () => {
    await phone.getByText(task.title).first().click();
    await phone.getByRole('button', { name: 'Đồng ý thực hiện' }).click();
    await phone.getByText('Đã nhận').first().waitFor();
    await keepShot(phone, '12-task-360');
    expect(await violations(phone, 'task')).toEqual([]);
    await phone.getByRole('link', { name: 'Quay lại' }).click();
  });

  it('hands in two photos in four taps while there is no network', async () => {
    await context.setOffline(true);
    // Opened anew, without a network: the program and the tasks are on the device.
    await phone.reload();
    await phone.getByText(task.title).first().tap();
    await phone.getByText('Đang mất mạng').first().waitFor();
    await phone.getByRole('link', { name: 'Nộp minh chứng' }).tap();
    const photos = [await photo('bang-tin.jpg', '#2b7550'), await photo('nha-van-hoa.jpg', '#263b78')];
    const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), phone.getByText('Chọn từ máy').tap()]);
    await chooser.setFiles(photos);
    await phone.getByRole('img', { name: 'Ảnh 2' }).waitFor();
    expect(await phone.getByLabel('Ngày').inputValue()).toBe(takenOn);
    await keepShot(phone, '12-hand-in-offline-360');
    expect(await violations(phone, 'hand in')).toEqual([]);
    await phone.getByRole('button', { name: 'Nộp, gửi khi có mạng' }).tap();
    await phone.getByText('Chờ gửi').waitFor();
    await phone.getByText('1 minh chứng nằm an toàn trong máy').waitFor();
    await keepShot(phone, '12-waiting-offline-360');
    expect((await readTask()).evidence).toEqual([]);
  });

  it('keeps them when the page is closed, and warns who would sign out', async () => {
    await phone.close();
    phone = await context.newPage();
    await phone.goto(address('/queue'));
    await phone.getByText('Chờ gửi').waitFor();
    expect(await violations(phone, 'queue')).toEqual([]);
    await keepShot(phone, '12-queue-offline-360');
    await context.setOffline(false);
    await context.route('**/api/assets', (route) => route.abort());
    await phone.goto(address('/account'));
    await phone.getByRole('button', { name: 'Đăng xuất' }).click();
    await phone.getByRole('heading', { name: 'Còn 1 minh chứng chưa gửi' }).waitFor();
    expect(await violations(phone, 'account')).toEqual([]);
    await phone.getByRole('button', { name: 'Ở lại để gửi' }).click();
    await context.unroute('**/api/assets');
  });

  it('sends both once when the network is back, without the place in what is stored', async () => {
    await context.setOffline(true);
    await phone.goto(address(`/tasks/${task.id}`));
    await context.setOffline(false);
    await phone.getByText('Chờ nhận').first().waitFor();
    const { evidence } = await readTask();
    expect(evidence.map((each) => [each.state, each.files.length])).toEqual([['submitted', 2]]);
    const stored = storedPictures(journey.program.folder);
    expect(stored.length).toBeGreaterThanOrEqual(4);
    for (const bytes of stored) {
      const { exif, xmp, width } = await sharp(bytes).metadata();
      expect([exif, xmp]).toEqual([undefined, undefined]);
      expect(width).toBeLessThanOrEqual(1600);
    }
    await keepShot(phone, '12-sent-360');
  });

  it('is accepted by the lead at the desk, and the cell of the commune turns', async () => {
    expect(await readCell()).toMatchObject({ count: 0, waiting: 1 });
    const editor = await journey.open('editor');
    await editor.goto(`${journey.program.address}/desk/tasks/${task.id}`);
    await editor.getByRole('img', { name: /^Ảnh 1:/ }).waitFor();
    await keepShot(editor, '12-desk-evidence');
    await editor.getByRole('button', { name: 'Nhận minh chứng' }).click();
    await editor.getByText('Đã nhận', { exact: false }).first().waitFor();
    await expect.poll(readCell, soon).toMatchObject({ state: 'done', count: 1, waiting: 0 });
    await editor.context().close();
  });

  it('shows what the server refuses in its words, and lets the person mend it', async () => {
    await phone.goto(address(`/tasks/${task.id}/evidence`));
    await phone.getByText('Link', { exact: true }).click();
    await phone.getByLabel('Địa chỉ liên kết').fill('https://laichau.gov.vn/tin');
    await phone.getByLabel('Cho thấy gì').fill('Tin trên trang của xã');
    await context.route('**/api/evidence', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/json',
        body: JSON.stringify({ error: { code: 'plan.evidence_in_future', details: {}, requestId: 'thử' } }),
      }),
    );
    await phone.getByRole('button', { name: 'Nộp', exact: true }).click();
    await phone.getByRole('link', { name: /chưa được nhận vào hệ thống/ }).click();
    await phone.getByText('Ngày của minh chứng không thể sau hôm nay.').waitFor();
    await keepShot(phone, '12-refused-360');
    expect(await violations(phone, 'refused')).toEqual([]);
    await context.unroute('**/api/evidence');
    await phone.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
    expect(await phone.getByLabel('Địa chỉ liên kết').inputValue()).toBe('https://laichau.gov.vn/tin');
    await phone.getByRole('button', { name: 'Nộp', exact: true }).click();
    await expect.poll(async () => (await readTask()).evidence.length, soon).toBe(2);
    await expect.poll(() => phone.getByText('Đã gửi').count(), soon).toBe(2);
  });

  it('sends again when the answer was lost, and is stored once', async () => {
    await phone.goto(address(`/tasks/${task.id}/evidence`));
    await phone.getByText('Số liệu', { exact: true }).click();
    await phone.getByLabel('Con số').fill('1.250,5');
    await phone.getByLabel('Đơn vị tính').fill('lượt');
    let lost = 0;
    await context.route('**/api/evidence', async (route) => {
      await route.fetch();
      lost += 1;
      // The page may be gone, or this rule lifted, while the answer was on its way: then there is nothing left to lose.
      await route.abort().catch(() => undefined);
    });
    await phone.getByRole('button', { name: 'Nộp', exact: true }).click();
    await expect.poll(() => lost, soon).toBe(1);
    await phone.goto(address('/queue'));
    await phone.getByText('Chờ gửi').waitFor();
    await context.unroute('**/api/evidence');
    // By itself, or with a tap on “send now”.
    await expect.poll(() => phone.getByText('Đã gửi').count(), soon).toBe(3);
    const { evidence } = await readTask();
    expect(evidence).toHaveLength(3);
    expect(JSON.stringify(evidence)).toContain('"figure":1250.5,"figureUnit":"lượt"');
  });

  it('sends from the background when the page is closed, where the browser can', async () => {
    await phone.goto(address(`/tasks/${task.id}/evidence`));
    await phone.getByText('Số liệu', { exact: true }).click();
    await context.setOffline(true);
    await phone.getByLabel('Con số').fill('7');
    await phone.getByLabel('Đơn vị tính').fill('buổi');
    await phone.getByRole('button', { name: 'Nộp, gửi khi có mạng' }).click();
    await phone.getByText('Chờ gửi').waitFor();
    // The page itself cannot send; then it is gone, and another page of the same address stands there.
    await phone.route('**/api/evidence', (route) => route.abort());
    await context.setOffline(false);
    await phone.goto(`${journey.program.address}/healthz`);
    const session = await context.newCDPSession(phone);
    const registered = new Promise<string>((resolve) =>
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const found = registrations.find((each) => each.scopeURL.endsWith('/desk/phone'));
        if (found) resolve(found.registrationId);
      }),
    );
    await session.send('ServiceWorker.enable');
    const how = { origin: journey.program.address, tag: 'lantoa-evidence', lastChance: false };
    await session.send('ServiceWorker.dispatchSyncEvent', { ...how, registrationId: await registered });
    await expect.poll(async () => (await readTask()).evidence.length, soon).toBe(4);
    await phone.unroute('**/api/evidence');
  });

  it('shows why the lead returned a piece', async () => {
    const link = (await readTask()).evidence.find((each) => each.title === 'Tin trên trang của xã');
    const body = { version: 1, reason: 'Liên kết không mở được' };
    await journey.api.editor.call('POST', `/api/evidence/${link?.id}/return`, body);
    await phone.goto(address(`/tasks/${task.id}`));
    await phone.getByText('Lý do trả lại: Liên kết không mở được').waitFor();
    await keepShot(phone, '12-returned-360');
  });

  it('leaves nothing that was read behind after the sign-out, and the full desk is one tap away', async () => {
    await phone.goto(address('/account'));
    await phone.getByRole('link', { name: 'Mở bàn làm việc đầy đủ' }).click();
    await phone.getByRole('link', { name: 'Chờ tôi' }).first().waitFor();
    await phone.getByRole('button', { name: /Tài khoản/ }).click();
    await phone.getByRole('menuitem', { name: 'Bản gọn cho điện thoại' }).click();
    await phone.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await phone.getByRole('link', { name: 'Tài khoản' }).click();
    await phone.getByRole('button', { name: 'Đăng xuất' }).click();
    await phone.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await violations(phone, 'sign-in')).toEqual([]);
    await keepShot(phone, '12-sign-in-360');
    await context.setOffline(true);
    await phone.goto(address(`/tasks/${task.id}`));
    await phone.waitForTimeout(500);
    expect(await phone.getByText(task.title).count()).toBe(0);
    const kept = await phone.evaluate(async () => {
      const caches = await window.caches.keys();
      const addresses = await Promise.all(
        caches.map(async (name) => (await (await window.caches.open(name)).keys()).map((request) => request.url)),
      );
      return addresses.flat().filter((url) => url.includes('/api/'));
    });
    expect(kept).toEqual([]);
    await context.setOffline(false);
  });

  it('shows a second person on the same phone nothing of the first', async () => {
    await phone.goto(address(''));
    await phone.getByLabel('Thư điện tử').fill('officer@thu.example');
    await phone.getByLabel('Mật khẩu', { exact: true }).fill(passwordOfAll);
    await phone.getByRole('button', { name: 'Đăng nhập' }).click();
    await phone.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await phone.goto(address('/queue'));
    await phone.getByText('Chưa nộp gì trên máy này.').waitFor();
    await signIn(await (await journey.browser.newContext({ locale: 'vi-VN' })).newPage(), journey.program, {
      email: 'commune@thu.example',
      password: passwordOfAll,
    });
  });
});

/** Every picture in the file store. */
function storedPictures(folder: string): Buffer[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name),
  );
  return files
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .filter((bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) || bytes.includes('WEBP'));
}
