import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { report } from './measure.ts';

/** Time to a second start and memory at rest of the real program, the database not counted. */
export async function benchProgram(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'));
  const first = await start(folder);
  await first.stop();
  const second = await start(folder);
  report('second start, until it answers', `${second.readyAfter.toFixed(0)} ms`, '≤ 3,000 ms');
  await sleep(5_000);
  const status = readFileSync(`/proc/${second.child.pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
  report('resident memory of the server at rest', `${(kilobytes / 1024).toFixed(0)} MB`, '≤ 250 MB');
  await second.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function start(folder: string): Promise<{ child: ChildProcess; readyAfter: number; stop(): Promise<void> }> {
  const port = 18_000 + Math.floor(Math.random() * 2_000);
  const begin = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', 'src/main.ts', 'serve', '--example', '--empty'], {
    env: { ...process.env, LANTOA_DATA: folder, LANTOA_PORT: String(port), DATABASE_URL: undefined },
    stdio: 'ignore',
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await sleep(20);
  }
  const readyAfter = performance.now() - begin;
  return {
    child,
    readyAfter,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
