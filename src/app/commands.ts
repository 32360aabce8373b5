import { readFile } from 'node:fs/promises';
import { parseDirectiveCommand } from '../modules/directives/server/directives.command.ts';
import type { Config } from '../platform/config/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { resolveDatabase } from '../platform/database/resolve-database.ts';
import { verifyCommand } from '../sites/sites.verify-command.ts';
import { log } from './start-messages.ts';

/** `lantoa directive parse FILE [--json]`. */
export function runDirectiveCommand(argumentsGiven: readonly string[]): Promise<number> {
  return parseDirectiveCommand(argumentsGiven, process);
}

/** `lantoa verify FILE --jwks KEYS`: without network and database. */
export function runVerifyCommand(argumentsGiven: readonly string[]): Promise<number> {
  return verifyCommand(argumentsGiven, {
    readFile: (path) => readFile(path, 'utf8'),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
}

/** `lantoa migrate`: brings the database to this version's form and ends; `serve` does the same at its start. */
export async function runMigrateCommand(config: Config): Promise<number> {
  const database = await resolveDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    dataFolder: config.dataFolder,
    log: (message) => log('info', message),
  });
  const opened = openDatabase(database.config, (error) => log('error', 'cơ sở dữ liệu / database', error));
  try {
    await migrate(opened.db);
    process.stdout.write('Cơ sở dữ liệu đã đúng phiên bản / the database is up to date\n');
    return 0;
  } finally {
    await opened.close();
    await database.stop();
  }
}
