import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, lunarDateOf } from '../../src/platform/clock/lunar.ts';
import { loadLunarTable } from '../../src/platform/clock/lunar-table.ts';
import { confirmGuidance, type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const compact = (day: string) => day.replaceAll('-', '');

describe('the calendar', () => {
  let journey: Journey;
  let commune: Page;
  let editor: Page;
  beforeAll(async () => {
    journey = await startJourney();
    await confirmGuidance(journey);
    commune = await journey.open('commune');
    // On a phone the calendar stands in the desk; the light pages have a journey of their own.
    await commune.setViewportSize({ width: 360, height: 740 });
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());
  const desk = (path: string) => `${journey.program.address}/desk/${path}`;

  it('takes an event by a rule of the lunar calendar from a commune, on a phone', async () => {
    const soon = lunarDateOf(await loadLunarTable(), addDays(today, 10));
    await commune.goto(desk('calendar/new'));
    await commune.getByLabel('Tên sự kiện').fill('Lễ cúng rừng của bản');
    await commune.getByLabel('Lặp lại').selectOption('lunar');
    await commune.getByLabel('Ngày âm lịch').fill(String(soon?.day));
    await commune.getByLabel('Tháng âm lịch').fill(String(soon?.month));
    await commune.getByLabel('Địa điểm').fill('Bản Hổi Én');
    await keepShot(commune, '09-new-event-360');
    await commune.getByRole('button', { name: 'Thêm vào lịch' }).click();
    await commune.getByRole('heading', { name: 'Lễ cúng rừng của bản' }).waitFor();
    await commune.getByText(`hằng năm, ngày ${soon?.day}/${soon?.month} âm lịch`).waitFor();
    await commune.getByText('Dự kiến').first().waitFor();
    expect(await commune.getByRole('button', { name: 'Xác nhận ngày' }).count()).toBe(0);
    await commune.goto(desk('calendar'));
    await commune.getByRole('button', { name: 'Danh sách', pressed: true }).waitFor();
    await keepShot(commune, '09-list-360');
  });

  it('shows it to the editor as waiting; she confirms the day, and puts it off', async () => {
    await editor.goto(desk(''));
    await editor.getByRole('link', { name: 'Lễ cúng rừng của bản', exact: true }).first().click();
    await editor.getByRole('button', { name: 'Xác nhận ngày' }).click();
    await editor.getByText('Đã xác nhận').first().waitFor();
    await editor.getByRole('button', { name: 'Hoãn' }).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByLabel('Ngày mới').fill(addDays(today, 20));
    await dialog.getByLabel('Lý do').fill('chờ thầy cúng');
    await dialog.getByRole('button', { name: 'Hoãn' }).click();
    await editor.getByText('Đã hoãn').first().waitFor();
    await editor.getByText('Hoãn đến').first().waitFor();
    await editor.goto(desk(`calendar?view=month&day=${addDays(today, 20)}`));
    await editor
      .getByRole('link', { name: /Lễ cúng rừng của bản/ })
      .first()
      .waitFor();
    await keepShot(editor, '09-month');
  });

  it('is walked through by keyboard alone: arrows, a month further, Enter opens, Escape leads back', async () => {
    await editor.goto(desk('calendar?view=month&day=2026-09-01'));
    const day = (one: string) => editor.locator(`[data-day="${one}"]`);
    await day('2026-09-01').waitFor();
    expect(await editor.locator('[data-day][tabindex="0"]').count()).toBe(1);
    await day('2026-09-01').focus();
    await editor.keyboard.press('ArrowRight');
    const focused = () => editor.evaluate(() => document.activeElement?.getAttribute('data-day') ?? null);
    expect(await focused()).toBe('2026-09-02');
    expect(await day('2026-09-02').evaluate((cell) => getComputedStyle(cell).outlineStyle)).toBe('solid');
    await keepShot(editor, '09-month-keyboard');
    // The month after is loaded, and the keyboard stands on its day.
    await editor.keyboard.press('PageDown');
    await editor.locator('[data-day="2026-10-02"]:focus').waitFor();
    await editor.keyboard.press('PageUp');
    await editor.locator('[data-day="2026-09-02"]:focus').waitFor();
    await editor.keyboard.press('Enter');
    // One thing on the day is opened at once; of several the first takes the keyboard, and Escape gives it back.
    if (new URL(editor.url()).pathname.endsWith('/calendar')) {
      await editor.locator('[data-day="2026-09-02"] a:focus').waitFor();
      await editor.keyboard.press('Escape');
      expect(await focused()).toBe('2026-09-02');
      await editor.keyboard.press('Enter');
      await editor.keyboard.press('Enter');
    }
    await editor.waitForURL(/\/calendar\/dates\/[0-9a-f-]{36}$/);
  });

  it('imports a file of Outlook, and a second time makes nothing twice', async () => {
    const [first, second, third] = [addDays(today, 3), addDays(today, 10), addDays(today, 17)];
    const zone = 'TZID="SE Asia Standard Time"';
    const lines = [
      'BEGIN:VCALENDAR',
      'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:040000008200E00074C5B7101A82E00800000000',
      `DTSTART;${zone}:${compact(first)}T080000`,
      `DTEND;${zone}:${compact(first)}T093000`,
      'RRULE:FREQ=WEEKLY;COUNT=3',
      `EXDATE;${zone}:${compact(second)}T080000`,
      'SUMMARY;LANGUAGE=vi:Giao ban văn hóa cơ sở với các bản và tổ dân phố trong x',
      ' ã\\, phường',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:ngay-hoi-2',
      `DTSTART;VALUE=DATE:${compact(second)}`,
      `DTEND;VALUE=DATE:${compact(addDays(second, 2))}`,
      'SUMMARY:Ngày hội bản',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ];
    const file = { name: 'lich.ics', mimeType: 'text/calendar', buffer: Buffer.from(lines.join('\r\n')) };
    const datesOfFile = async () => {
      const { dates } = await journey.api.commune.call<{ dates: { startsOn: string; titles: { vi: string } }[] }>(
        'GET',
        '/api/calendar/dates?unitId=xa-03583&kind=event',
      );
      return dates.filter((date) => !date.titles.vi.startsWith('Lễ')).map((date) => date.startsOn);
    };
    await commune.goto(desk('calendar/import'));
    await commune.locator('input[type=file]').setInputFiles(file);
    await commune.getByText('Thêm mới').first().waitFor();
    expect(await datesOfFile()).toEqual([]);
    await keepShot(commune, '09-import-360');
    await commune.getByRole('button', { name: 'Nhập 2 sự kiện' }).click();
    await commune.getByText('Kết quả nhập').waitFor();
    expect(await datesOfFile()).toEqual([first, second, third]);
    await commune.goto(desk('calendar/import'));
    await commune.locator('input[type=file]').setInputFiles(file);
    await commune.getByText('Đã có, không đổi').first().waitFor();
    expect(await commune.getByRole('button', { name: 'Nhập 0 sự kiện' }).isDisabled()).toBe(true);
    expect(await datesOfFile()).toEqual([first, second, third]);
  });

  it('refuses a file that is none in words that help', async () => {
    const file = { name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from('<html>Đăng nhập</html>') };
    await commune.goto(desk('calendar/import'));
    await commune.locator('input[type=file]').setInputFiles(file);
    await commune.getByText(/Tệp này không phải là lịch/).waitFor();
  });

  it('gives a secret address that other programs read, until it is revoked', async () => {
    await commune.goto(desk('calendar/feeds'));
    await commune.getByRole('button', { name: 'Tạo địa chỉ' }).click();
    const address = await commune.locator('code').first().textContent();
    const path = new URL(address ?? '').pathname;
    const read = () => fetch(journey.program.address + path);
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = (await answer.text()).replace(/\r\n /g, '');
    expect(text).toContain('SUMMARY:Ngày hội bản');
    expect(text).toMatch(/SUMMARY:Lễ cúng rừng của bản[\s\S]*?STATUS:CANCELLED/);
    await commune.getByRole('button', { name: 'Thu hồi' }).click();
    await commune.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await commune.getByText('Chưa có địa chỉ nào').waitFor();
    expect((await read()).status).toBe(404);
  });

  it('prints the days ahead as a document', async () => {
    await editor.goto(desk('calendar/look-ahead'));
    await editor.getByRole('heading', { level: 1, name: 'Những ngày tới' }).waitFor();
    const [download] = await Promise.all([
      editor.waitForEvent('download'),
      editor.getByRole('link', { name: 'Tải văn bản .docx' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^lich-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.docx$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await keepShot(editor, '09-look-ahead');
  });

  it('offers what nobody writes about yet, and no longer once somebody does', async () => {
    await editor.goto(desk('stories/occasions'));
    await editor.getByRole('link', { name: 'Viết về việc này: Ngày hội bản' }).click();
    await editor.getByLabel('Tên tạm').waitFor();
    expect(await editor.getByLabel('Tên tạm').inputValue()).toBe('Ngày hội bản');
    await editor.getByRole('button', { name: 'Bắt đầu' }).click();
    await editor.waitForURL(/\/stories\/[0-9a-f-]{36}$/);
    await editor.goto(desk('stories/occasions'));
    await editor
      .getByRole('link', { name: /^Viết về việc này/ })
      .first()
      .waitFor();
    expect(await editor.getByRole('link', { name: 'Viết về việc này: Ngày hội bản' }).count()).toBe(0);
    await keepShot(editor, '09-occasions');
  });

  it('counts an event that was held as evidence for its clause', async () => {
    const { api } = journey;
    const { clauses } = await api.officer.call<{ clauses: { id: string; path: string }[] }>(
      'GET',
      '/api/calendar/clauses',
    );
    const clause = clauses.find((each) => each.path === 'II.1.c/1');
    const made = await api.officer.call<{ date: { id: string } }>('POST', '/api/calendar/events', {
      kind: 'event',
      titles: { vi: 'Liên hoan tuyên truyền lưu động' },
      description: '',
      rule: { kind: 'once', on: today },
      lastsDays: 1,
      startTime: null,
      endTime: null,
      sinceYear: null,
      place: 'Quảng trường',
      placeUnitId: null,
      unitId: 'tt-vhnt',
      audience: 'public',
      isMajor: false,
      isAbroad: false,
      clauseId: clause?.id ?? null,
      source: '',
      evidence: 'house',
      note: '',
    });
    const officer = await journey.open('officer');
    await officer.goto(desk(`calendar/dates/${made.date.id}`));
    await officer.getByRole('button', { name: 'Ghi là đã diễn ra' }).click();
    await officer.getByRole('dialog').getByLabel('Số người dự').fill('320');
    await officer.getByRole('dialog').getByRole('button', { name: 'Ghi là đã diễn ra' }).click();
    await officer.getByText('Đã diễn ra').first().waitFor();
    const { tasks } = await api.officer.call<{ tasks: { id: string; path: string }[] }>('GET', '/api/tasks');
    const task = tasks.find((each) => each.path === 'II.1.c/1');
    await officer.goto(desk(`tasks/${task?.id}`));
    await officer.getByText('Liên hoan tuyên truyền lưu động').first().waitFor();
  });
});
