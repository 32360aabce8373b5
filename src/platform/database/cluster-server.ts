import { spawn } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterBinaries, prepareBinaries } from './cluster-binaries.ts';
import { explainFailure, serverFailed } from './cluster-errors.ts';
import { prepareServerFolder, serverEnvironment } from './cluster-initdb.ts';
import { type ClusterLocations, clusterPort } from './cluster-locations.ts';
import { findPostmaster, type Postmaster, removeStaleLocks } from './cluster-postmaster.ts';

const largestLog = 10 * 1024 * 1024;

/** For one small machine with two cores and 2 GB; whoever has more sets DATABASE_URL to a server tuned for it. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: String(clusterPort),
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  max_wal_senders: '4',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  random_page_cost: '1.1',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

export interface StartedServer {
  postmaster: Postmaster;
  /** What the server wrote before it ended; undefined while it lives. */
  findEnding(): Promise<string | undefined>;
}

/**
 * Adopts the folder's living server, or makes what is missing and starts one. Only when a start is needed are the
 * programs looked at, so that a server that outlived a killed program is taken over at once.
 */
export async function startOrAdopt(
  locations: ClusterLocations,
  log: (message: string) => void,
): Promise<StartedServer> {
  const living = await findPostmaster(locations.serverFolder);
  if (living?.socketFolder) return { postmaster: living, findEnding: () => findEnding(locations.serverFolder, living) };
  const binaries = await prepareBinaries({ user: locations.user, copyFolder: locations.copyFolder, log });
  await prepareServerFolder(locations, binaries);
  await removeStaleLocks(locations.serverFolder, locations.socketFolder);
  return launch(locations, binaries);
}

/** Detached, so that Ctrl-C in the terminal reaches the program only, which then stops the server in order. */
async function launch(locations: ClusterLocations, binaries: ClusterBinaries): Promise<StartedServer> {
  const { serverFolder, socketFolder, logFile, user } = locations;
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  words.push('-c', `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`);
  const start = await rotateLog(logFile).catch((error: unknown) => Promise.reject(explainFailure(logFile, '', error)));
  // A file, not a pipe: the server outlives this program.
  const output = await open(logFile, 'a', 0o640);
  try {
    const child = spawn(join(binaries.folder, 'bin/postgres'), ['-D', serverFolder, ...words], {
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: serverEnvironment,
      cwd: serverFolder,
      ...(user.switches ? { uid: user.uid, gid: user.gid } : {}),
    });
    let hasExited = false;
    child.once('exit', () => {
      hasExited = true;
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return {
      postmaster: { processId: child.pid ?? 0, socketFolder, port: clusterPort },
      findEnding: async () => (hasExited ? readLog(logFile, start) : undefined),
    };
  } catch (error) {
    throw explainFailure(serverFolder, '', error);
  } finally {
    await output.close();
  }
}

/** Keeps one older log. Answers where this start's lines will begin. */
async function rotateLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size < largestLog) return size;
  await rename(logFile, `${logFile}.1`);
  return 0;
}

async function findEnding(serverFolder: string, adopted: Postmaster): Promise<string | undefined> {
  const living = await findPostmaster(serverFolder);
  return living?.processId === adopted.processId ? undefined : '';
}

async function readLog(logFile: string, start: number): Promise<string> {
  const file = await open(logFile, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8192), position: start });
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await file.close();
  }
}

/** Two starters at once, children of a killed server that are still ending, an end without a word: worth another look. */
function isPassing(detail: string): boolean {
  return detail === '' || /lock file ".*" (already exists|is empty)|pre-existing shared memory block/i.test(detail);
}

/** Asks until `attempt` answers something; 'ended' when the server ended in a way that deserves another start. */
export async function waitUntilReady<Answer>(options: {
  folder: string;
  findEnding: () => Promise<string | undefined>;
  attempt: () => Promise<Answer | undefined>;
  milliseconds: number;
}): Promise<Answer | 'ended'> {
  const end = performance.now() + options.milliseconds;
  for (let pause = 10; performance.now() < end; pause = Math.min(pause * 1.5, 250)) {
    const answer = await options.attempt();
    if (answer !== undefined) return answer;
    const ending = await options.findEnding();
    if (ending !== undefined && !isPassing(ending)) throw explainFailure(options.folder, ending);
    if (ending !== undefined) return 'ended';
    await sleep(pause);
  }
  throw serverFailed(options.folder, `no answer within ${options.milliseconds} ms`);
}
