import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../errors/start-error.ts';

export interface Config {
  readonly root: string;
  readonly dataFolder: string;
  readonly isDataFolderChosen: boolean;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | null;
  /** Public address of the installation, without trailing slash; used in links, feeds and signatures. */
  readonly publicUrl: string;
  readonly masterKey: string | null;
  readonly trustProxy: boolean;
}

/** The only reader of the environment. Throws with the variable's name when a value cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const port = Number(environment.LANTOA_PORT ?? '8010');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(
      'LANTOA_PORT phải là số cổng từ 0 đến 65535.',
      'LANTOA_PORT must be a port number, 0 to 65535.',
    );
  const host = environment.LANTOA_HOST ?? '127.0.0.1';
  return {
    root,
    dataFolder: resolve(environment.LANTOA_DATA ?? `${root}/data-local`),
    isDataFolderChosen: environment.LANTOA_DATA !== undefined,
    host,
    port,
    databaseUrl: environment.DATABASE_URL ?? null,
    publicUrl: (environment.LANTOA_PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    masterKey: environment.LANTOA_KEY ?? null,
    trustProxy: environment.LANTOA_TRUST_PROXY === 'yes',
  };
}
