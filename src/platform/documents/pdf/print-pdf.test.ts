import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exampleDocuments } from '../../testing/official-documents.ts';
import { hasProgram } from '../../testing/system-program.ts';
import { officialDocumentHtml } from '../html/official-document-html.ts';
import type { OfficialDocument } from '../official-document.ts';
import { findBrowser, PdfFailed, printPdf } from './print-pdf.ts';

const browser = await findBrowser();
const folder = mkdtempSync(join(tmpdir(), 'lantoa-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function example(name: string): OfficialDocument {
  const found = exampleDocuments[name];
  if (!found) throw new Error(`no example ${name}`);
  return found;
}

async function printed(document: OfficialDocument): Promise<{ pages: string[]; info: string }> {
  const path = join(folder, 'document.pdf');
  writeFileSync(path, await printPdf(document, browser ?? ''));
  const text = spawnSync('pdftotext', ['-layout', path, '-']).stdout.toString('utf8').normalize('NFC');
  const info = spawnSync('pdfinfo', ['-l', '9', path]).stdout.toString('utf8');
  return { pages: text.split('\f').map((page) => page.replace(/\s+/g, ' ').trim()), info };
}

test.skipIf(browser === null || !hasProgram('pdftotext', '-v'))(
  'a printed letter can be searched in Vietnamese (skipped where Chromium or pdftotext is absent)',
  { timeout: 60_000 },
  async () => {
    const { pages } = await printed(example('letter'));
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 118/SVHTTDL-TTBCXB',
      'Kính gửi:',
      'Trân trọng cảm ơn sự phối hợp của quý cơ quan./.',
      'Nguyễn Văn Ví Dụ',
    ])
      expect(pages[0]).toContain(words);
  },
);

test.skipIf(browser === null || !hasProgram('pdftotext', '-v'))(
  'pages are numbered from the second on, and a wide annex lies sideways (skipped where Chromium is absent)',
  { timeout: 60_000 },
  async () => {
    const long = Array.from({ length: 60 }, () => ({
      kind: 'paragraph' as const,
      runs: [{ text: 'Thông tin đối ngoại '.repeat(8) }],
    }));
    const { pages, info } = await printed({ ...example('plan'), body: long });
    expect(pages[0]).toMatch(/^ỦY BAN NHÂN DÂN/);
    expect(pages[1]).toMatch(/^2 /);
    expect(info).toMatch(/Page +\d+ size: +84\d(\.\d+)? x 59\d/);
  },
);

test('what a person wrote stays text', () => {
  const hostile = '<script>alert(1)</script>';
  const written = officialDocumentHtml({
    ...example('letter'),
    subject: hostile,
    body: [{ kind: 'paragraph', runs: [{ text: hostile }] }],
  });
  expect(written.text).not.toContain('<script');
});

test('a program that does not print is an error that can be told', async () => {
  await expect(printPdf(example('letter'), '/bin/false')).rejects.toBeInstanceOf(PdfFailed);
});
