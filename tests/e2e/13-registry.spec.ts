import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument, TableBlockRow } from '../../src/platform/documents/official-document.ts';
import { writeOfficialDocument } from '../../src/platform/documents/write-official-document.ts';
import { type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';

describe('văn thư: documents in and out', () => {
  let journey: Journey;
  let editor: Page;
  let leader: Page;
  let letterAddress: string;
  const desk = (path: string) => `${journey.program.address}/desk/${path}`;
  beforeAll(async () => {
    journey = await startJourney();
    editor = await journey.open('editor');
    leader = await journey.open('leader');
  });
  afterAll(() => journey?.close());

  it('a letter is written from a template, and the sheet beside it tells which fields wait', async () => {
    await editor.goto(desk('documents'));
    await editor.getByRole('button', { name: 'Soạn văn bản' }).first().click();
    await editor.getByRole('button', { name: 'Soạn từ mẫu Công văn đề nghị phối hợp' }).click();
    await editor.getByText('Còn thiếu: ').waitFor();
    const fields = {
      'Đơn vị nhận': 'Ủy ban nhân dân xã Khổng Lào',
      'Việc cần phối hợp': 'tuyên truyền , cổ động Lễ hội Then Kin Pang',
      'Văn bản làm căn cứ': 'Hướng dẫn số 12/ HD - SVHTTDL',
      'Nội dung cụ thể (mỗi dòng một đoạn)': '- Treo băng rôn tại trung tâm xã.\n- Phát thanh mỗi ngày hai buổi.',
      'Thời hạn': '05/12/2026',
    };
    for (const [label, value] of Object.entries(fields)) await editor.getByLabel(label, { exact: true }).fill(value);
    await editor.getByText('Các trường đã đủ.').waitFor();
    await editor.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await editor.getByText('Đã lưu dự thảo.').first().waitFor();
    letterAddress = editor.url();
  });

  it('the checker shows the slips in it, and mends them in one click', async () => {
    await editor.getByText('Dấu cách trước dấu câu').first().waitFor();
    await keepShot(editor, '13-draft-checked');
    await editor.getByRole('button', { name: /^Sửa \d+ chỗ$/ }).click();
    await editor.getByText('0 lỗi, 0 gợi ý').waitFor();
    expect(await editor.getByLabel('Việc cần phối hợp').inputValue()).toBe(
      'tuyên truyền, cổ động Lễ hội Then Kin Pang',
    );
    expect(await editor.getByRole('button', { name: 'Ký và lấy số' }).count()).toBe(0);
  });

  it('the leader signs, and it takes the first number of the year', async () => {
    await leader.goto(letterAddress);
    await leader.getByRole('button', { name: 'Ký và lấy số' }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByText('Không có lỗi.').waitFor();
    await keepShot(leader, '13-sign');
    await dialog.getByRole('button', { name: 'Ký và lấy số' }).click();
    await leader.getByText('Công văn số 01/SVHTTDL-TTBCXB, đã ban hành').waitFor();
    await leader.getByText('Số: 01/SVHTTDL-TTBCXB').waitFor();
    await keepShot(leader, '13-signed');
  });

  it('goes out as .docx that the command line finds within the decree, and as PDF', async () => {
    const docx = await download(leader, 'Tải .docx');
    expect(docx.suggestedFilename()).toBe('01-SVHTTDL-TTBCXB.docx');
    expect(checkOnCommandLine(readFileSync(await docx.path()))).toEqual({ status: 0, hasErrors: false });
    const pdf = await download(leader, 'Tải PDF');
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('a document that comes in gets its arrival number, and is found by the words inside its file', async () => {
    await editor.goto(desk('documents/received/new'));
    const file = 'tests/fixtures/documents/letter.docx';
    await editor.locator('input[type="file"]').setInputFiles(file);
    await editor.getByLabel('Số của văn bản').fill('812');
    await editor.getByLabel('Ký hiệu', { exact: true }).fill('UBND-VX');
    await editor.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân tỉnh Lai Châu');
    await editor.getByLabel('Ngày ban hành').fill('20/11/2026');
    await editor.getByLabel('Ngày đến').fill('24/11/2026');
    await editor.getByLabel('Trích yếu').fill('Tăng cường thông tin đối ngoại dịp cuối năm');
    await editor.getByRole('button', { name: 'Vào sổ', exact: true }).click();
    await editor.getByText('Đã vào sổ, số đến 1.').first().waitFor();
    await editor.getByRole('button', { name: 'Sửa thông tin' }).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByLabel('Đơn vị, người xử lý').fill('Phòng TTBCXB');
    await keepShot(editor, '13-correct');
    await dialog.getByRole('button', { name: 'Lưu thông tin' }).click();
    await editor.getByText('Đã sửa thông tin văn bản đến.').first().waitFor();
    await keepShot(editor, '13-arrival');
    const [kept] = await Promise.all([
      editor.waitForEvent('download'),
      editor.getByRole('link', { name: 'letter.docx' }).click(),
    ]);
    expect(readFileSync(await kept.path()).equals(readFileSync(file))).toBe(true);
    await editor.goto(desk('documents/received'));
    await editor.getByLabel('Tìm trong văn bản').fill('kinh gui');
    await editor.getByRole('link', { name: 'Tăng cường thông tin đối ngoại dịp cuối năm' }).waitFor();
    await keepShot(editor, '13-received');
  });

  it('a plan of thirty pages with a table of tasks is dropped, confirmed, and stands in the register by itself', async () => {
    await editor.goto(desk('directives/new'));
    await editor.getByText('Kéo tệp thả vào khung này').waitFor();
    await dropFile(editor, 'ke-hoach-30-trang.docx', await writeOfficialDocument(longPlan));
    await editor.getByRole('button', { name: 'Xác nhận văn bản' }).waitFor();
    await keepShot(editor, '13-long-plan');
    await editor.getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Xác nhận văn bản' }).click();
    await editor.getByRole('link', { name: 'Mở kế hoạch' }).waitFor();
    await expect.poll(registeredPlans, { timeout: 20_000 }).toEqual([{ number: '45/KH-UBND', arrival: 2 }]);
  });

  it('its tasks go out to the units, the rest is urged by letter, and the letter passes the checker', async () => {
    const { editor: api } = journey.api;
    const { plans } = await api.call<{ plans: { id: string; version: number; taskCount: number }[] }>(
      'GET',
      '/api/plans',
    );
    const [plan] = plans;
    expect(plan?.taskCount).toBeGreaterThanOrEqual(30);
    await api.call('POST', `/api/plans/${plan?.id}/confirm`, { version: plan?.version, sendRequests: true });
    const { requests } = await api.call<{ requests: { id: string }[] }>('GET', `/api/plans/${plan?.id}/requests`);
    await editor.goto(desk(`requests/${requests[0]?.id}`));
    await editor.getByRole('button', { name: 'Soạn công văn đôn đốc', exact: true }).click();
    await editor.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
    await editor.getByText('Không có lỗi.').waitFor();
    await keepShot(editor, '13-follow-up');
    await leader.goto(editor.url());
    await leader.getByRole('button', { name: 'Ký và lấy số' }).click();
    await leader.getByRole('dialog').getByRole('button', { name: 'Ký và lấy số' }).click();
    await leader.getByText('Công văn số 02/SVHTTDL-TTBCXB, đã ban hành').waitFor();
    const letter = await download(leader, 'Tải .docx');
    expect(checkOnCommandLine(readFileSync(await letter.path()))).toEqual({ status: 0, hasErrors: false });
  });

  async function registeredPlans(): Promise<{ number: string; arrival: number }[]> {
    const { documents } = await journey.api.editor.call<{
      documents: { codeNumber: string; symbol: string; registerNumber: number }[];
    }>('GET', '/api/registry/documents?direction=in&kind=KH');
    return documents.map(({ codeNumber, symbol, registerNumber }) => ({
      number: `${codeNumber}/${symbol}`,
      arrival: registerNumber,
    }));
  }
});

async function download(page: Page, name: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name, exact: true }).click(),
  ]);
  return file;
}

function checkOnCommandLine(bytes: Buffer): { status: number | null; hasErrors: boolean } {
  const file = join(mkdtempSync(join(tmpdir(), 'lantoa-check-')), 'van-ban.docx');
  writeFileSync(file, bytes);
  const { status, stdout } = spawnSync(process.execPath, ['src/main.ts', 'document', 'check', file, '--json'], {
    encoding: 'utf8',
  });
  return { status, hasErrors: stdout.includes('"severity": "error"') || stdout.includes('"severity":"error"') };
}

/** Drops a file on the frame of the import page, as a hand does with the mouse. */
async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, fileName }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName));
      return data;
    },
    { base64: bytes.toString('base64'), fileName: name },
  );
  await page.locator('form').dispatchEvent('drop', { dataTransfer: transfer });
}

const sentence =
  'Tuyên truyền chủ trương, đường lối đối ngoại; tiềm năng, thế mạnh, văn hóa và con người Lai Châu tới bạn bè quốc tế, bảo đảm chính xác, kịp thời, phù hợp với từng nhóm đối tượng và từng địa bàn.';
const paragraphs = Array.from({ length: 190 }, (_, index) => `${index + 1}. ${sentence} ${sentence}`);
const work = ['Đăng tin, bài về du lịch', 'Cổ động trực quan tại trung tâm', 'Phát thanh trên đài truyền thanh cơ sở'];
const rows: TableBlockRow[] = Array.from({ length: 30 }, (_, index) => ({
  kind: 'cells',
  cells: [
    String(index + 1),
    `${work[index % 3]}, đợt ${index + 1}`,
    index % 3 === 2 ? 'Ủy ban nhân dân xã Khổng Lào' : 'Trung tâm Văn hóa Nghệ thuật tỉnh',
    'Ủy ban nhân dân xã Mường So',
    'Quý II/2027',
    `${(index % 4) + 1} tin, bài`,
  ],
}));

/** Of the province: so it is a document that comes in. Invented. */
const longPlan: OfficialDocument = {
  language: 'vi',
  agency: 'Ủy ban nhân dân tỉnh Lai Châu',
  numberAndSymbol: { number: 45, symbol: 'KH-UBND' },
  place: 'Lai Châu',
  date: '2026-11-02',
  kindName: 'Kế hoạch',
  subject: 'Thông tin đối ngoại tỉnh Lai Châu năm 2027',
  bases: ['Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý thông tin đối ngoại'],
  body: [
    { kind: 'heading', level: 1, label: 'I.', text: 'Nội dung tuyên truyền' },
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })),
    { kind: 'heading', level: 1, label: 'II.', text: 'Tổ chức thực hiện' },
    { kind: 'paragraph', runs: [{ text: 'Phân công nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.' }] },
  ],
  signature: {
    onBehalfOf: 'Ủy ban nhân dân',
    authority: 'KT.',
    headPost: 'Chủ tịch',
    post: 'Phó Chủ tịch',
    name: 'Người Ký Thử',
  },
  recipients: ['Các sở, ban, ngành tỉnh', 'Ủy ban nhân dân các xã, phường', 'Lưu: VT, VX'],
  annexes: [
    {
      title: 'Phân công nhiệm vụ',
      landscape: true,
      body: [
        {
          kind: 'table',
          header: ['TT', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Sản phẩm'],
          columnWidths: [10, 70, 50, 50, 30, 40],
          rows,
        },
      ],
    },
  ],
  metadata: { title: 'Kế hoạch', creator: 'Lan Tỏa' },
};
