import { chmod, lstat, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ClusterUser } from './cluster-user.ts';

/** Read from the mode bits, not tried as that user: this stands in the path of a start, where a process is dear. */
export async function canEnter(user: ClusterUser, folder: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    const found = await stat(current).catch(() => undefined);
    // A folder that does not exist yet will be made by us.
    if (found && !grants(found, user, 1)) return false;
    if (current === dirname(current)) return true;
  }
}

export async function canRead(user: ClusterUser, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && grants(found, user, found.isDirectory() ? 5 : 4);
}

function grants(found: { mode: number; uid: number; gid: number }, user: ClusterUser, bits: number): boolean {
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}

/** The owner of a folder that is really a folder: a link that somebody left in its place is not followed. */
export async function findFolderOwner(folder: string): Promise<number | undefined> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return undefined;
  return found.isDirectory() ? found.uid : -1;
}

/** Root's umask may be 077: the folder and the one above it, which is ours too, are opened outright. */
export async function makeOpenFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(dirname(folder), 0o755);
  await chmod(folder, 0o755);
}
