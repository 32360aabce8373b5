import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exampleDocuments } from '../../testing/official-documents.ts';
import { writeOfficialDocument } from '../write-official-document.ts';
import { checkDocumentCommand } from './check-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantoa-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  let [printed, told] = ['', ''];
  const stdout = { write: (text: string) => (printed += text) };
  const stderr = { write: (text: string) => (told += text) };
  const code = await checkDocumentCommand(argv, { stdout, stderr });
  return { code, printed, told };
}

test('a good document gives 0, a faulty one 1 and each fault on a line; a mended copy is good again', async () => {
  const { letter } = exampleDocuments;
  if (!letter) throw new Error('no letter');
  const good = join(folder, 'good.docx');
  writeFileSync(good, await writeOfficialDocument(letter));
  expect(await run('check', good)).toMatchObject({ code: 0, printed: '0 lỗi, 0 gợi ý, 0 ghi chú.\n' });
  const bad = join(folder, 'bad.docx');
  const spaces = { kind: 'paragraph' as const, runs: [{ text: 'Hai  dấu cách' }] };
  writeFileSync(bad, await writeOfficialDocument({ ...letter, body: [spaces] }));
  const mended = join(folder, 'mended.docx');
  const { code, printed } = await run('check', bad, '--mend', mended);
  expect(code).toBe(1);
  expect(printed).toContain('Lỗi: Thừa dấu cách «Hai dấu cách./.»: …Hai  dấu cách./.… → một dấu cách');
  expect((await run('check', mended)).code).toBe(0);
  expect(JSON.parse((await run('check', bad, '--json')).printed)).toMatchObject({ form: 'state' });
  expect(readFileSync(bad)).not.toEqual(readFileSync(mended));
});

test('says what a file is that cannot be checked', async () => {
  const text = join(folder, 'a.txt');
  writeFileSync(text, 'văn bản');
  expect(await run('check', text)).toMatchObject({ code: 2, told: 'Tệp không phải là văn bản Word (.docx).\n' });
  expect((await run('check', join(folder, 'none.docx'))).told).toMatch(/^Không tìm thấy tệp/);
  expect((await run('check')).told).toMatch(/^Cách dùng/);
});
