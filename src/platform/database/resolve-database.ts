import pg from 'pg';
import { startCluster } from './cluster.ts';
import { ClusterError } from './cluster-errors.ts';

const oldestServer = 150_000;

export interface ResolvedDatabase {
  mode: 'embedded' | 'external';
  /** For pg.Pool. */
  config: pg.PoolConfig;
  /** Where the program's files belong: differs from the folder asked for when root's clone cannot be entered. */
  dataFolder: string;
  /** Stops the embedded server; does nothing to an external one. */
  stop(): Promise<void>;
  onServerLost(callback: () => void): void;
}

/** The one switch between the embedded server and the province's own. */
export async function resolveDatabase(options: {
  databaseUrl: string | undefined;
  dataFolder: string;
  log: (message: string) => void;
}): Promise<ResolvedDatabase> {
  if (!options.databaseUrl) {
    const { connection, dataFolder, stop, onServerLost } = await startCluster(options);
    return { mode: 'embedded', config: { ...connection }, dataFolder, stop, onServerLost };
  }
  const config = { connectionString: options.databaseUrl };
  await checkExternalServer(config);
  return {
    mode: 'external',
    config,
    dataFolder: options.dataFolder,
    stop: async () => undefined,
    onServerLost: () => undefined,
  };
}

async function checkExternalServer(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    const { version = '0', encoding = '' } = answer.rows[0] ?? {};
    if (Number(version) >= oldestServer && encoding === 'UTF8') return;
    throw new ClusterError(
      'server_too_old',
      `Máy chủ trong DATABASE_URL có phiên bản ${version}, mã ký tự ${encoding}; cần PostgreSQL từ 15 và UTF8.`,
      `The server in DATABASE_URL is version ${version} with encoding ${encoding}; PostgreSQL 15 or later with UTF8 is needed.`,
    );
  } catch (error) {
    if (error instanceof ClusterError) throw error;
    // The address is not repeated here: it bears the password.
    const detail = error instanceof Error ? error.message : String(error);
    throw new ClusterError(
      'server_unreachable',
      `Không kết nối được tới máy chủ trong DATABASE_URL: ${detail}`,
      `The server in DATABASE_URL cannot be reached: ${detail}`,
      error,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
