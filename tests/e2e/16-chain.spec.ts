import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communePaper, partyPaper } from '../fixtures/documents/chain-papers.ts';
import { type Journey, startJourney } from './journey.ts';
import { keepShot } from './program.ts';
import { violations } from './violations.ts';

describe('a clause from the Party’s guidance to a commune’s own plan', () => {
  let journey: Journey;
  let editor: Page;
  const ids = { party: '', guidance: '', commune: '' };

  beforeAll(async () => {
    journey = await startJourney();
    const bring = async (name: string, text: string) =>
      (await journey.api.editor.sendFile<{ id: string }>('/api/directives', new File([text], `${name}.txt`))).id;
    const guidance = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8')
      .replace('Số: /HD-SVHTTDL', 'Số: 05/HD-SVHTTDL')
      .replace('ngày tháng năm 2026', 'ngày 10 tháng 02 năm 2026');
    ids.guidance = await bring('huong-dan', guidance);
    ids.commune = await bring('ke-hoach-xa', communePaper);
    await journey.api.editor.call('POST', `/api/directives/${ids.guidance}/confirm`, { version: 1 });
    ids.party = await bring('huong-dan-28', partyPaper);
    editor = await journey.open('editor');
  });
  afterAll(() => journey?.close());

  it('a document is confirmed without a plan, to trace clauses by', async () => {
    for (const id of [ids.party, ids.commune]) {
      await editor.goto(`${journey.program.address}/desk/directives/${id}`);
      await editor.getByRole('button', { name: 'Xác nhận văn bản' }).click();
      const dialog = editor.getByRole('dialog');
      await dialog.getByLabel('Đề xuất kế hoạch từ văn bản này').uncheck();
      await dialog.getByRole('button', { name: 'Xác nhận văn bản' }).click();
      await editor.getByText('Đã xác nhận văn bản.').first().waitFor();
    }
    const { plans } = await journey.api.editor.call<{ plans: unknown[] }>('GET', '/api/plans');
    expect(plans).toHaveLength(1);
  });

  it('what a text cites is proposed with its words, and a person says that it is so', async () => {
    await editor.goto(`${journey.program.address}/desk/directives/${ids.guidance}`);
    await editor.getByText('Câu làm cơ sở: “Thực hiện Hướng dẫn số 28-HD/BTGDVTU', { exact: false }).waitFor();
    await keepShot(editor, '16-chain');
    expect(await violations(editor, 'chain')).toEqual([]);
    await editor.getByRole('button', { name: /^Đúng: 28-HD\/BTGDVTU/ }).click();
    await editor.getByText('Đã lưu liên kết.').first().waitFor();
    await editor.getByText('Được thực hiện bởi').waitFor();
  });

  it('clauses that are alike are put beside each other, and saved as a person leaves them', async () => {
    for (const id of [ids.guidance, ids.commune]) {
      await editor.goto(`${journey.program.address}/desk/directives/${id}`);
      await editor
        .getByRole('link', { name: /^Đối chiếu mục với/ })
        .first()
        .click();
      await editor.getByRole('button', { name: /^Lưu [12] cặp$/ }).click();
      await editor.getByText('Đã lưu các cặp mục.').first().waitFor();
    }
    await keepShot(editor, '16-pairs');
    expect(await violations(editor, 'pairs')).toEqual([]);
  });

  it('the clause is traced up and down, from the tree of the guidance', async () => {
    await editor.goto(`${journey.program.address}/desk/directives/${ids.guidance}`);
    await editor.getByRole('button', { name: /^II\.1\.c\/1/ }).click();
    await editor.getByRole('link', { name: 'Lần theo mục này' }).click();
    const chain = editor.getByRole('main').getByRole('list').first();
    await chain.getByText('28-HD/BTGDVTU', { exact: false }).waitFor();
    await chain.getByText('07/KH-UBND', { exact: false }).waitFor();
    await chain.getByText('Trung tâm Văn hóa Nghệ thuật tỉnh').waitFor();
    await keepShot(editor, '16-trace');
    expect(await violations(editor, 'trace')).toEqual([]);
    await editor.setViewportSize({ width: 360, height: 740 });
    await keepShot(editor, '16-trace-360');
    expect(await violations(editor, 'trace 360')).toEqual([]);
  });
});
