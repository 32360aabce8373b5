import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** 32 bytes that seal what must not be read from a stolen backup: secrets of channels and the signing key. */
export type MasterKey = Uint8Array;

const keyLength = 32;

/** Where the key lies when LANTOA_KEY is not given: beside the data folder, not in it, so that a backup does not hold it. */
export function masterKeyPath(dataFolder: string): string {
  return join(`${dataFolder.replace(/[/\\]+$/, '')}-key`, 'master.key');
}

/**
 * Takes the master key from the value of LANTOA_KEY (64 hex digits, or base64 of 32 bytes), else from the file of
 * `masterKeyPath`, which is made at the first start: folder 0700, file 0600.
 * Throws when the value is malformed or when others may read the file.
 */
export async function loadMasterKey(source: { env: string | null; dataFolder: string }): Promise<MasterKey> {
  if (source.env) return parseMasterKey(source.env, 'LANTOA_KEY');
  const path = masterKeyPath(source.dataFolder);
  await createWhereMissing(path);
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`Tệp khóa ${path} đang cho người khác đọc: chạy chmod 600 / the key file must have mode 600`);
  }
  return parseMasterKey(await readFile(path, 'utf8'), path);
}

// Written aside and linked into place: two programs that start together agree on one key, and no reader sees half of it.
async function createWhereMissing(path: string): Promise<void> {
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

function parseMasterKey(text: string, origin: string): MasterKey {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (bytes.length !== keyLength) {
    throw new Error(
      `${origin}: khóa chủ phải là 32 byte, viết bằng hex hoặc base64 / must be 32 bytes in hex or base64`,
    );
  }
  return new Uint8Array(bytes);
}
