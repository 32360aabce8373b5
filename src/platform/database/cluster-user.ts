import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ClusterError } from './cluster-errors.ts';

const run = promisify(execFile);

/** Who runs the server. `switches` says that this program is root and has to become that user for it. */
export interface ClusterUser {
  name: string;
  uid: number;
  gid: number;
  switches: boolean;
}

/** PostgreSQL refuses to run as root, and a user without an entry in passwd. */
export async function chooseClusterUser(log: (message: string) => void): Promise<ClusterUser> {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { name: 'current', uid, gid: process.getgid?.() ?? -1, switches: false };
  const known = await findSystemUser('lantoa');
  if (known) return known;
  const made = await createSystemUser();
  if (made) {
    log('Đã tạo người dùng hệ thống "lantoa" cho cơ sở dữ liệu. / Made the system user "lantoa" for the database.');
    return made;
  }
  const nobody = await findSystemUser('nobody');
  if (nobody) return nobody;
  throw new ClusterError(
    'no_system_user',
    'PostgreSQL không chạy được bằng root, và máy này không tạo được người dùng "lantoa". Hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
    'PostgreSQL does not run as root, and the user "lantoa" cannot be made here. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** The owner that a data folder already has stays its user (`nobody` before useradd was installed). */
export async function findSystemUser(who: string | number): Promise<ClusterUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  for (const line of lines) {
    const [name, , uid, gid] = line.split(':');
    if (name && (name === who || Number(uid) === who))
      return { name, uid: Number(uid), gid: Number(gid), switches: true };
  }
  return undefined;
}

async function createSystemUser(): Promise<ClusterUser | undefined> {
  const words = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', 'lantoa'];
  for (const program of ['/usr/sbin/useradd', '/sbin/useradd', 'useradd']) {
    const done = await run(program, words).then(
      () => true,
      () => false,
    );
    // A second program may have made the user in between: look, whatever useradd said.
    const user = await findSystemUser('lantoa');
    if (done || user) return user;
  }
  return undefined;
}
