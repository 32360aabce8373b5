import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterBinaries } from './cluster-binaries.ts';
import { explainFailure, majorVersionDiffers } from './cluster-errors.ts';
import type { ClusterLocations } from './cluster-locations.ts';
import { findProcessName } from './cluster-process.ts';

const run = promisify(execFile);

/** lower('ĐỐI NGOẠI') is right under C.UTF-8; Vietnamese order comes from the collation "vi-x-icu". */
export const serverEnvironment = { LC_ALL: 'C.UTF-8', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** Makes the server's folder when it is missing; refuses one of another major version. */
export async function prepareServerFolder(locations: ClusterLocations, binaries: ClusterBinaries): Promise<void> {
  const found = await readFile(join(locations.serverFolder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (found === undefined) return initialise(locations, binaries);
  if (found.trim() !== binaries.major) throw majorVersionDiffers(locations.serverFolder, found.trim(), binaries.major);
}

/** Built beside its place and renamed when whole: whatever kills us in between leaves nothing that looks like a database. */
async function initialise(locations: ClusterLocations, binaries: ClusterBinaries): Promise<void> {
  const { serverFolder, user } = locations;
  await removeUnfinished(serverFolder);
  const unfinished = `${serverFolder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (user.switches) await chown(unfinished, user.uid, user.gid);
    const words = ['-D', unfinished, '-U', 'lantoa', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust'];
    await run(join(binaries.folder, 'bin/initdb'), words, {
      env: serverEnvironment,
      cwd: unfinished,
      ...(user.switches ? { uid: user.uid, gid: user.gid } : {}),
    });
    await rename(unfinished, serverFolder);
    // Once more: an initdb that outlived its killed program was still writing when we began.
    await removeUnfinished(serverFolder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    // A second program was quicker: its folder is whole, since it was renamed too.
    if (await lstat(join(serverFolder, 'PG_VERSION')).catch(() => undefined)) return;
    throw explainFailure(serverFolder, String((error as { stderr?: string }).stderr ?? ''), error);
  }
}

/** What a killed program left; an initdb of a living one is let be. */
async function removeUnfinished(serverFolder: string): Promise<void> {
  const folder = dirname(serverFolder);
  const start = `${basename(serverFolder)}.new-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue;
    if (await findProcessName(Number(name.slice(start.length).split('-')[0]))) continue;
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
