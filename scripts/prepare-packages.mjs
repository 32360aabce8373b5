import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export function preparePackages(clone) {
  const lockFile = join(clone, 'package-lock.json');
  const stampFile = join(clone, 'node_modules/.lan-toa-installed');
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readStamp(stampFile) === wanted) return;
  if (!isInstalled(clone, lockFile)) install(clone);
  // Where an administrator installed for a user who may not write here, looking again each time costs a few ms.
  try {
    writeFileSync(stampFile, wanted);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}

/** The stamp counts only while npm's own record is there: `rm -rf node_modules` takes both. */
function readStamp(stampFile) {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return '';
  }
}

/** Someone may have run `npm ci` by hand: every package of the lock, but for those of other platforms, in its version. */
function isInstalled(clone, lockFile) {
  const record = join(clone, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

function install(clone) {
  console.error(
    'Đang cài các gói cần thiết (npm ci), lần đầu mất khoảng một phút… / Installing the packages (npm ci)…',
  );
  // The Node that npm itself runs on: the one in node_modules is about to be replaced.
  const [program, ...first] = process.env.npm_execpath
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  const words = ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'];
  const done = spawnSync(program, [...first, ...words], { cwd: clone, stdio: ['ignore', 2, 2] });
  if (done.status === 0) return;
  throw new Error(
    'Không cài được các gói. Hãy kiểm tra mạng và dung lượng đĩa, rồi chạy lại.\n' +
      'The packages could not be installed. Check the network and the disk space, then run again.' +
      (done.error ? `\n${done.error.message}` : ''),
  );
}
