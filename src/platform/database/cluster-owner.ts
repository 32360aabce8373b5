import { Client } from 'pg';

export interface ClusterConnection {
  /** The folder of the unix socket. */
  host: string;
  port: number;
  database: string;
  user: string;
}

/** Any number will do, as long as nothing else in this database uses it; "LANT" in ASCII. */
const ownerLock = 0x4c414e54;

/** One session for as long as this program owns the data folder. Its end says that the server, or the session, is gone. */
export interface OwnerSession {
  ended: Promise<void>;
  release(): Promise<void>;
}

/** Undefined while the server is not ready yet; makes the database on the first start. */
export async function connectOwner(connection: ClusterConnection): Promise<Client | undefined> {
  try {
    return await connect(connection);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '3D000') {
      await createDatabase(connection);
      return connect(connection);
    }
    // 57P03: starting up, recovering or shutting down; 53300: the last places are taken for the moment.
    if (['57P03', '53300', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)) return undefined;
    if (error instanceof Error && /Connection terminated/.test(error.message)) return undefined;
    throw error;
  }
}

/** False when another program holds the lock. */
export async function takeOwnership(client: Client): Promise<boolean> {
  const answer = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ownerLock]);
  return answer.rows[0]?.taken === true;
}

export function watchSession(client: Client): OwnerSession {
  const ended = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    client.on('error', () => resolve());
  });
  return { ended, release: () => client.end().catch(() => undefined) };
}

async function connect(connection: ClusterConnection): Promise<Client> {
  const client = new Client({ ...connection, application_name: 'lantoa-owner', connectionTimeoutMillis: 5_000 });
  // Without a listener a dying server would end this program.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function createDatabase(connection: ClusterConnection): Promise<void> {
  const client = await connect({ ...connection, database: 'postgres' });
  try {
    await client.query(`create database ${connection.database}`);
  } catch (error) {
    // 42P04, 23505: a second program was quicker.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
