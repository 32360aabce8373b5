import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { systemClock } from '../clock/clock.ts';

export interface StoredFile {
  readonly bytes: number;
  readonly content: Readable;
}

/** Files named by their SHA-256: a name never changes its contents, and the same contents are stored once. */
export interface FileStore {
  /** Returns the SHA-256 in hex once the bytes are safe on the disk. */
  put(bytes: Uint8Array): Promise<string>;
  /** Null when there is no such file. The caller reads or destroys the stream. */
  open(sha256: string): Promise<StoredFile | null>;
}

/** A store from which files go that nobody names any more. */
export interface ErasableFileStore extends FileStore {
  /**
   * Takes a file away unless it was put, or put again, after the instant: an upload that is under way finds its bytes.
   * Whether anything still names it is for the caller to know.
   */
  erase(sha256: string, unlessPutAfter: Date): Promise<boolean>;
}

export function createFileStore(folder: string): ErasableFileStore {
  // The first two digits are a folder, so that no folder grows beyond some thousands of files.
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      // Put again, a file is young again, so that it is not erased under who relies on it now.
      if (!(await touch(place))) await writeSafely(place, bytes);
      return sha256;
    },
    async open(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      try {
        const file = await open(placeOf(sha256), 'r');
        return { bytes: (await file.stat()).size, content: file.createReadStream() };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async erase(sha256, unlessPutAfter) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return false;
      try {
        if ((await stat(placeOf(sha256))).mtime > unlessPutAfter) return false;
        await rm(placeOf(sha256));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
}

// A temporary name, then a rename: whoever opens the final name sees the whole file, also after a loss of power.
async function writeSafely(place: string, bytes: Uint8Array): Promise<void> {
  const parent = dirname(place);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const temporary = `${place}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
    await syncFolder(parent);
    await syncFolder(dirname(parent));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function touch(path: string): Promise<boolean> {
  try {
    const now = systemClock.now();
    await utimes(path, now, now);
    return true;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
