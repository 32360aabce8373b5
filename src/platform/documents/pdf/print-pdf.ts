import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSearchPath } from '../../config/search-path.ts';
import { officialDocumentHtml } from '../html/official-document-html.ts';
import type { OfficialDocument } from '../official-document.ts';

const browserNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The system's Chromium, or null: then only .docx is offered. Looked for anew each time, as it may be installed later. */
export async function findBrowser(): Promise<string | null> {
  for (const folder of readSearchPath().split(delimiter))
    for (const name of browserNames) {
      const path = join(folder, name);
      if (folder !== '' && (await isProgram(path))) return path;
    }
  return null;
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

export class PdfFailed extends Error {}

const nothingButItself = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const timeLimitMs = 30_000;
// Each print is a browser of some 200 MB: two at a time, the others wait, and no more than that many of them.
let waiting: Promise<unknown>[] = [];
let inLine = 0;
const inLineAtMost = 20;

/** Prints by a Chromium of its own, which is killed after 30 seconds; its words can be searched. */
export async function printPdf(document: OfficialDocument, browser: string): Promise<Buffer> {
  if (inLine >= inLineAtMost) throw new PdfFailed('too many documents wait to be printed');
  inLine += 1;
  try {
    while (waiting.length >= 2) await Promise.race(waiting);
  } finally {
    inLine -= 1;
  }
  const work = print(document, browser);
  const held = work.catch(() => undefined);
  waiting.push(held);
  try {
    return await work;
  } finally {
    waiting = waiting.filter((one) => one !== held);
  }
}

async function print(document: OfficialDocument, browser: string): Promise<Buffer> {
  const css = await readFile(new URL('../html/official-sheet.css', import.meta.url), 'utf8');
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${nothingButItself}"><title>${titleOf(document)}</title><style>${css}</style>`;
  const page = `<!doctype html><html lang="vi"><head>${head}</head><body>${officialDocumentHtml(document).text}</body></html>`;
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-pdf-'));
  try {
    const [source, target] = [join(folder, 'document.html'), join(folder, 'document.pdf')];
    await writeFile(source, page);
    const words = [
      '--headless',
      // Inside containers and as root the sandbox cannot be had; the page is our own, without scripts and network.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-extensions',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-pdf-header-footer',
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ];
    await run(browser, words, folder);
    return await readFile(target);
  } catch (error) {
    throw new PdfFailed('Chromium', { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function titleOf({ metadata }: OfficialDocument): string {
  return metadata.title.replace(/[<&]/g, ' ');
}

function run(program: string, argumentsGiven: readonly string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its own environment: keys and addresses of the server are no business of a browser.
    const env = { PATH: readSearchPath(), HOME: home, LANG: 'C.UTF-8' };
    execFile(program, argumentsGiven, { timeout: timeLimitMs, killSignal: 'SIGKILL', env }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
