import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';

export interface Program {
  readonly address: string;
  readonly output: () => string;
  /** Passwords of the first accounts by role, read from what the program printed. */
  readonly accounts: Map<string, { email: string; password: string }>;
  readonly folder: string;
  /** Ends the program; its data stay with `keep`. Gives the exit status, null after a kill. */
  stop(how?: { signal?: NodeJS.Signals; keep?: boolean }): Promise<number | null>;
}

/** Starts the real program on a data folder of its own, as `npm start` does. */
export async function startProgram(options: { empty: boolean; folder?: string }): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lantoa-e2e-'));
  const port = await freePort();
  const words = ['src/main.ts', 'serve', '--example', ...(options.empty ? ['--empty'] : [])];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, LANTOA_DATA: folder, LANTOA_PORT: String(port), DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (piece: Buffer) => {
    output += piece.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const address = `http://127.0.0.1:${port}`;
  await untilHealthy(address, child, () => output);
  const accounts = new Map<string, { email: string; password: string }>();
  for (const [, role = '', email = '', password = ''] of output.matchAll(/^ {2}(\w+) +(\S+@\S+) +(\S+) /gm)) {
    accounts.set(role, { email, password });
  }
  return {
    address,
    output: () => output,
    accounts,
    folder,
    async stop({ signal = 'SIGTERM', keep = false } = {}) {
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill(signal);
      const status = hasEnded ? child.exitCode : await ended;
      if (!keep) rmSync(folder, { recursive: true, force: true });
      return status;
    },
  };
}

async function untilHealthy(address: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the program ended early:\n${output()}`);
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`the program did not become ready:\n${output()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export async function signIn(
  page: Page,
  program: Program,
  account: { email: string; password: string },
): Promise<void> {
  await page.goto(`${program.address}/desk/`);
  await page.getByLabel('Thư điện tử').fill(account.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'Chờ tôi' }).first().waitFor();
}

const artefacts = '.artefacts/shots';

/** Keeps a picture of the page for the reader of the CI run. */
export async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true });
}
