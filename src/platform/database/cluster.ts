import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolderInUse, explainFailure, serverFailed } from './cluster-errors.ts';
import { type ClusterLocations, prepareLocations } from './cluster-locations.ts';
import {
  type ClusterConnection,
  connectOwner,
  type OwnerSession,
  takeOwnership,
  watchSession,
} from './cluster-owner.ts';
import { stopPostmaster } from './cluster-postmaster.ts';
import { startOrAdopt, waitUntilReady } from './cluster-server.ts';
import { chooseClusterUser } from './cluster-user.ts';

export { ClusterError } from './cluster-errors.ts';

export interface Cluster {
  connection: ClusterConnection;
  /** Where the data really stands: not always the folder that was asked for (a folder below /root). */
  dataFolder: string;
  /** Fast shutdown of the server; the program's pools should be closed before. Can be called twice. */
  stop(): Promise<void>;
  /** Called each time the server is lost; it is then restarted by itself, on the same socket. */
  onServerLost(callback: () => void): void;
}

type Log = (message: string) => void;

/** Recovery after a power cut replays at most max_wal_size, but a slow disk may take its time. */
const longestStart = 5 * 60_000;
/** A killed owner's session may need a moment to be noticed by the server. */
const ownershipPatience = 1_500;
const longestPause = 10_000;

/** The embedded PostgreSQL of a data folder: made, started or adopted, owned by this program, restarted when it dies. */
export async function startCluster(options: { dataFolder: string; log: Log }): Promise<Cluster> {
  const user = await chooseClusterUser(options.log);
  const locations = await prepareLocations({ dataFolder: options.dataFolder, user, log: options.log });
  const first = await own(locations, options.log);
  const listeners: (() => void)[] = [];
  let isStopping = false;
  let session = first.session;
  const interruption = new AbortController();

  async function keepAlive(): Promise<void> {
    while (!isStopping) {
      await session.ended;
      if (isStopping) return;
      options.log('Mất kết nối tới cơ sở dữ liệu, đang khởi động lại. / The database was lost; restarting it.');
      for (const listener of listeners) listener();
      await regain();
    }
  }

  async function regain(): Promise<void> {
    for (let pause = 50; !isStopping; pause = Math.min(pause * 2, longestPause)) {
      await sleep(pause, undefined, { signal: interruption.signal }).catch(() => undefined);
      if (isStopping) return;
      try {
        session = (await own(locations, options.log)).session;
        options.log('Cơ sở dữ liệu đã hoạt động trở lại. / The database is back.');
        return;
      } catch (error) {
        options.log(error instanceof Error ? error.message : String(error));
      }
    }
  }

  const watching = keepAlive();
  let stopping: Promise<void> | undefined;
  async function shutDown(): Promise<void> {
    isStopping = true;
    interruption.abort();
    await session.release();
    await watching;
    await session.release();
    await stopPostmaster(locations.serverFolder);
  }

  return {
    connection: first.connection,
    dataFolder: locations.dataFolder,
    stop: () => {
      stopping ??= shutDown();
      return stopping;
    },
    onServerLost: (callback) => {
      listeners.push(callback);
    },
  };
}

async function own(
  locations: ClusterLocations,
  log: Log,
): Promise<{ connection: ClusterConnection; session: OwnerSession }> {
  const { serverFolder } = locations;
  for (let round = 0; round < 20; round += 1) {
    if (round > 0) await sleep(100);
    const { postmaster, findEnding } = await startOrAdopt(locations, log);
    const connection = { host: postmaster.socketFolder, port: postmaster.port, database: 'lantoa', user: 'lantoa' };
    const client = await waitUntilReady({
      folder: serverFolder,
      findEnding,
      attempt: () => connectOwner(connection),
      milliseconds: longestStart,
    }).catch((error: unknown) => Promise.reject(explainFailure(serverFolder, '', error)));
    if (client === 'ended') continue;
    const end = performance.now() + ownershipPatience;
    while (!(await takeOwnership(client))) {
      if (performance.now() > end) {
        await client.end();
        throw dataFolderInUse(locations.dataFolder);
      }
      await sleep(15);
    }
    return { connection, session: watchSession(client) };
  }
  throw serverFailed(serverFolder, 'its lock is held by a server that does not answer');
}
