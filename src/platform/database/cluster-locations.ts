import { createHash } from 'node:crypto';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canEnter, findFolderOwner, makeOpenFolder } from './cluster-access.ts';
import { explainFailure, folderNotOurs } from './cluster-errors.ts';
import { type ClusterUser, findSystemUser } from './cluster-user.ts';

const cloneFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
/** Linux holds 107 bytes of a socket's path; stay clear of it. */
const longestSocketPath = 100;
export const clusterPort = 5432;

export interface ClusterLocations {
  /** Where the data really stands: not always the folder that was asked for. */
  dataFolder: string;
  serverFolder: string;
  socketFolder: string;
  logFile: string;
  /** Where a copy of the programs may go. */
  copyFolder: string;
  user: ClusterUser;
}

/** Decides where everything stands, and makes the folders with owner and mode. */
export async function prepareLocations(options: {
  dataFolder: string;
  user: ClusterUser;
  log: (message: string) => void;
}): Promise<ClusterLocations> {
  const asked = resolve(options.dataFolder);
  const isReachable = !options.user.switches || (await canEnter(options.user, dirname(asked)));
  const refuge = join('/var/lib/lan-toa', shortHash(cloneFolder));
  const dataFolder = isReachable ? asked : join(refuge, nameInRefuge(asked));
  const serverFolder = join(dataFolder, 'postgres');
  const user = await checkOwner(serverFolder, options.user);
  try {
    if (!isReachable) await makeOpenFolder(refuge);
    await makeDataFolder(dataFolder, user);
  } catch (error) {
    throw explainFailure(dataFolder, '', error);
  }
  if (!isReachable)
    options.log(
      `Người dùng "${options.user.name}" của cơ sở dữ liệu không vào được ${asked}, nên dữ liệu nằm ở ${dataFolder}. / The database's user "${options.user.name}" cannot enter ${asked}, so the data stands in ${dataFolder}.`,
    );
  return {
    dataFolder,
    serverFolder,
    socketFolder: await makeSocketFolder(dataFolder, user),
    logFile: join(dataFolder, 'postgres.log'),
    copyFolder: user.switches ? refuge : dataFolder,
    user,
  };
}

/** Folders below the clone keep their name, so that the way back is readable; others get a hash of their own. */
function nameInRefuge(dataFolder: string): string {
  const inside = relative(cloneFolder, dataFolder);
  return inside && !inside.startsWith('..') && !isAbsolute(inside)
    ? inside.replaceAll('/', '-')
    : `data-${shortHash(dataFolder)}`;
}

async function makeDataFolder(folder: string, user: ClusterUser): Promise<void> {
  const isNew = (await mkdir(folder, { recursive: true, mode: 0o711 })) !== undefined;
  if (!user.switches) return;
  // The server's user may pass through, but not list: pictures and the master key stand beside its folder.
  const owner = await findFolderOwner(folder);
  if (owner === 0 && (isNew || !(await canEnter(user, folder)))) {
    await chown(folder, 0, user.gid);
    await chmod(folder, 0o710);
  }
  if (!(await canEnter(user, folder))) throw folderNotOurs(folder, `uid ${owner}`);
}

/** A folder that was made under another user of ours keeps that user; anybody else's is refused. */
async function checkOwner(serverFolder: string, user: ClusterUser): Promise<ClusterUser> {
  const owner = await findFolderOwner(serverFolder);
  if (owner === undefined || owner === user.uid) return user;
  const nobody = user.switches ? await findSystemUser('nobody') : undefined;
  if (nobody && nobody.uid === owner) return nobody;
  throw folderNotOurs(serverFolder, `uid ${owner}`);
}

/** Who may enter this folder is the database's superuser: 0700, and never a folder that somebody else left there. */
async function makeSocketFolder(dataFolder: string, user: ClusterUser): Promise<string> {
  const near = join(dataFolder, 'run');
  const socketPath = join(near, `.s.PGSQL.${clusterPort}`);
  const folder = Buffer.byteLength(socketPath) < longestSocketPath ? near : `/tmp/lantoa-${shortHash(dataFolder)}`;
  try {
    await mkdir(folder, { mode: 0o700 });
    if (user.switches) await chown(folder, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainFailure(folder, '', error);
  }
  const owner = await findFolderOwner(folder);
  // Root's own empty folder is what a kill between mkdir and chown leaves.
  if (owner === 0 && user.switches) await chown(folder, user.uid, user.gid);
  else if (owner !== user.uid) throw folderNotOurs(folder, `uid ${owner}`);
  await chmod(folder, 0o700);
  return folder;
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
