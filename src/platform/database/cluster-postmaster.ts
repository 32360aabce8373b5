import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterPort } from './cluster-locations.ts';
import { findProcessName, sendSignal } from './cluster-process.ts';

export interface Postmaster {
  processId: number;
  socketFolder: string;
  port: number;
}

/** The living server of a folder, from the lock file that PostgreSQL itself keeps there. */
export async function findPostmaster(serverFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(serverFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [processId = '', , , port = '', socketFolder = ''] = text.split('\n');
  const number = Number(processId);
  if (!number || !(await isServerProcess(number))) return undefined;
  return { processId: number, socketFolder: socketFolder.trim(), port: Number(port) || clusterPort };
}

/**
 * PostgreSQL removes a stale lock by itself when no process has its number. It does not when the number has gone to
 * another program or to a dead child that nobody fetched, both common in containers: then the lock goes here.
 */
export async function removeStaleLocks(serverFolder: string, socketFolder: string): Promise<void> {
  const socketLock = join(socketFolder, `.s.PGSQL.${clusterPort}.lock`);
  for (const file of [join(serverFolder, 'postmaster.pid'), socketLock]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const number = Number(text?.split('\n')[0]);
    if (!number || (await isServerProcess(number))) continue;
    await rm(file, { force: true });
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written, the start after it needs no recovery. */
export async function stopPostmaster(serverFolder: string): Promise<void> {
  const running = await findPostmaster(serverFolder);
  if (!running) return;
  const patience: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 1_000],
  ];
  for (const [signal, milliseconds] of patience) {
    if (!sendSignal(running.processId, signal)) return;
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      if (!(await isServerProcess(running.processId))) return;
      await sleep(15);
    }
  }
}

async function isServerProcess(processId: number): Promise<boolean> {
  return (await findProcessName(processId)) === 'postgres';
}
