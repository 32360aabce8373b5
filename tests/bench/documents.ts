import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDirective } from '../../src/modules/directives/server/parser/parse-directive.ts';
import { readBytes } from '../../src/platform/documents/read/read-bytes.ts';
import { readDocument } from '../../src/platform/documents/read/read-document.ts';
import { defaultReadLimits } from '../../src/platform/documents/read/read-types.ts';
import { docx, paragraph } from '../fixtures/documents/docx-parts.ts';
import { assignmentTable } from '../fixtures/documents/papers.ts';
import { median, report, timeOf } from './measure.ts';

const megabyte = 1024 * 1024;
const pages = 500;

/** The guidance in each form, read and parsed; 500 pages in the thread that the server uses, with the memory of all. */
export async function benchDocuments(): Promise<void> {
  const names = [
    'data/guidance/huong-dan-2026.txt',
    ...['docx', 'odt', 'pdf'].map((end) => `tests/fixtures/documents/guidance.${end}`),
  ];
  for (const name of names) {
    const bytes = readFileSync(name);
    const work = async () => parseDirective((await readBytes(bytes, defaultReadLimits)).text);
    await work();
    const times: number[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < 5; round += 1) times.push(await timeOf(work));
    // On a machine that does other work as well, the processor's own time says more than the clock.
    const { user, system } = process.cpuUsage(before);
    const measured = `${median(times).toFixed(0)} ms (processor ${((user + system) / 5_000).toFixed(0)} ms)`;
    report(`guidance.${name.split('.').at(-1)} read and parsed`, measured, '≤ 100 ms');
  }
  const word = longWord();
  await readLong(`${pages} pages .docx (${(word.length / 1024).toFixed(0)} kB)`, word, '≤ 5 s, ≤ 500 MB');
  const pdf = asPdf(word);
  if (pdf === null) report(`${pages} pages .pdf`, 'no LibreOffice here: not measured', '≤ 15 s');
  else await readLong(`${pages} pages and more .pdf (${(pdf.length / 1024).toFixed(0)} kB)`, pdf, '≤ 15 s, ≤ 500 MB');
}

async function readLong(name: string, bytes: Uint8Array, aim: string): Promise<void> {
  let most = 0;
  let count = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const time = await timeOf(async () => {
    const read = await readDocument(bytes);
    count = read.pageCount ?? 0;
  });
  clearInterval(look);
  report(
    name,
    `${(time / 1000).toFixed(1)} s, ${count === 0 ? '' : `${count} pages, `}process ${(most / megabyte).toFixed(0)} MB`,
    aim,
  );
}

function longWord(): Uint8Array {
  const sentence =
    'Tuyên truyền sâu rộng kết quả triển khai nhiệm vụ thông tin đối ngoại trên Cổng Thông tin đối ngoại tỉnh, trước ngày 15/3/2026; bảo đảm thiết thực, hiệu quả, tiết kiệm. ';
  const body: string[] = [];
  // Twelve paragraphs of two and a half lines more than fill a page; every fiftieth page has a table.
  for (let page = 1; page <= pages; page += 1) {
    for (let index = 1; index <= 12; index += 1)
      body.push(paragraph(`${index}. ${sentence.repeat(index % 4 === 0 ? 2 : 1)}`));
    if (page % 50 === 0) body.push(assignmentTable);
  }
  return docx(body.join(''));
}

function asPdf(word: Uint8Array): Uint8Array | null {
  const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'));
  try {
    writeFileSync(join(folder, 'long.docx'), word);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'long.docx')],
      { stdio: 'ignore' },
    );
    return readFileSync(join(folder, 'long.pdf'));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
